import { exists } from "@/lib/core/duration";
import { EASIER_MAX } from "../criterion/rules";
import { SORTS, type Sort } from "../types";

/** A place in the static order of a list, and the entry that stands there. */
export type StaticCursor = { readonly place: number; readonly id: number };

/**
 * Where a page ends. By relevance: the points of its last person and where they stand in the static order; without points beyond
 * the window, where only that order counts. Otherwise the sort key.
 */
type End =
  | { readonly sort: "relevance"; readonly points: number | null; readonly place: number }
  | { readonly sort: "name" | "newest"; readonly key: string };

/**
 * The end of a page as addresses say it, with whom it ends, who tells equal places apart. The number of their entry would tell how
 * many others there are, found or not (rule A2).
 */
export type Cursor = End & {
  readonly handle: string;
  /** Which of the easier searches the list is of, from 1; none where it is of the search itself (../criterion). */
  readonly easier?: number;
};

/** The same as statements take it. */
export type PlacedCursor = End & { readonly id: number };

const CURSOR_CHARS_MAX = 600;
const HANDLE = /^[a-z0-9][a-z0-9-]{0,79}$/;
/** Numbers in cursors, and of entries. */
export const NUMBER_MAX = 2 ** 31 - 1;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z$/;

const isNumber = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Math.abs(Number(value)) <= NUMBER_MAX;

const isHandle = (value: unknown): value is string => typeof value === "string" && HANDLE.test(value);

/** A cursor as it stands in an address. */
export function encodeCursor(cursor: Cursor): string {
  const parts = cursor.sort === "relevance" ? [cursor.points, cursor.place] : [cursor.key];
  const easier = cursor.easier ? [cursor.easier] : [];
  return Buffer.from(JSON.stringify([cursor.sort, ...parts, cursor.handle, ...easier])).toString("base64url");
}

/** The cursor of an address; null for anything this sort did not write. */
export function decodeCursor(text: string, sort: Sort): Cursor | null {
  if (text.length > CURSOR_CHARS_MAX) return null;
  const [given, ...parts] = partsOf(text);
  if (given !== sort || !SORTS.includes(sort)) return null;
  return sort === "relevance" ? byRelevance(parts) : byKey(sort, parts);
}

const isEasier = (value: unknown): value is number => isNumber(value) && value >= 0 && value <= EASIER_MAX;

function byRelevance([points, place, handle, easier = 0]: readonly unknown[]): Cursor | null {
  if (!(points === null || isNumber(points)) || !isNumber(place) || !isHandle(handle) || !isEasier(easier)) return null;
  return { sort: "relevance", points, place, handle, ...(easier > 0 ? { easier } : {}) };
}

function byKey(sort: "name" | "newest", [key, handle, easier = 0]: readonly unknown[]): Cursor | null {
  if (typeof key !== "string" || !isHandle(handle) || !isEasier(easier)) return null;
  const isKey = sort === "name" ? /^[^\0]{1,200}$/.test(key) : INSTANT.test(key) && exists(key);
  return isKey ? { sort, key, handle, ...(easier > 0 ? { easier } : {}) } : null;
}

function partsOf(text: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}
