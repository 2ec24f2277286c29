import { createHash } from "node:crypto";
import { slugOf } from "@/lib/core/text";
import type { CharterContent, CharterText, CharterValueText, Period } from "./types";

/** Addresses under /associations that are pages of their own. */
const RESERVED: ReadonlySet<string> = new Set(["new", "nuova"]);

const PERIODS_A_YEAR: Readonly<Record<Period, number>> = { MONTH: 12, QUARTER: 4, YEAR: 1 };

/**
 * What an acceptance is bound to: sha256, in hexadecimal, of values and clauses in their order. The form is fixed for
 * ever, because published hashes never change (rule M11): keys in this order, nothing else.
 */
export function charterHash({ values, clauses }: CharterText): string {
  const canonical = {
    values: values.map((value) => ({ name: wordOf(value), meaning: value.meaning, shownBy: value.shownBy })),
    clauses: clauses.map(({ number, kind, text }) => ({ number, kind, text })),
  };
  return createHash("sha256").update(JSON.stringify(canonical)).digest("hex");
}

/** The form new versions are hashed in; those published before keep theirs. */
export const HASH_FORM = 2;

/**
 * The same for versions published from the second form on: it also covers the contribution rule, how it
 * changes, the day of review and the number of the version, so that coming back to an earlier text is a promise of its own. As fixed as the first.
 */
export function charterHashOf(content: CharterContent, version: number): string {
  const { values, clauses, minMinutes, minDeeds, minPeriod, graceDays, confirmers, ruleNote, reviewOn } = content;
  const canonical = {
    form: HASH_FORM,
    version,
    values: values.map((value) => ({ name: wordOf(value), meaning: value.meaning, shownBy: value.shownBy })),
    clauses: clauses.map(({ number, kind, text }) => ({ number, kind, text })),
    rule: {
      ...{ minMinutes, minDeeds, minPeriod, countedKinds: [...content.countedKinds].sort() },
      ...{ graceDays, confirmers, bars: [...content.bars].sort(), note: ruleNote },
    },
    reviewOn,
    isByVote: content.isByVote,
  };
  return createHash("sha256").update(JSON.stringify(canonical)).digest("hex");
}

/** What stands for a value in emblems and hashes: the shared slug, or the association's own word. */
export function wordOf({ valueSlug, name }: Pick<CharterValueText, "valueSlug" | "name">): string {
  return valueSlug ?? name;
}

/** The first free address for a name: the name itself, else with a number. Null when nothing of the name can stand in one. */
export function freeSlug(name: string, taken: ReadonlySet<string>): string | null {
  const base = slugOf(name);
  if (base === "") return null;
  const isFree = (slug: string) => !RESERVED.has(slug) && !taken.has(slug);
  if (isFree(base)) return base;
  let number = 2;
  while (!isFree(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}

/** Minutes in a year, so that quantities on different periods compare. */
export function minutesAYear(minutes: number, period: Period): number {
  return minutes * PERIODS_A_YEAR[period];
}
