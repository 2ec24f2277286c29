import { exists } from "@/lib/core/duration";
import { SORTS, type Sort } from "../types";

/** Where a page ends: the sort key of its last person, and the id that tells equal keys apart. */
export type Cursor = { readonly sort: Sort; readonly key: string; readonly id: string };

const CURSOR_CHARS_MAX = 400;
const KEYS: Readonly<Record<Sort, RegExp>> = {
  relevance: /^-?\d{1,6}$/,
  name: /^[^\0]{1,200}$/,
  newest: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z$/,
};
const IDS: Readonly<Record<Sort, RegExp>> = {
  relevance: /^[0-9a-f]{32}$/,
  name: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  newest: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
};

/** A cursor as it stands in an address. */
export function encodeCursor({ sort, key, id }: Cursor): string {
  return Buffer.from(JSON.stringify([sort, key, id])).toString("base64url");
}

/** The cursor of an address; null for anything this sort did not write. */
export function decodeCursor(text: string, sort: Sort): Cursor | null {
  if (text.length > CURSOR_CHARS_MAX) return null;
  const [given, key, id] = partsOf(text);
  if (given !== sort || !SORTS.includes(sort)) return null;
  if (typeof key !== "string" || !KEYS[sort].test(key) || typeof id !== "string" || !IDS[sort].test(id)) return null;
  return sort !== "newest" || exists(key) ? { sort, key, id } : null;
}

function partsOf(text: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    return Array.isArray(parts) && parts.length === 3 ? parts : [];
  } catch {
    return [];
  }
}
