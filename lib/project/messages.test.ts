import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import en from "@/lib/i18n/messages/en";
import it from "@/lib/i18n/messages/it";
import type { ApprovalRefusal } from "./approval/commands";
import type { AskApprovalRefusal } from "./approval/rules";
import type { DeclineRefusal, InvitingRefusal } from "./asking/commands";
import type { AnswerCoHostRefusal, AskCoHostRefusal, PartRefusal } from "./cohosting/rules";
import type { AskingRefusal, CoverRefusal, NotNowRefusal } from "./covering/commands";
import type { AdoptRefusal, AnswerRefusal, HandoverRefusal } from "./handover/rules";
import type { BecomingRefusal, JoiningRefusal, OpenRefusal } from "./idea/commands";
import type { ReadRefusal } from "./import/commands";
import type { OfferLeadRefusal, TakeLeadRefusal } from "./lead/rules";
import type { OfferingRefusal } from "./offer/commands";
import type { DecideRefusal, WithdrawRefusal } from "./offer/rules";
import type { AddPictureRefusal } from "./picture/commands";
import type { PlanRefusal } from "./plan/commands";
import type { ProposalRefusal } from "./proposal/commands";
import type { ConcludeRefusal, MoveRefusal } from "./rules";
import type { SeatAnswerRefusal } from "./seat/commands";
import type { SignRefusal } from "./signature/rules";
import type { RenewRefusal } from "./term/rules";
import type { ThankRefusal } from "./thanks/rules";

type Bare<Code, Room extends string> = Code extends `${Room}.${infer Rest}` ? Rest : never;
type Codes =
  | MoveRefusal
  | ConcludeRefusal
  | OfferingRefusal
  | DecideRefusal
  | WithdrawRefusal
  | PlanRefusal
  | ProposalRefusal
  | HandoverRefusal
  | AdoptRefusal
  | AnswerRefusal
  | OpenRefusal
  | JoiningRefusal
  | BecomingRefusal
  | InvitingRefusal
  | DeclineRefusal
  | SeatAnswerRefusal
  | AskingRefusal
  | ApprovalRefusal
  | RenewRefusal
  | AskApprovalRefusal
  | CoverRefusal
  | NotNowRefusal
  | AskCoHostRefusal
  | AnswerCoHostRefusal
  | PartRefusal
  | OfferLeadRefusal
  | TakeLeadRefusal
  | SignRefusal
  | AddPictureRefusal
  | ThankRefusal
  | ReadRefusal
  | "project.notRunning";

// Checked by the compiler: a refusal without a sentence does not build, and no sentence is left over.
it.project.refusal satisfies Record<Bare<Codes, "project">, string>;
({}) as Record<Bare<Codes, "project">, string> satisfies Record<keyof typeof it.project.refusal, string>;

test.each([
  ["it", it, "dal 19 febbraio 2027"],
  ["en", en, "from 19 February 2027"],
] as const)("in %s a refusal with a date says it in words", (locale, messages, said) => {
  const t = createTranslator({
    locale,
    messages: messages as typeof it,
    namespace: "project.refusal",
    timeZone: "Europe/Rome",
  });
  expect(t("offeredTooSoon", { again: new Date("2027-02-19T10:00:00Z").getTime() as never })).toContain(said);
});
