import { ownPath } from "@/lib/core/origin";

type Search = Record<string, string | string[] | undefined>;

/** The one value of a parameter of an address; empty when there is none. */
export function one(search: Search, name: string): string {
  const value = search[name];
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

/** Where to go once in, when the address says so and it is ours. */
export function nextOf(search: Search): string | null {
  return ownPath(one(search, "next"), "") || null;
}
