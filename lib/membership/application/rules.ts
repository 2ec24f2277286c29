import type { AssociationState, EntryMode } from "@/lib/association/types";
import { addDays, dayOf } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import type { MissingPart } from "@/lib/member/types";
import { arePapersInOrder, type PapersRefusal } from "../papers/rules";
import type { Papers, Terms } from "../papers/types";
import { hasPlace, isMember } from "../rules";
import type { Door, MembershipState } from "../types";
import type { ApplicationState } from "./types";

export type HandingInRefusal = EntryRefusal | PapersRefusal | "membership.profileIncomplete";

type HandingIn = {
  readonly facts: EntryFacts;
  readonly terms: Terms;
  readonly missingProfile: readonly MissingPart[];
};

/** Whether these papers may be handed in now, and at which door. */
export function canHandIn(papers: Papers, { facts, terms, missingProfile }: HandingIn): Result<Door, HandingInRefusal> {
  const door = doorNow(facts);
  if (!door.ok) return door;
  const inOrder = arePapersInOrder(papers, terms, dayOf(facts.now));
  if (!inOrder.ok) return inOrder;
  return missingProfile.length > 0 ? refuse("membership.profileIncomplete") : door;
}

export type EntryRefusal =
  | "membership.alreadyMember"
  | "membership.alreadyApplied"
  | "membership.inCustody"
  | "membership.full"
  | "membership.byInvitationOnly"
  | "membership.reapplyTooSoon";

export type EntryFacts = {
  readonly now: Date;
  readonly association: {
    readonly state: AssociationState;
    readonly entry: EntryMode;
    readonly memberLimit: number | null;
    readonly memberCount: number;
    readonly sponsorsRequired: number;
  };
  readonly applicant: {
    readonly state: MembershipState | null;
    readonly hasPending: boolean;
    /** From when the last decline lets them ask again, by the interval of that application (rule R5). */
    readonly reapplyFrom: Date | null;
    readonly isInvited: boolean;
  };
};

/** The doors one comes to; a founder makes theirs. */
export type EntryDoor = Exclude<Door, "FOUNDER">;

/**
 * Through which door this person may come in now, before reading what they wrote. An invitation opens whatever the mode
 * (rule M3) and does not wait for the cool-down after a decline; where two words are asked for, the inviter's is one and the
 * application waits for the other. Somebody once excluded always goes through the stewards, asked in or not.
 */
export function doorNow(facts: EntryFacts): Result<EntryDoor, EntryRefusal> {
  const { association, applicant } = facts;
  if (isMember(applicant.state)) return refuse("membership.alreadyMember");
  if (applicant.hasPending) return refuse("membership.alreadyApplied");
  if (association.state !== "OPEN") return refuse("membership.inCustody");
  if (!hasPlace(association)) return refuse("membership.full");
  if (applicant.isInvited) {
    const waits = applicant.state === "EXCLUDED" || association.sponsorsRequired > 1;
    return ok(waits ? "APPLICATION" : "INVITATION");
  }
  return doorUnasked(facts);
}

function doorUnasked({ now, association, applicant }: EntryFacts): Result<EntryDoor, EntryRefusal> {
  if (association.entry === "INVITATION") return refuse("membership.byInvitationOnly");
  const from = applicant.reapplyFrom;
  if (from && now < from) return refuse("membership.reapplyTooSoon", { params: { from: from.getTime() } });
  return ok(association.entry === "OPEN" && applicant.state !== "EXCLUDED" ? "OPEN" : "APPLICATION");
}

type Declined = { readonly closedAt: Date | null; readonly reapplyCooldownDays: number };

/** When one may apply again after a decline (rule M4); null when nothing was ever declined. */
export function reapplyFrom(declined: Declined | undefined): Date | null {
  return declined?.closedAt ? addDays(declined.closedAt, declined.reapplyCooldownDays) : null;
}

/** The state an application has at an instant: one past its day is over, even before the job writes so. */
export function stateAt({
  now,
  state,
  answerBy,
}: {
  now: Date;
  state: ApplicationState;
  answerBy: Date | null;
}): ApplicationState {
  return state === "PENDING" && answerBy !== null && answerBy < now ? "EXPIRED" : state;
}
