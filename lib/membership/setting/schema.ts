import * as z from "zod";
import { ENTRY_MODES } from "@/lib/association/types";
import { checkbox, id, line, oneOf, optional, rows, slug, wholeNumber } from "@/lib/form/scalars";
import { COUNTS, identityFields, MEMBERS_MAX, QUESTION_CHARS_MAX } from "../founding/schema";

/** The bounds of what an association sets for itself; the database keeps them too. */
export const DECISION_DAYS = [1, 90] as const;
export const REAPPLY_DAYS = [0, 365] as const;
export const IDEA_PEOPLE = [2, 12] as const;

/** One that keeps its id, words and duty stays the question it was; anything else is a new one (rule M5). */
const question = z.strictObject({
  questionId: optional(id()),
  text: line(QUESTION_CHARS_MAX),
  isRequired: checkbox(),
});

/** How one comes in: the door, who decides, in how many days, how many places, what is asked. */
export const entryInput = z
  .strictObject({
    associationSlug: slug(),
    entry: oneOf(ENTRY_MODES),
    decidersRequired: oneOf(["1", "2"]),
    sponsorsRequired: oneOf(["0", "1", "2"]),
    decisionDays: wholeNumber(...DECISION_DAYS),
    reapplyCooldownDays: wholeNumber(...REAPPLY_DAYS),
    memberLimit: optional(wholeNumber(2, MEMBERS_MAX)),
    questions: rows(question, { min: 0, max: COUNTS.questions, typed: ["text"] }),
  })
  .transform(({ decidersRequired, sponsorsRequired, ...rest }) => ({
    ...rest,
    decidersRequired: Number(decidersRequired),
    sponsorsRequired: Number(sponsorsRequired),
  }));
export type EntryInput = z.output<typeof entryInput>;

/** Who the association says it is, how many make a proposal of an idea, whether it approves projects; its name and its address stay. */
export const identityInput = z.strictObject({
  associationSlug: slug(),
  ...identityFields,
  /** Left as it is where a form does not say. */
  ideaPeopleNeeded: optional(wholeNumber(...IDEA_PEOPLE)),
  /** The same: whether its projects start only once it approved them. */
  approvesProjects: optional(oneOf(["yes", "no"])),
});
export type IdentityInput = z.output<typeof identityInput>;
