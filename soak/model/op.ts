import fc from "fast-check";
import { type First, KINDS, type Kind, LIVES, type Theme } from "./kinds";
import type { Duty, EntryMode, ExclusionBy, Role } from "./types";
import { PEOPLE } from "./world";

/** One step: who does what, to whom or to which of the last three, how long later. Every step can be taken at any time. */
export type Op = {
  readonly kind: Kind;
  readonly who: number;
  /** Whether it is done by somebody who may be expected to, when there is one, whoever `who` is. */
  readonly fits: boolean;
  readonly whom: number;
  /** Which application, invitation or role: 0 is the newest. Of a draft, how its text reads. */
  readonly nth: number;
  readonly papers: "good" | "short" | "listening" | "stale" | "mute" | "past";
  readonly isYes: boolean;
  readonly role: Role | "OWN";
  /** What a role of its own is to bundle, and whether it takes trust. */
  readonly isByTrust: boolean;
  readonly duties: readonly Duty[];
  readonly entry: EntryMode;
  /** Which part of the charter a draft changes. */
  readonly part: "value" | "wording" | "vote" | "rule";
  /** For `tick`: how many days go by. */
  readonly days: number;
  /** Whether the same form is sent once more (rule A7). */
  readonly again: boolean;
};

/** A step that asks for nothing in particular. */
export const NOTHING: Omit<Op, "kind"> = {
  ...{ who: 0, fits: false, whom: 0, nth: 0, papers: "good", isYes: true, role: "STEWARD", part: "value", days: 0 },
  ...{ duties: [], isByTrust: false },
  entry: "APPLICATION",
  again: false,
};

export type Setting = {
  readonly entry: EntryMode;
  readonly deciders: 1 | 2;
  readonly limit: number | null;
  readonly exclusionBy: ExclusionBy;
  /** How many come in through an open door first, and how many of those look after it too. */
  readonly joined: number;
  readonly stewards: number;
  readonly first: First;
};

const person = fc.nat(PEOPLE - 1);

/** What roles of its own bundle here. */
const BUNDLES: Duty[][] = [
  [],
  ["INVITE"],
  ["GRANT"],
  ["GRANT", "INVITE"],
  ["EDIT", "ADMIT"],
  ["MODERATE", "GRANT"],
  ["ADMIT", "INVITE", "GRANT", "EDIT", "MODERATE"],
];

const anOp = (theme: Theme): fc.Arbitrary<Op> =>
  fc.record({
    kind: fc.constantFrom<Kind[]>(...KINDS[theme]),
    // The founder acts more often: nobody else answers for anything at first.
    who: fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: person }),
    fits: fc.constantFrom(true, true, true, true, false),
    whom: person,
    nth: fc.nat(2),
    papers: fc.constantFrom("good", "good", "good", "good", "short", "listening", "stale", "mute", "past"),
    isYes: fc.constantFrom(true, true, false),
    role: fc.constantFrom(
      "STEWARD",
      "WELCOMER",
      ...(KINDS[theme].some((kind) => kind === "defineRole") ? (["OWN", "OWN", "OWN", "OWN"] as const) : []),
    ),
    isByTrust: fc.constantFrom(false, ...(theme === "trust" ? [true, true, true] : [])),
    duties: fc.constantFrom<Duty[][]>(...BUNDLES),
    entry: fc.constantFrom("APPLICATION", "APPLICATION", "INVITATION", "OPEN"),
    part: fc.constantFrom("value", "wording", "vote", "rule"),
    days: fc.constantFrom(...LIVES[theme].days),
    again: fc.boolean(),
  });

const aSetting = (theme: Theme): fc.Arbitrary<Setting> =>
  fc.record({
    // Where doors are not what it is about, they do not keep most of the people out.
    entry: fc.constantFrom<EntryMode[]>(
      "OPEN",
      theme === "doors" ? "APPLICATION" : "OPEN",
      "APPLICATION",
      "INVITATION",
    ),
    deciders: fc.constantFrom(1, 2),
    limit: fc.constantFrom(null, null, theme === "doors" ? 2 : 5, 3),
    exclusionBy: fc.constantFrom("STEWARDS", "VOTE"),
    joined: fc.constantFrom(...LIVES[theme].joined),
    stewards: fc.nat(LIVES[theme].stewards),
    first: fc.constantFrom(...LIVES[theme].first),
  });

const themes = Object.keys(KINDS) as Theme[];
const aLifeOf = (theme: Theme) =>
  fc.record({
    setting: aSetting(theme),
    ops: fc.array(anOp(theme), { minLength: 5, maxLength: LIVES[theme].steps, size: "max" }),
  });

