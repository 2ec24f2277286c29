import { createHash } from "node:crypto";
import type { AssociationState } from "@/lib/association/types";
import { addDays } from "@/lib/core/duration";
import { type Result, refuse } from "@/lib/core/result";
import type { ApplicationState } from "../application/types";
import { hasRoom, type RoomFacts, type RoomRefusal } from "../invitation/rules";
import { ASK_AGAIN_DAYS } from "../rules";
import type { LetterOutcome, LetterState } from "./types";

/** So long after a letter closed it is still known that this address was written to, and nothing else of it. */
export const MARK_DAYS = 365;

/**
 * What is kept of an address to write to it no second time, within one association. No address, and without a key no secret
 * either: whoever holds the database can try addresses until one fits.
 */
export function markOf(associationId: string, email: string): string {
  return createHash("sha256").update(`${associationId}:${email}`).digest("hex");
}

export type LetterRefusal =
  | RoomRefusal
  | "membership.inCustody"
  | "membership.addressWaits"
  | "membership.addressNotYet";

export type LetterFacts = {
  readonly now: Date;
  readonly associationState: AssociationState;
  /** Whether a letter of this association waits at that address already, whoever wrote it. */
  readonly isWritten: boolean;
  /** When that address last said «non ora» to this inviter for this association (rule PT3). */
  readonly lastDeclinedAt: Date | null;
  readonly room: RoomFacts;
};

/**
 * Whether a letter leaves now. It asks nothing about whom the address belongs to, so that no answer tells whether it belongs to
 * somebody here: not to the platform, nor to the association.
 */
export function canWriteLetter({ now, ...facts }: LetterFacts): Result<null, LetterRefusal> {
  if (facts.associationState !== "OPEN") return refuse("membership.inCustody");
  if (facts.isWritten) return refuse("membership.addressWaits", { field: "email" });
  const from = facts.lastDeclinedAt && addDays(facts.lastDeclinedAt, ASK_AGAIN_DAYS);
  if (from && now < from)
    return refuse("membership.addressNotYet", { field: "email", params: { from: from.getTime() } });
  return hasRoom(facts.room);
}

type At = { readonly state: LetterState; readonly expiresAt: Date; readonly now: Date };

/** The state a letter has at an instant: past its day it is over, even before the job writes so. */
export function letterStateAt({ state, expiresAt, now }: At): LetterState {
  return state === "PENDING" && expiresAt <= now ? "EXPIRED" : state;
}

/** What whoever wrote a letter reads of it: one that was taken up reads as the invitation it became (rule PT3). */
export function outcomeOf(letter: At, invitation: ApplicationState | null): LetterOutcome {
  const state = letterStateAt(letter);
  return state === "TAKEN" ? (invitation ?? "TAKEN") : state;
}
