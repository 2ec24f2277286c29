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
  voting: [
    ...[
      "saveDraft",
      "saveDraft",
      "putToVote",
      "putToVote",
      "putToVote",
      "withdrawVote",
      "publish",
      "publish",
      "publish",
    ],
    ...["castOnCharter", "castOnCharter", "castOnCharter", "castOnCharter", "castOnCharter", "castOnCharter"],
    ...["renew", "renew", "apply", "pause", "resume", "leave", "discardDraft", "jobs", "jobs", "tick", "tick", "tick"],
  ],
  behind: [
    ...["tick", "tick", "tick", "tick", "tick", "jobs", "jobs", "jobs", "jobs", "propose", "propose", "propose"],
    ...[
      "declare",
      "declare",
      "declare",
      "confirm",
      "confirm",
      "confirm",
      "renew",
      "renew",
      "pause",
      "resume",
      "resume",
    ],
    ...["leave", "apply", "offerRole", "acceptRole", "acceptRole", "takeUpCustody", "invite", "giveTrust"],
    ...[
      "saveDraft",
      "publish",
      "putToVote",
      "castOnCharter",
      "castOnCharter",
      "openCase",
      "openCaseVote",
      "castOnCase",
    ],
  ],
  asking: [
    ...[...COMING, "apply", "decide", "withdraw", "pause", "leave", "renew", "offerRole", "acceptRole", ...TIME],
    ...[
      "setEntry",
      "setEntry",
      "askVouch",
      "askVouch",
      "askVouch",
      "giveVouch",
      "giveVouch",
      "giveVouch",
      "refuseVouch",
    ],
    ...["makeLink", "makeLink", "revokeLink", "takeUp", "takeUp", "takeUp", "takeUp"],
  ],
  exclusion: [
    ...["apply", "apply", "decide", "invite", "pause", "resume", "leave", "renew", "renew", "offerRole", "acceptRole"],
    ...["openCase", "openCase", "openCase", "answerCase", "rule", "rule", "rule", "rule", "appealCase", "appealCase"],
    ...["appealCase", "openCaseVote", "openCaseVote", "castOnCase", "castOnCase", "castOnCase", "castOnCase"],
    ...["castOnCase", ...TIME, "jobs"],
  ],
  roles: [
    ...[...BEING, "apply", "invite", "decide", "refuseRole", "endRole", "endRole", "endRole", "takeUpCustody", ...TIME],
    ...["defineRole", "defineRole", "defineRole", "changeRole", "changeRole", "changeRole", "changeRole", "retireRole"],
    ...["offerRole", "offerRole", "acceptRole", "acceptRole", "acceptRole", "retireRole", "setEntry", "openCase"],
  ],
  letters: [
    ...["writeLetter", "writeLetter", "writeLetter", "importMembers", "importMembers", "withdrawImport"],
    ...["takeLetter", "takeLetter", "takeLetter", "takeLetter", "declineLetter", "withdrawLetter", "jobs", "jobs"],
    ...["apply", "apply", "decide", "invite", "declineInvitation", "pause", "leave", "renew", "setEntry", "openCase"],
    ...["offerRole", "acceptRole", "acceptRole", "defineRole", "makeLink", "takeUp", "rule", ...TIME],
  ],
  trust: [
    ...["apply", "pause", "resume", "leave", "renew", "renew", "endRole", "changeRole", "retireRole", "openCase"],
    ...["defineRole", "offerRole", "offerRole", "offerRole", "acceptRole", "acceptRole", "acceptRole", "rule"],
    ...["declare", "declare", "confirm", "confirm", "giveTrust", "giveTrust", "giveTrust", "giveTrust", "giveTrust"],
    ...["withdrawTrust", ...TIME, "jobs"],
  ],
} as const;

/** What is done before anything is drawn. */
export type First = "together" | "vote" | "rule" | "behind" | "role" | null;
type Life = {
  /** How many come in first, and up to how many of them look after it too. */
  readonly joined: readonly number[];
  readonly stewards: number;
  readonly first: readonly First[];
  readonly steps: number;
  /** How many days go by at a time. */
  readonly days: readonly number[];
};

export const LIVES: Readonly<Record<keyof typeof KINDS, Life>> = {
  doors: { joined: [0], stewards: 0, first: [null], steps: 40, days: [1, 9, 15, 29, 30, 31, 60, 90] },
  charter: { joined: [0], stewards: 0, first: [null], steps: 35, days: [1, 9, 15, 29, 30, 31, 60, 90] },
  voting: { joined: [1, 2, 3], stewards: 1, first: ["vote"], steps: 40, days: [1, 7, 8, 9, 9, 30] },
  behind: { joined: [2, 3], stewards: 1, first: ["rule", "behind"], steps: 40, days: [1, 9, 10, 11, 20, 31] },
  asking: { joined: [1, 2, 3], stewards: 2, first: [null], steps: 35, days: [1, 9, 15, 30, 31, 60, 90] },
  exclusion: { joined: [2, 3, 4, 4], stewards: 2, first: [null], steps: 30, days: [1, 8, 9, 9, 15, 31, 61] },
  letters: { joined: [0, 1, 2], stewards: 1, first: [null], steps: 40, days: [1, 9, 29, 30, 31, 90, 200] },
  trust: { joined: [2, 3, 4], stewards: 0, first: ["together"], steps: 40, days: [1, 9, 20, 22, 60, 180] },
  roles: { joined: [2, 3, 4, 4], stewards: 1, first: ["role"], steps: 40, days: [1, 9, 30, 60, 89, 90] },
};

export type Theme = keyof typeof KINDS;
export type Kind = (typeof KINDS)[Theme][number];
