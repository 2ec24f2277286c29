import * as z from "zod";
import { day, id, line, oneOf, optional, paragraph, rows, slug, whom } from "@/lib/form/scalars";
import { QUORUMS, SECRECIES, THRESHOLDS } from "./types";

export const TITLE_CHARS_MAX = 120;
export const TEXT_CHARS_MAX = 4000;
export const TEXT_CHARS_MIN = 20;
export const OPTION_CHARS_MAX = 160;
export const OPTIONS_MAX = 8;
export const OBJECTION_CHARS_MAX = 1000;
export const OBJECTION_CHARS_MIN = 10;
export const STATEMENT_CHARS_MAX = 400;

const words = {
  title: line(TITLE_CHARS_MAX, 5),
  text: paragraph(TEXT_CHARS_MAX, TEXT_CHARS_MIN),
};

/** No options typed means a yes or a no; one alone is no choice. */
const options = () =>
  rows(line(OPTION_CHARS_MAX), { min: 0, max: OPTIONS_MAX }).superRefine((all, context) => {
    if (all.length === 1) context.addIssue({ code: "custom", message: "tooFew", params: { min: 2 } });
  });

export const openInput = z.strictObject({
  associationSlug: slug(),
  ...words,
  options: options(),
  secrecy: oneOf(SECRECIES),
  quorum: oneOf(QUORUMS),
  threshold: oneOf(THRESHOLDS),
  closesOn: day(),
  contentLocale: oneOf(["it", "en"]),
});
export type OpenInput = z.output<typeof openInput>;

export const charterVoteInput = z.strictObject({
  associationSlug: slug(),
  /** What changes, in a line. */
  title: words.title,
  closesOn: day(),
  contentLocale: oneOf(["it", "en"]),
});
export type CharterVoteInput = z.output<typeof charterVoteInput>;

export const amendInput = z.strictObject({ decisionId: id(), ...words });
export type AmendInput = z.output<typeof amendInput>;

export const decisionInput = z.strictObject({ decisionId: id() });
export type DecisionInput = z.output<typeof decisionInput>;

/** The words of an objection come with any answer of the form; with another answer they are dropped (rule DC7). */
export const ballotInput = z.strictObject({
  decisionId: id(),
  optionId: z.uuid("choose"),
  objection: optional(paragraph(OBJECTION_CHARS_MAX, OBJECTION_CHARS_MIN)),
});
export type BallotInput = z.output<typeof ballotInput>;

export const entrustInput = z.strictObject({
  decisionId: id(),
  statement: paragraph(STATEMENT_CHARS_MAX, 10),
  whom: whom(),
  reviewOn: day(),
});
export type EntrustInput = z.output<typeof entrustInput>;

export const chargeInput = z.strictObject({ chargeId: id() });
export type ChargeInput = z.output<typeof chargeInput>;
