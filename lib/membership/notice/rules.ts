/** What a page may say has just happened: the only texts an address can call up. The sentences are `membership.done.*`. */
export const DONE = [
  "founded",
  "applied",
  "joined",
  "withdrawn",
  "admitted",
  "declined",
  "supported",
  "invited",
  "invitationDeclined",
  "invitationWithdrawn",
  "said",
  "vouchAsked",
  "vouchGiven",
  "vouchRefused",
  "letterWritten",
  "letterWithdrawn",
  "letterDeclined",
  "linkMade",
  "linkRevoked",
  "membersImported",
  "importWithdrawn",
  "roleOffered",
  "roleAccepted",
  "roleRefused",
  "roleEnded",
  "custodyTaken",
  "pledgeRenewed",
  "shown",
  "hidden",
  "paused",
  "cardSet",
  "cardRenewed",
  "resumed",
  "left",
  "leftInCustody",
  "entryEdited",
  "identityEdited",
] as const;
export type Done = (typeof DONE)[number];

/** The word an address brings, when it is one of ours. */
export function doneOf(given: string | readonly string[] | undefined): Done | null {
  return DONE.find((done) => done === given) ?? null;
}
