import { addDays } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { stateAt } from "../application/rules";
import type { ApplicationState } from "../application/types";
import { ASK_AGAIN_DAYS } from "../rules";
import { type ActRefusal, canAct } from "../standing/rules";
import type { Limits } from "../standing/types";
import type { VouchState } from "./types";

/** How many people an applicant asks for a word, on one application. */
export const ASKED_MAX = 5;

type Pending = { readonly now: Date; readonly state: ApplicationState; readonly answerBy: Date | null };

export type AskVouchRefusal =
  | "membership.alreadyDecided"
  | "membership.noVouchNeeded"
  | "membership.vouchSelf"
  | "membership.vouchAsked"
  | "membership.vouchesEnough";

export type AskVouchFacts = Pending & {
  readonly sponsorsRequired: number;
  readonly isSelf: boolean;
  readonly isAsked: boolean;
  readonly askedCount: number;
};

/**
 * Whether an applicant asks this person for a word. Nothing here depends on whether that person belongs: whoever does not is
 * not told, and reads to the applicant as «non ancora» (rule A2).
 */
export function canAskVouch(facts: AskVouchFacts): Result<null, AskVouchRefusal> {
  const state = stateAt(facts);
  if (state !== "PENDING") return refuse("membership.alreadyDecided", { params: { state } });
  if (facts.sponsorsRequired === 0) return refuse("membership.noVouchNeeded");
  if (facts.isSelf) return refuse("membership.vouchSelf", { field: "whom" });
  if (facts.isAsked) return refuse("membership.vouchAsked", { field: "whom" });
  return facts.askedCount >= ASKED_MAX ? refuse("membership.vouchesEnough", { params: { max: ASKED_MAX } }) : ok(null);
}

/** What a new asking is: after a «non ora» the same person does not hear the same for ninety days (rule PT3). */
export function askedAs(lastRefusedAt: Date | null, now: Date): Extract<VouchState, "ASKED" | "REFUSED"> {
  return lastRefusedAt && now < addDays(lastRefusedAt, ASK_AGAIN_DAYS) ? "REFUSED" : "ASKED";
}

export type GiveVouchRefusal = "membership.vouchOver" | ActRefusal;

type GivingFacts = Pending & { readonly vouch: VouchState; readonly limits: Limits };

/** Whether an asked word is given now: while the application waits, by a member who takes part (rules M10, M11). */
export function canGiveVouch({ vouch, limits, ...application }: GivingFacts): Result<null, GiveVouchRefusal> {
  if (vouch !== "ASKED" || stateAt(application) !== "PENDING") return refuse("membership.vouchOver");
  return canAct(limits, "TAKE_PART");
}

/** How many words an application still lacks before somebody is admitted. */
export function missingVouches({ given, required }: { given: number; required: number }): number {
  return Math.max(0, required - given);
}