/** How it is founded, and up to forty steps. */
export const aLife = fc.oneof(...themes.map(aLifeOf));

/** A charter that the members vote on from now on, or that asks something of each, before anybody else accepts it. */
const changedBy = (part: Op["part"]): Op[] => [
  { ...NOTHING, kind: "saveDraft", part, nth: 1 },
  { ...NOTHING, kind: "publish" },
  { ...NOTHING, kind: "renew" },
];

/** Long enough for whoever did nothing to be behind. */
const A_MONTH: Op[] = [
  { ...NOTHING, kind: "tick", days: 45 },
  { ...NOTHING, kind: "jobs" },
];

/** A role of its own, held by one who may offer it on. */
const A_ROLE: Op[] = [
  { ...NOTHING, kind: "defineRole", duties: ["GRANT"] },
  { ...NOTHING, kind: "offerRole", role: "OWN", whom: 1 },
  { ...NOTHING, kind: "acceptRole", who: 1 },
];

/** Those who come in first, as steps. */
export function beginningOf({ joined, stewards, first }: Setting): Op[] {
  const comers = Array.from({ length: joined }, (_, i) => i + 1);
  const role = { ...NOTHING, role: "STEWARD" as const };
  return [
    ...(first === "vote" ? changedBy("vote") : []),
    ...(first === "rule" || first === "behind" ? changedBy("rule") : []),
    ...comers.map((who): Op => ({ ...NOTHING, kind: "apply", who })),
    ...comers.slice(0, stewards).flatMap((who): Op[] => [
      { ...role, kind: "offerRole", who: 0, whom: who },
      { ...role, kind: "acceptRole", who },
    ]),
    ...(first === "behind" ? A_MONTH : []),
    ...(first === "role" ? A_ROLE : []),
    ...(first === "together" ? [0, ...comers].flatMap((who): Op[] => together(who, (who + 1) % (joined + 1))) : []),
  ];
}

const together = (who: number, next: number): Op[] => [
  { ...NOTHING, kind: "declare", who },
  { ...NOTHING, kind: "confirm", who: next },
];

/** A step in words, for a counterexample. */
export function inWords(op: Op): string {
  const { kind, who, whom, nth, papers, isYes, role, entry, part, days, again } = op;
  const said = isYes ? "yes" : "no";
  const newest = `newest-${nth}`;
  const detail: Partial<Record<Kind, string>> = {
    ...{ apply: papers, renew: papers, decide: `${newest} ${said}`, tick: `${days} days` },
    ...{ invite: `person ${whom}`, offerRole: `person ${whom} ${role === "OWN" ? newest : role}`, withdraw: newest },
    ...{ acceptRole: `${newest} ${papers}`, refuseRole: newest, endRole: newest },
    ...{ declineInvitation: newest, withdrawInvitation: newest, confirmPapers: `${newest} ${papers}` },
    ...{ saveDraft: `${part} ${nth} ${papers}`, publish: `${isYes ? "of substance" : "wording"} ${papers}` },
    ...{ setEntry: `${entry}, ${nth} words, ${isYes ? "one" : "two"} decide`, askVouch: `${newest} person ${whom}` },
    ...{ giveVouch: newest, refuseVouch: newest, revokeLink: newest, takeUp: newest },
    makeLink: `${nth + 1} uses, ${isYes ? 60 : 10} days`,
    ...{ openCase: `person ${whom} ${papers}`, answerCase: newest, rule: `${newest} ${isYes ? "out" : "in"}` },
    ...{ openCaseVote: `${newest} ${papers}`, castOnCase: `${newest} ${said}`, appealCase: newest },
    ...{ defineRole: `${whom} ${shapeOf(op)}`, changeRole: `${newest} ${whom} ${shapeOf(op)}`, retireRole: newest },
    ...{ declare: papers, confirm: newest, giveTrust: `person ${whom}`, withdrawTrust: `person ${whom}` },
    ...{ writeLetter: `to ${whom}`, importMembers: `from ${whom} ${newest} ${papers}`, withdrawImport: newest },
    ...{ takeLetter: newest, withdrawLetter: newest, declineLetter: newest },
    ...{ putToVote: papers, castOnCharter: `${newest} ${said}`, withdrawVote: newest },
    discardDraft: isYes ? "draft" : "aside",
  };
  return `person ${who} ${kind} ${detail[kind] ?? ""}${again ? " (sent twice)" : ""}`.trim();
}

const shapeOf = ({ duties, isByTrust }: Op) => `${duties}${isByTrust ? " by trust" : ""}`;
