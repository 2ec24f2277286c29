import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import en from "@/lib/i18n/messages/en";
import it from "@/lib/i18n/messages/it";
import type { AbsenceFailure, BackFailure } from "./absence/commands";
import type { ApplyRefusal, WithdrawRefusal } from "./application/commands";
import type { DefineRoleRefusal, ShapeRoleRefusal } from "./bundle/commands";
import type { CardRefusal, RenewCardRefusal } from "./card/commands";
import type { PublishRefusal } from "./charter/commands";
import type { ConfirmPapersRefusal } from "./confirmation/commands";
import type { SayRefusal } from "./conversation/commands";
import type { DecideRefusal } from "./decision/commands";
import type { DiscardDraftRefusal, SaveDraftRefusal } from "./draft/commands";
import type { FoundRefusal } from "./founding/commands";
import type { AskHelpFailure, CloseHelpFailure } from "./help/commands";
import type { ImportMembersRefusal, WithdrawImportRefusal } from "./import/commands";
import type { AnswerInvitationRefusal, InvitingRefusal } from "./invitation/commands";
import type { LeaveRefusal } from "./leaving/commands";
import type { WithdrawLetterRefusal, WriteLetterRefusal } from "./letter/commands";
import type { MakeLinkRefusal, RevokeLinkRefusal } from "./link/commands";
import type { DeclineOpeningRefusal, TakeUpRefusal } from "./opening/commands";
import type { PausingRefusal, ResumingRefusal } from "./pausing/commands";
import type { RenewRefusal, ShowRefusal } from "./pledge/commands";
import type { AnswerRoleRefusal, CustodyRefusal, EndRoleRefusal, OfferRoleRefusal } from "./role/commands";
import type { SetEntryRefusal, SetIdentityRefusal } from "./setting/commands";
import type { GiveTrustRefusal, WithdrawTrustRefusal } from "./trust/commands";
import type { AskingRefusal, GivingRefusal, RefusingRefusal } from "./vouch/commands";

type Bare<Code, Room extends string> = Code extends `${Room}.${infer Rest}` ? Rest : never;
type Codes =
  | ApplyRefusal
  | WithdrawRefusal
  | ConfirmPapersRefusal
  | DecideRefusal
  | FoundRefusal
  | InvitingRefusal
  | AnswerInvitationRefusal
  | LeaveRefusal
  | PausingRefusal
  | ResumingRefusal
  | RenewRefusal
  | ShowRefusal
  | SaveDraftRefusal
  | DiscardDraftRefusal
  | PublishRefusal
  | OfferRoleRefusal
  | AnswerRoleRefusal
  | EndRoleRefusal
  | CustodyRefusal
  | SayRefusal
  | AskingRefusal
  | GivingRefusal
  | RefusingRefusal
  | ImportMembersRefusal
  | WithdrawImportRefusal
  | WithdrawLetterRefusal
  | WriteLetterRefusal
  | MakeLinkRefusal
  | RevokeLinkRefusal
  | DeclineOpeningRefusal
  | TakeUpRefusal
  | GiveTrustRefusal
  | WithdrawTrustRefusal
  | DefineRoleRefusal
  | ShapeRoleRefusal
  | CardRefusal
  | RenewCardRefusal
  | AbsenceFailure
  | BackFailure
  | AskHelpFailure
  | CloseHelpFailure
  | SetEntryRefusal
  | SetIdentityRefusal;

// Checked by the compiler: a refusal without a sentence does not build, and no sentence is left over.
it.membership.refusal satisfies Record<Bare<Codes, "membership">, string>;
({}) as Record<Bare<Codes, "membership">, string> satisfies Record<keyof typeof it.membership.refusal, string>;
it.association.refusal satisfies Record<Bare<Codes, "association">, string>;
({}) as Record<Bare<Codes, "association">, string> satisfies Record<keyof typeof it.association.refusal, string>;

describe.each([
  ["it", it, ["già stata accolta", "almeno 3 ore a trimestre", "dal 19 febbraio 2027"]],
  ["en", en, ["already been accepted", "at least 3 hours a quarter", "2027"]],
] as const)("in %s", (locale, messages, [decided, small, soon]) => {
  const namespace = "membership.refusal";
  const t = createTranslator({ locale, messages: messages as typeof it, namespace, timeZone: "Europe/Rome" });

  test("A4: whoever loses a race reads the state there is", () => {
    expect(t("alreadyDecided", { state: "ACCEPTED" } as never)).toContain(decided);
  });

  test("quantities and dates are said in words", () => {
    expect(t("pledgeTooSmall", { hours: 3, period: "QUARTER" })).toContain(small);
    expect(t("reapplyTooSoon", { from: Date.UTC(2027, 1, 19, 10) as never })).toContain(soon);
  });
});
