import type { MissingPart } from "@/lib/member/types";
import type { WaitingCharter } from "../acceptance/types";
import type { EntryDoor, EntryRefusal } from "../application/rules";
import type { OwnRoleRef, Responsibility, Role } from "../role/types";
import type { TrustView } from "../trust/types";

/** A role offered to whoever looks, waiting for their answer. */
export type OfferedRole = {
  readonly id: string;
  /** Null for one of the association's own. */
  readonly role: Role | null;
  readonly own: OwnRoleRef | null;
  readonly by: string | null;
  /** Held already, and changed since it was accepted. */
  readonly isChange: boolean;
  /** For a role by trust, whether the trust it takes is there. */
  readonly trust: TrustView | null;
};

/** A role of whoever looks that counts for nothing until a day is over; one of the association's own by its name. */
export type PausedRole = {
  readonly id: string;
  readonly role: Role | null;
  readonly own: string | null;
  /** Its last day, as «2026-12-13». */
  readonly untilOn: string;
};

export type MemberPosition = {
  readonly kind: "member";
  readonly state: "ACTIVE" | "PAUSED";
  readonly responsibilities: readonly Responsibility[];
  /** Last day of the statement, as «2027-06-30», and whether it has passed (rule PT1). */
  readonly pledgedUntil: string;
  readonly isPledgeOver: boolean;
  readonly offeredRoles: readonly OfferedRole[];
  /** Roles of theirs that a measure keeps in pause: held, and counting for nothing until then (rule MO4). */
  readonly pausedRoles: readonly PausedRole[];
  /** A charter that waits for their word, and until when (rule M11); null when none does. */
  readonly waiting: WaitingCharter | null;
  /** Whether they may step up for an association nobody looks after (rule M7). */
  readonly mayTakeUp: boolean;
};

export type InvitedPosition = {
  readonly kind: "invited";
  /** INVITATION, or APPLICATION where more words than the inviter's are asked for. */
  readonly door: EntryDoor;
  readonly invitationId: string;
  readonly inviter: string;
  readonly reason: string;
  readonly expiresAt: string;
  readonly missingProfile: readonly MissingPart[];
};

/** Where whoever looks stands towards an association: it decides the one act its page offers. */
export type Position =
  | { readonly kind: "visitor" }
  | MemberPosition
  | {
      readonly kind: "pending";
      readonly applicationId: string;
      readonly submittedAt: string;
      readonly answerBy: string;
    }
  | InvitedPosition
  | {
      readonly kind: "outsider";
      /** Why not now; null when they may come in. */
      readonly refusal: { readonly code: EntryRefusal; readonly from: number | null } | null;
      readonly missingProfile: readonly MissingPart[];
    };
