import type { AssociationRef } from "@/lib/association/types";
import type { ApplicationState } from "../application/types";
import type { SentLetter } from "../letter/types";
import type { LinkLine } from "../link/types";
import type { Responsibility } from "../role/types";
import type { PersonView } from "../types";

/** An invitation as whoever sent it sees it; nobody else does (rule PT3). */
export type SentInvitation = {
  readonly id: string;
  readonly person: PersonView;
  readonly reason: string;
  readonly state: ApplicationState;
  readonly createdAt: string;
  readonly expiresAt: string;
};

export type InvitationDesk = {
  readonly association: AssociationRef;
  /** What whoever looks answers for. */
  readonly holds: readonly Responsibility[];
  readonly sent: readonly SentInvitation[];
  readonly letters: readonly SentLetter[];
  readonly links: readonly LinkLine[];
};

/** An invitation as whoever was asked sees it. */
export type ReceivedInvitation = {
  readonly id: string;
  readonly association: AssociationRef;
  readonly inviter: string;
  readonly reason: string;
  readonly expiresAt: string;
};
