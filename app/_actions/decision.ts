"use server";

import { getLocale } from "next-intl/server";
import { castBallot } from "@/lib/decision/ballot/commands";
import { acceptCharge, entrustDecision, refuseCharge } from "@/lib/decision/charge/commands";
import { putCharterToVote } from "@/lib/decision/charter/commands";
import { amendDecision, withdrawDecision } from "@/lib/decision/commands";
import { openDecision } from "@/lib/decision/opening/commands";
import {
  amendInput,
  ballotInput,
  chargeInput,
  charterVoteInput,
  decisionInput,
  entrustInput,
  openInput,
} from "@/lib/decision/schema";
import { redirect } from "@/lib/i18n/navigation";
import { formAction } from "./form-action";

type At = { decisionId: string; associationSlug: string };

/** Back to the decision, which says what has just been done. */
async function goTo({ decisionId: id, associationSlug: slug }: At, done: string): Promise<never> {
  const href = { pathname: "/associations/[slug]/decisions/[id]", params: { slug, id }, query: { done } } as const;
  return redirect({ href, locale: await getLocale() });
}

export const openDecisionAction = formAction({
  name: "app/_actions/decision.ts#openDecisionAction",
  schema: openInput,
  command: openDecision,
  onDone: (at) => goTo(at, "opened"),
});

export const putCharterToVoteAction = formAction({
  name: "app/_actions/decision.ts#putCharterToVoteAction",
  schema: charterVoteInput,
  command: putCharterToVote,
  onDone: (at) => goTo(at, "opened"),
});

export const castBallotAction = formAction({
  name: "app/_actions/decision.ts#castBallotAction",
  schema: ballotInput,
  command: castBallot,
  onDone: (at) => goTo(at, "cast"),
});

export const amendDecisionAction = formAction({
  name: "app/_actions/decision.ts#amendDecisionAction",
  schema: amendInput,
  command: amendDecision,
  onDone: (at) => goTo(at, "amended"),
});

export const withdrawDecisionAction = formAction({
  name: "app/_actions/decision.ts#withdrawDecisionAction",
  schema: decisionInput,
  command: withdrawDecision,
  onDone: (at) => goTo(at, "withdrawn"),
});

export const entrustDecisionAction = formAction({
  name: "app/_actions/decision.ts#entrustDecisionAction",
  schema: entrustInput,
  command: entrustDecision,
  onDone: (at) => goTo(at, "entrusted"),
});

export const acceptChargeAction = formAction({
  name: "app/_actions/decision.ts#acceptChargeAction",
  schema: chargeInput,
  command: acceptCharge,
  onDone: (at) => goTo(at, "chargeAccepted"),
});

export const refuseChargeAction = formAction({
  name: "app/_actions/decision.ts#refuseChargeAction",
  schema: chargeInput,
  command: refuseCharge,
  onDone: (at) => goTo(at, "chargeRefused"),
});
