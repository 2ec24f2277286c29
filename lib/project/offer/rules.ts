import { addDays } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { isOpenToOffers, isOver } from "../rules";
import type { Brings, OfferState, ProjectState } from "../types";

/** After a «non ora» the same person does not ask the same need again for so long (rule PT3). */
export const ASK_AGAIN_DAYS = 90;

export type OfferRefusal =
  | "project.notOpenToOffers"
  | "project.alreadyOffered"
  | "project.offeredTooSoon"
  | "project.competenceNotHeld"
  | "project.contactDiscloses";

export type OfferFacts = {
  readonly now: Date;
  readonly state: ProjectState;
  /** Ids of the competences on the profile of whoever offers. */
  readonly heldCompetenceIds: readonly number[];
  readonly hasOpenOffer: boolean;
  readonly lastDeclinedAt: Date | null;
};

export type Draft = { readonly brings: Brings; readonly competenceId: number | null; readonly contact: string };

/** Whether this person may offer to this need now, before reading what they bring (rules PJ3, PJ4, PT3). */
export function canOffer({ now, state, hasOpenOffer, lastDeclinedAt }: OfferFacts): Result<null, OfferRefusal> {
  if (!isOpenToOffers(state)) return refuse("project.notOpenToOffers");
  if (hasOpenOffer) return refuse("project.alreadyOffered");
  const again = lastDeclinedAt && addDays(lastDeclinedAt, ASK_AGAIN_DAYS);
  if (again && now < again) return refuse("project.offeredTooSoon", { params: { again: again.getTime() } });
  return ok(null);
}

/** Whether what is offered names a competence of one's own or a contact told without anybody's data (rule PJ3). */
export function namesSomething(
  draft: Draft,
  { heldCompetenceIds }: Pick<OfferFacts, "heldCompetenceIds">,
): Result<null, OfferRefusal> {
  if (draft.brings === "CONTACT")
    return disclosesContact(draft.contact) ? refuse("project.contactDiscloses", { field: "contact" }) : ok(null);
  const isHeld = draft.competenceId !== null && heldCompetenceIds.includes(draft.competenceId);
  return isHeld ? ok(null) : refuse("project.competenceNotHeld", { field: "competence" });
}

/** Both: whether this offer, by this person, now. */
export function canComeIn(draft: Draft, facts: OfferFacts): Result<null, OfferRefusal> {
  const entry = canOffer(facts);
  return entry.ok ? namesSomething(draft, facts) : entry;
}

const EMAIL = /[^\s@]+@[^\s@]+\.[^\s@]+/;
const NUMBER = /(?:\d[\s./()-]*){9,}/;
const ADDRESS = /https?:\/\/|www\./i;

/** Whether a text carries an address or a number by which somebody else could be reached. */
export function disclosesContact(text: string): boolean {
  return EMAIL.test(text) || NUMBER.test(text) || ADDRESS.test(text);
}

export type DecideRefusal =
  | "project.notOpenToOffers"
  | "project.offerClosed"
  | "project.offerTermOver"
  | "project.notFirst";

export type DecisionFacts = {
  readonly projectState: ProjectState;
  readonly state: OfferState;
  readonly seats: number;
  readonly accepted: number;
  /** Offers to the same need that were queued before this one. */
  readonly queuedBefore: number;
  /** Whether the last day its giver said has gone by. */
  readonly isTermOver: boolean;
};

/**
 * What becomes of an offer the owner says yes to: a seat while there is one, else a place in the queue, behind those who
 * wait already (rule PJ4). Saying yes again changes nothing (rule A4).
 */
export function outcomeOfYes(facts: DecisionFacts): Result<"ACCEPTED" | "QUEUED", DecideRefusal> {
  if (facts.state === "ACCEPTED") return ok("ACCEPTED");
  if (facts.state !== "WAITING" && facts.state !== "QUEUED") return refuse("project.offerClosed");
  if (!isOpenToOffers(facts.projectState)) return refuse("project.notOpenToOffers");
  if (facts.isTermOver) return refuse("project.offerTermOver");
  const isFree = facts.accepted < facts.seats;
  if (isFree && facts.queuedBefore === 0) return ok("ACCEPTED");
  if (isFree && facts.state === "QUEUED") return refuse("project.notFirst", { params: { count: facts.queuedBefore } });
  return ok("QUEUED");
}

/** Whether a «non ora» can still be said: a seat once given is its holder's to leave. */
export function canDecline(state: OfferState): Result<null, "project.offerClosed"> {
  return state === "WAITING" || state === "QUEUED" || state === "DECLINED" ? ok(null) : refuse("project.offerClosed");
}

export type WithdrawRefusal = "project.offerClosed";

/** Whether an offer can be taken back: always while it is open, a seat until the project has ended (rule PT2). */
export function canWithdraw(state: OfferState, projectState: ProjectState): Result<null, WithdrawRefusal> {
  if (state === "WAITING" || state === "QUEUED" || state === "WITHDRAWN") return ok(null);
  return state === "ACCEPTED" && !isOver(projectState) ? ok(null) : refuse("project.offerClosed");
}
