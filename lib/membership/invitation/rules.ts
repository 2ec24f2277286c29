import type { AssociationState } from "@/lib/association/types";
import { addDays } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import type { ApplicationState } from "../application/types";
import type { Responsibility } from "../role/types";
import { ASK_AGAIN_DAYS, isMember } from "../rules";
import type { MembershipState } from "../types";

/** An invitation stands so many days. */
export const INVITATION_DAYS = 30;

/** How many one person asks in within a day, and how many invitations of one association wait at once: no bulk (rule C4). */
export const INVITED_A_DAY_MAX = 20;
export const INVITATIONS_OPEN_MAX = 100;

export type RoomRefusal = "membership.invitedEnough" | "membership.tooManyWait";

export type RoomFacts = {
  /** By this inviter in the last twenty-four hours, by name or by mail, wherever. */
  readonly invitedToday: number;
  /** Of this association, by name or by mail; those of an import apart. */
  readonly openCount: number;
};

/** Whether one more may be asked in now, by name or by mail. */
export function hasRoom({ invitedToday, openCount }: RoomFacts): Result<null, RoomRefusal> {
  if (invitedToday >= INVITED_A_DAY_MAX)
    return refuse("membership.invitedEnough", { params: { max: INVITED_A_DAY_MAX } });
  return openCount >= INVITATIONS_OPEN_MAX
    ? refuse("membership.tooManyWait", { params: { max: INVITATIONS_OPEN_MAX } })
    : ok(null);
}

export type InviteRefusal =
  | RoomRefusal
  | "membership.inviteSelf"
  | "membership.inviteeIsMember"
  | "membership.alreadyInvited"
  | "membership.notAgainYet"
  | "membership.applicantWaiting"
  | "membership.inCustody";

export type InviteFacts = {
  readonly now: Date;
  readonly associationState: AssociationState;
  readonly inviterId: string;
  readonly inviterHolds: readonly Responsibility[];
  readonly room: RoomFacts;
  readonly invitee: {
    readonly id: string;
    readonly state: MembershipState | null;
    readonly isInvited: boolean;
    readonly hasPending: boolean;
    /** When they last said «non ora» to this inviter for this association; other people's askings stay theirs. */
    readonly lastDeclinedAt: Date | null;
  };
};

/**
 * Whether this person is asked in now. Where they knocked already, the invitation resolves their application (rule M3), and
 * only whoever admits may do that.
 */
export function canInvite(facts: InviteFacts): Result<"INVITE" | "ADMIT", InviteRefusal> {
  const { invitee } = facts;
  if (invitee.id === facts.inviterId) return refuse("membership.inviteSelf", { field: "whom" });
  if (facts.associationState !== "OPEN") return refuse("membership.inCustody");
  if (isMember(invitee.state)) return refuse("membership.inviteeIsMember", { field: "whom" });
  if (invitee.hasPending)
    return facts.inviterHolds.includes("ADMIT")
      ? ok("ADMIT")
      : refuse("membership.applicantWaiting", { field: "whom" });
  if (invitee.isInvited) return refuse("membership.alreadyInvited", { field: "whom" });
  return mayAskNow(facts);
}

/** Whether the days after a «non ora» are over (rule PT3), and one more may be asked in today. */
function mayAskNow({ now, invitee, room }: InviteFacts): Result<"INVITE", InviteRefusal> {
  const from = invitee.lastDeclinedAt && addDays(invitee.lastDeclinedAt, ASK_AGAIN_DAYS);
  if (from && now < from) return refuse("membership.notAgainYet", { field: "whom", params: { from: from.getTime() } });
  const verdict = hasRoom(room);
  return verdict.ok ? ok("INVITE") : verdict;
}

/** The state an invitation has at an instant: past its day it is over, even before the job writes so. */
export function invitationStateAt(invitation: {
  state: ApplicationState;
  expiresAt: Date;
  now: Date;
}): ApplicationState {
  const { state, expiresAt, now } = invitation;
  return state === "PENDING" && expiresAt <= now ? "EXPIRED" : state;
}
