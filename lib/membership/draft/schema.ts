import * as z from "zod";
import {
  BARS,
  type CharterContent,
  CLAUSE_KINDS,
  CONFIRMERS,
  PARTICIPATION_KINDS,
  PERIODS,
} from "@/lib/association/types";
import { checkbox, day, line, oneOf, optional, paragraph, rows, slug, wholeNumber } from "@/lib/form/scalars";
import { CLAUSE_CHARS_MAX, COUNTS, MEANING_CHARS_MAX } from "../founding/schema";
import { HOURS_MAX } from "../papers/schema";

export const RULE_NOTE_CHARS_MAX = 600;
export const DEEDS_MAX = 100;
export const GRACE_DAYS_MAX = 90;
const PLACE_MAX = 99;

/** The names of the fields that repeat, for the action. */
export const DRAFT_LISTS = ["countedKinds", "bars"] as const;

/** Where a row goes, and whether it goes at all: rows are put in order and taken away without script too. */
const rowFields = { place: optional(wholeNumber(1, PLACE_MAX)), isRemoved: checkbox() };

/** Unfinished rows are kept as they are: what a draft lacks is said before it is published. */
const value = z.strictObject({
  valueSlug: optional(line(60)),
  name: line(40, 0),
  meaning: paragraph(MEANING_CHARS_MAX, 0),
  shownBy: paragraph(MEANING_CHARS_MAX, 0),
  ...rowFields,
});

const clause = z.strictObject({ kind: oneOf(CLAUSE_KINDS), text: paragraph(CLAUSE_CHARS_MAX, 0), ...rowFields });

const several = <const T extends readonly [string, ...string[]]>(of: T) => z.array(oneOf(of)).max(of.length, "invalid");

const fields = {
  associationSlug: slug(),
  revision: wholeNumber(0, 999_999),
  values: rows(value, { min: 0, max: COUNTS.values[1], typed: ["valueSlug", "name", "meaning", "shownBy"] }),
  clauses: rows(clause, { min: 0, max: COUNTS.clauses[1], typed: ["text"] }),
  minHours: optional(wholeNumber(1, HOURS_MAX)),
  minDeeds: optional(wholeNumber(1, DEEDS_MAX)),
  minPeriod: oneOf(PERIODS),
  countedKinds: several(PARTICIPATION_KINDS),
  graceDays: wholeNumber(0, GRACE_DAYS_MAX),
  confirmers: oneOf(CONFIRMERS),
  bars: several(BARS),
  ruleNote: paragraph(RULE_NOTE_CHARS_MAX, 0),
  reviewOn: optional(day()),
  isByVote: checkbox(),
};

/** The next charter as far as it is written. The form speaks hours and places of rows; the domain minutes and their order. */
export const draftInput = z.strictObject(fields).transform(({ associationSlug, revision, minHours, ...given }) => {
  const minMinutes = minHours === null ? null : minHours * 60;
  const isAsking = minMinutes !== null || given.minDeeds !== null;
  const content: CharterContent = {
    ...given,
    minMinutes,
    minPeriod: isAsking ? given.minPeriod : null,
    values: inPlace(given.values),
    clauses: inPlace(given.clauses).map(({ kind, text }, i) => ({ number: i + 1, kind, text })),
  };
  return { associationSlug, revision, content };
});
export type DraftInput = z.output<typeof draftInput>;

type Row = { readonly place: number | null; readonly isRemoved: boolean };

/** The rows that stay, by the places given; those without one keep theirs. */
function inPlace<T extends Row>(given: readonly T[]): Omit<T, keyof Row>[] {
  const placed = given.map((row, i) => ({ row, place: row.place ?? i + 1, i })).filter(({ row }) => !row.isRemoved);
  // Whoever writes «2» on the fifth means before what is second now; whoever writes it on the first, after.
  const moved = ({ place, i }: (typeof placed)[number]) => Math.sign(place - (i + 1));
  return placed
    .sort((one, other) => one.place - other.place || moved(one) - moved(other) || one.i - other.i)
    .map(({ row: { place: _place, isRemoved: _isRemoved, ...rest } }) => rest);
}

/** An act on a draft that asks nothing more: throwing it away, keeping one of two. */
export const discardInput = z.strictObject({ associationSlug: slug(), what: oneOf(["draft", "aside"]) });
export type DiscardInput = z.output<typeof discardInput>;
