import type { Person, Place } from "../place/types";

/**
 * What can wait for one person:
 * documents (of the site, changed since they were accepted) · charter (a new version to accept) · pledge (about to end) · applications (to decide) · invitation, vouch and role (to answer) ·
 * custody (an association without stewards, to look after) · votes (to cast) · charge (to see to what was decided, to answer) ·
 * idea (of one's own, with people enough for a proposal) · dream (an idea to dream too, to answer) · seat (of what an idea became, to answer) · needAsk (a need to cover, to answer) · seatEnding (a seat whose last day draws near, to renew or leave) · offers (to an own project) · handover (of a project, to answer) ·
 * coHosting (a project to carry with others, to answer) · approvals (proposals of an association, to approve or not) · task (to take on, to answer) · contributions (of others to a project, to confirm) · deeds (of others for an association, to confirm) · welcome (to resume) · profile (lacks what joining asks).
 */
export const WAITING_KINDS = [
  "documents",
  "charter",
  "pledge",
  "applications",
  "invitation",
  "vouch",
  "role",
  "custody",
  "votes",
  "charge",
  "idea",
  "dream",
  "seat",
  "needAsk",
  "seatEnding",
  "offers",
  "handover",
  "task",
  "coHosting",
  "approvals",
  "contributions",
  "deeds",
  "welcome",
  "profile",
] as const;

export type WaitingKind = (typeof WAITING_KINDS)[number];

/** One line of «Ti aspetta». */
export type WaitingItem = {
  readonly kind: WaitingKind;
  /** How many of the kind wait in this place. */
  readonly count: number;
  /** Last day to act, as «2026-11-30»; null when nothing happens by itself. */
  readonly dueOn: string | null;
  readonly association: Place | null;
  readonly project: Place | null;
  /** The person whose answer is nearest, or who asked. */
  readonly person: Person | null;
  /** What the act needs besides: the invitation, the role offered, the step of the welcome. */
  readonly detail: string;
};
