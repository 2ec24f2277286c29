import * as z from "zod";
import { day, id, oneOf, paragraph, slug, whom } from "@/lib/form/scalars";
import { EXCLUSION_BY } from "./types";

export const FACTS_CHARS_MAX = 3000;
export const REASON_CHARS_MAX = 3000;
/** Below this a sentence says nothing of the reason. */
export const REASON_CHARS_MIN = 40;

const reason = () => paragraph(REASON_CHARS_MAX, REASON_CHARS_MIN);
const words = () => paragraph(FACTS_CHARS_MAX, REASON_CHARS_MIN);

export const openCaseInput = z.strictObject({
  associationSlug: slug(),
  whom: whom(),
  clauseId: z.uuid("choose"),
  facts: words(),
  contentLocale: oneOf(["it", "en"]),
});
export type OpenCaseInput = z.output<typeof openCaseInput>;

export const answerCaseInput = z.strictObject({ caseId: id(), answer: paragraph(FACTS_CHARS_MAX, 1) });
export type AnswerCaseInput = z.output<typeof answerCaseInput>;

export const ruleInput = z.strictObject({ caseId: id(), outcome: oneOf(["OUT", "IN"]), reason: reason() });
export type RuleInput = z.output<typeof ruleInput>;

export const caseVoteInput = z.strictObject({
  caseId: id(),
  /** What is put to the vote: the reason in writing (rule M9). */
  reason: reason(),
  secrecy: oneOf(["HIDDEN", "SECRET"]),
  closesOn: day(),
});
export type CaseVoteInput = z.output<typeof caseVoteInput>;

export const appealInput = z.strictObject({ caseId: id(), appeal: words() });
export type AppealInput = z.output<typeof appealInput>;

export const wayInput = z.strictObject({ associationSlug: slug(), exclusionBy: oneOf(EXCLUSION_BY) });
export type WayInput = z.output<typeof wayInput>;
