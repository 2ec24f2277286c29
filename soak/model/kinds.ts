/** The steps of each kind of life, as often as they are drawn. What all lives have in common stands first. */
const COMING = ["apply", "apply", "apply", "decide", "decide", "invite"] as const;
const BEING = ["pause", "resume", "leave", "renew", "offerRole", "offerRole", "acceptRole", "acceptRole"] as const;
const TIME = ["jobs", "tick", "tick"] as const;

export const KINDS = {
  doors: [
    ...[...COMING, "withdraw", "invite", "invite", "declineInvitation", "withdrawInvitation"],
    ...[...BEING, "refuseRole", "endRole", "takeUpCustody", ...TIME],
  ],
  charter: [
    ...[...COMING, ...BEING, "renew", "takeUpCustody", ...TIME, "tick", "jobs"],
    ...["saveDraft", "saveDraft", "publish", "publish", "publish", "discardDraft", "confirmPapers", "confirmPapers"],
  ],
} as const;

export type Theme = keyof typeof KINDS;
export type Kind = (typeof KINDS)[Theme][number];
