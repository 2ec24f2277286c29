import * as z from "zod";
import { PERIODS, type Period } from "@/lib/association/types";
import { dateOf, dayOf } from "@/lib/core/duration";
import { checkbox, day, id, mustTick, oneOf, optional, paragraph, wholeNumber } from "@/lib/form/scalars";
import { latestUntil } from "./rules";
import { PARTICIPATION_KINDS, type ParticipationKind, STANCES, type Statement } from "./types";

export const HOURS_MAX = 400;
export const STATEMENT_CHARS_MAX = 600;
export const NOTE_CHARS_MAX = 400;
export const ANSWER_CHARS_MAX = 1500;

/** The names of the fields that repeat, for the action. */
export const PAPERS_LISTS = ["kinds"] as const;

/** The day is checked here too, so that it comes back with every other mistake of the form; the rule decides. */
const until = () =>
  day().superRefine((value, context) => {
    const today = dayOf(new Date());
    const latest = latestUntil(today);
    if (value <= today)
      context.addIssue({ code: "custom", message: "dayTooEarly", params: { after: dateOf(today).getTime() } });
    if (value > latest)
      context.addIssue({ code: "custom", message: "dayTooLate", params: { by: dateOf(latest).getTime() } });
  });

/** How I will take part (rule PT1). The form speaks whole hours; the domain speaks minutes. */
export const statementFields = {
  kinds: z.array(oneOf(PARTICIPATION_KINDS)).max(PARTICIPATION_KINDS.length, "invalid"),
  isListening: checkbox(),
  hours: optional(wholeNumber(1, HOURS_MAX)),
  period: optional(oneOf(PERIODS)),
  untilOn: until(),
  statement: paragraph(STATEMENT_CHARS_MAX),
};

const stance = z
  .strictObject({ valueId: id(), stance: oneOf(STANCES), note: paragraph(NOTE_CHARS_MAX, 0) })
  .refine((taken) => taken.stance !== "NOT_MINE" || taken.note !== "", { path: ["note"], error: "required" });

/** Whether an answer is required is told by the page only so that all mistakes come back at once; the rule asks the database. */
const answer = z
  .strictObject({ questionId: id(), isRequired: checkbox(), text: paragraph(ANSWER_CHARS_MAX, 0) })
  .refine((given) => !given.isRequired || given.text !== "", { path: ["text"], error: "required" })
  .transform(({ questionId, text }) => ({ questionId, text }));

/** What every door asks (rule M2). */
export const papersFields = {
  charterHash: z.string("invalid").regex(/^[0-9a-f]{64}$/, "invalid"),
  stances: z.array(stance, "invalid").max(7, "invalid").default([]),
  answers: z.array(answer, "invalid").max(5, "invalid").default([]),
  ...statementFields,
  accepts: mustTick(),
};

type Given = {
  isListening: boolean;
  kinds: readonly ParticipationKind[];
  hours: number | null;
  period: Period | null;
};

/** What the fields say together: without «solo ascolto», kinds and a quantity. Said along with the mistakes of other fields. */
export function withStatement<Schema extends z.ZodObject<typeof statementFields>>(schema: Schema) {
  const unless = (isGiven: (given: Given) => boolean) => (value: z.output<Schema>) => {
    const given = value as unknown as Given;
    return given.isListening === true || isGiven(given);
  };
  const when = () => true;
  return schema
    .refine(
      unless(({ kinds }) => kinds?.length !== 0),
      { path: ["kinds"], error: "tooFew", params: { min: 1 }, when },
    )
    .refine(
      unless(({ hours }) => hours !== null),
      { path: ["hours"], error: "required", when },
    )
    .refine(
      unless(({ period }) => period !== null),
      { path: ["period"], error: "choose", when },
    );
}

/** The statement as the domain knows it: minutes; whoever only listens promises none. */
export function asStatement<T extends Given>({ hours, period, ...rest }: T) {
  const isListening = rest.isListening;
  const minutesPerPeriod = isListening || hours === null ? null : hours * 60;
  return { ...rest, minutesPerPeriod, period: isListening ? null : period };
}

export type StatementInput = Statement;
