import * as z from "zod";
import { CLAUSE_KINDS, ENTRY_MODES, PERIODS } from "@/lib/association/types";
import { checkbox, line, mustTick, oneOf, optional, paragraph, rows, wholeNumber } from "@/lib/form/scalars";
import { placeNamed } from "@/lib/taxonomy/place/rules";
import { ANSWER_CHARS_MAX, asStatement, HOURS_MAX, statementFields, withStatement } from "../papers/schema";

export const NAME_CHARS_MAX = 80;
export const TAGLINE_CHARS_MAX = 140;
export const PURPOSE_CHARS_MAX = 600;
export const LINE_CHARS_MAX = 140;
export const MEANING_CHARS_MAX = 300;
export const CLAUSE_CHARS_MAX = 400;
export const QUESTION_CHARS_MAX = 200;
export const MEMBERS_MAX = 100_000;

/** How many of each a founder writes: values 3 to 7, clauses 1 to 20, questions up to 5. */
export const COUNTS = { lines: 5, places: 3, values: [3, 7], clauses: [1, 20], questions: 5 } as const;

const value = z
  .strictObject({
    valueSlug: optional(line(60)),
    name: line(40, 0),
    meaning: paragraph(MEANING_CHARS_MAX),
    shownBy: paragraph(MEANING_CHARS_MAX),
  })
  .refine(({ valueSlug, name }) => valueSlug !== null || name !== "", { path: ["name"], error: "required" });

const place = line(80).refine((text) => placeNamed(text) !== null, { error: "choose" });

const clause = z.strictObject({ kind: oneOf(CLAUSE_KINDS), text: paragraph(CLAUSE_CHARS_MAX) });

/** The founder answers first: what is asked of those who come is asked of whoever begins. */
const question = z
  .strictObject({ text: line(QUESTION_CHARS_MAX), isRequired: checkbox(), answer: paragraph(ANSWER_CHARS_MAX, 0) })
  .refine(({ isRequired, answer }) => !isRequired || answer !== "", { path: ["answer"], error: "required" });

/** Who an association says it is; besides its name, all of it may be said better later. */
export const identityFields = {
  tagline: line(TAGLINE_CHARS_MAX),
  purpose: paragraph(PURPOSE_CHARS_MAX),
  forWhom: paragraph(PURPOSE_CHARS_MAX),
  weDo: rows(line(LINE_CHARS_MAX), { min: 1, max: COUNTS.lines }),
  weDoNot: rows(line(LINE_CHARS_MAX), { min: 1, max: COUNTS.lines }),
  places: rows(place, { min: 0, max: COUNTS.places }),
};

const fields = {
  name: line(NAME_CHARS_MAX, 3),
  ...identityFields,
  values: rows(value, { min: COUNTS.values[0], max: COUNTS.values[1] }),
  clauses: rows(clause, { min: COUNTS.clauses[0], max: COUNTS.clauses[1], typed: ["text"] }),
  questions: rows(question, { min: 0, max: COUNTS.questions, typed: ["text", "answer"] }),
  entry: oneOf(ENTRY_MODES),
  decidersRequired: oneOf(["1", "2"]),
  memberLimit: optional(wholeNumber(2, MEMBERS_MAX)),
  minHours: optional(wholeNumber(1, HOURS_MAX)),
  minPeriod: oneOf(PERIODS),
  ...statementFields,
  accepts: mustTick(),
};

/** Founding an association: its identity, its charter, how one enters, and the founder's own papers. */
export const foundInput = withStatement(z.strictObject(fields)).transform(
  ({ accepts: _accepted, decidersRequired, minHours, minPeriod, ...rest }) => ({
    ...asStatement(rest),
    decidersRequired: Number(decidersRequired),
    minMinutes: minHours === null ? null : minHours * 60,
    minPeriod: minHours === null ? null : minPeriod,
  }),
);
export type FoundInput = z.output<typeof foundInput>;
