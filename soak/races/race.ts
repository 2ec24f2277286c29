import type { Actor } from "@/lib/auth/actor";
import type { Act, Answer, Try } from "../ground/acts";

/** Sixty-four who contend, and some who look after things. */
export type Crowd = { readonly contenders: readonly Actor[]; readonly stewards: readonly Actor[] };

export type Heat = {
  /** A statement that holds what everybody needs: they gather behind it, then are let go at once. */
  readonly gather: { readonly text: string; readonly values: readonly unknown[] };
  readonly tries: readonly Try[];
  /** What came out other than it must; empty when all is well. */
  readonly judge: (answers: readonly Answer[]) => Promise<string[]> | string[];
};

export type Race = {
  /** The rules it is about, as rules are named. */
  readonly rule: string;
  readonly title: string;
  /** Run only every so many rounds: sixty-four foundings weigh as much as many other races. */
  readonly every?: number;
  readonly prepare: (crowd: Crowd, round: number) => Promise<Heat>;
};

export const behindAssociation = (id: string) => behind("Association", id);
export const behindProject = (id: string) => behind("Project", id);
export const behindDecision = (id: string) => behind("Decision", id);
const behind = (table: string, id: string) => ({
  text: `SELECT 1 FROM "${table}" WHERE "id" = $1 FOR UPDATE`,
  values: [id],
});

/** One of them, over and over. */
export const at = <T>(all: readonly T[], i: number): T => all[i % all.length] as T;

/** How many answers there were of each code, of one act or of all. */
export function countOf(answers: readonly Answer[], act?: Act): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of answers) if (!act || one.act === act) counts[one.code] = (counts[one.code] ?? 0) + 1;
  return counts;
}

const inWords = (counts: Record<string, number>) =>
  Object.entries(counts)
    .map(([code, count]) => `${count} ${code}`)
    .sort()
    .join(", ");

/** One deviation when these are not exactly the expected answers. */
export function unlike(counts: Record<string, number>, expected: Record<string, number>, what = "answers"): string[] {
  const given = Object.fromEntries(Object.entries(expected).filter(([, count]) => count > 0));
  return inWords(counts) === inWords(given)
    ? []
    : [`${what}: ${inWords(counts) || "none"}; expected ${inWords(given)}`];
}

/** One deviation when a figure is not the expected one. */
export const differs = (what: string, is: number | string | undefined, expected: number | string): string[] =>
  is === expected ? [] : [`${what}: ${is}; expected ${expected}`];

/** One deviation for each code nobody should hear here. */
export function unheardOf(counts: Record<string, number>, allowed: readonly string[], what = "answers"): string[] {
  return Object.entries(counts)
    .filter(([code]) => !allowed.includes(code))
    .map(([code, count]) => `${what}: ${count} ${code}`);
}
