import { expect, test } from "vitest";
import en from "@/lib/i18n/messages/en";
import it from "@/lib/i18n/messages/it";
import type { AnswerCaseRefusal, AppealingRefusal, CaseOpeningRefusal } from "./exclusion/commands";
import type { MeasureRefusal } from "./measure/commands";
import type { ReportAnswerRefusal, ReportAppealingRefusal, ReportingRefusal } from "./report/commands";
import type { CaseVoteRefusal, RulingRefusal } from "./ruling/commands";

type Bare<Code, Room extends string> = Code extends `${Room}.${infer Rest}` ? Rest : never;
type Codes =
  | ReportingRefusal
  | ReportAnswerRefusal
  | ReportAppealingRefusal
  | MeasureRefusal
  | CaseOpeningRefusal
  | AnswerCaseRefusal
  | AppealingRefusal
  | RulingRefusal
  | CaseVoteRefusal;

// Checked by the compiler: a refusal without a sentence does not build, and no sentence is left over.
it.moderation.refusal satisfies Record<Bare<Codes, "moderation">, string>;
({}) as Record<Bare<Codes, "moderation">, string> satisfies Record<keyof typeof it.moderation.refusal, string>;

test("every refusal has a sentence in both languages", () => {
  expect(Object.keys(en.moderation.refusal).sort()).toEqual(Object.keys(it.moderation.refusal).sort());
});
