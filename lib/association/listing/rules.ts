import { regionOptions } from "@/lib/taxonomy/place/rules";
import { findValue } from "@/lib/taxonomy/value/rules";
import { ENTRY_MODES } from "../types";
import type { Filters } from "./types";

const QUERY_CHARS_MAX = 100;
const REGIONS = new Set(regionOptions("it").map(({ value }) => value));

type Address = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What an address of the list asks for; whatever it does not know, it does not ask. */
export function readFilters(address: Address): Filters {
  const text = (name: string) => {
    const given = address[name];
    const first = typeof given === "string" ? given : given?.[0];
    return (first ?? "").trim();
  };
  const value = text("value");
  const region = text("region");
  return {
    q: text("q").slice(0, QUERY_CHARS_MAX),
    value: findValue(value) ? value : null,
    region: REGIONS.has(region) ? region : null,
    entry: ENTRY_MODES.find((mode) => mode === text("entry")) ?? null,
    after: text("after") || null,
  };
}

/** The address of these filters. */
export function queryOf(filters: Filters): Record<string, string> {
  const given = Object.entries(filters).filter(([, value]) => value !== null && value !== "");
  return Object.fromEntries(given) as Record<string, string>;
}

/** A place in the list: the folded name, then the id. */
export type Cursor = { readonly name: string; readonly id: string };

export function encodeCursor({ name, id }: Cursor): string {
  return `${id}.${encodeURIComponent(name)}`;
}

/** Null for whatever is no cursor of ours: the list then starts from its beginning. */
export function decodeCursor(text: string): Cursor | null {
  const [, id, name] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(.{1,600})$/.exec(text) ?? [];
  if (!id || !name) return null;
  try {
    const plain = decodeURIComponent(name);
    return plain.includes("\0") ? null : { id, name: plain };
  } catch {
    return null;
  }
}

/** How many filters are on. */
export function activeCount({ q, value, region, entry }: Filters): number {
  return [q, value, region, entry].filter(Boolean).length;
}
