import { ok, type Result, refuse } from "@/lib/core/result";

/** How many addresses one association hands in within a year, in all its lists. */
export const IMPORTED_A_YEAR_MAX = 500;

/** One readable line of a list. */
export type Listed = { readonly name: string; readonly email: string };

const SEPARATOR = /[,;\t]/;

/** «Ada Prova, ada@example.org», with a comma, a semicolon or a tab; the address is what stands after the last one. */
export function partsOf(line: string): { name: string; email: string } {
  const parts = line.split(SEPARATOR).map((part) => part.trim());
  const email = (parts.pop() ?? "").replace(/^<|>$/g, "").toLowerCase();
  return { name: parts.filter(Boolean).join(" "), email };
}

export type ImportRefusal = "membership.inCustody" | "membership.importedEnough";

type ImportFacts = { readonly isOpen: boolean; readonly importedThisYear: number };

/** Whether a list of so many addresses is taken now. Nothing asked here depends on whom they belong to. */
export function canImport(count: number, { isOpen, importedThisYear }: ImportFacts): Result<null, ImportRefusal> {
  if (!isOpen) return refuse("membership.inCustody");
  const left = Math.max(0, IMPORTED_A_YEAR_MAX - importedThisYear);
  return count > left ? refuse("membership.importedEnough", { field: "lines", params: { left } }) : ok(null);
}
