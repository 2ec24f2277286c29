import fc from "fast-check";
import { KINDS, type Kind, type Theme } from "./kinds";
import { type EntryMode, PEOPLE, type Role } from "./world";

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
  readonly role: Role;
  /** Which part of the charter a draft changes. */
  readonly part: "value" | "wording";
  /** For `tick`: how many days go by. */
  readonly days: number;
  /** Whether the same form is sent once more (rule A7). */
  readonly again: boolean;
};

/** A step that asks for nothing in particular. */
export const NOTHING: Omit<Op, "kind"> = {
  ...{ who: 0, fits: false, whom: 0, nth: 0, papers: "good", isYes: true, role: "STEWARD", part: "value", days: 0 },
  again: false,
};

export type Setting = { readonly entry: EntryMode; readonly deciders: 1 | 2; readonly limit: number | null };

const person = fc.nat(PEOPLE - 1);

const anOp = (theme: Theme): fc.Arbitrary<Op> =>
  fc.record({
    kind: fc.constantFrom<Kind[]>(...KINDS[theme]),
    // The founder acts more often: nobody else answers for anything at first.
    who: fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: person }),
    fits: fc.constantFrom(true, true, true, true, false),
    whom: person,
    nth: fc.nat(2),
    papers: fc.constantFrom("good", "good", "good", "good", "short", "listening", "stale", "mute", "past"),
    isYes: fc.boolean(),
    role: fc.constantFrom("STEWARD", "WELCOMER"),
    part: fc.constantFrom("value", "wording"),
    days: fc.constantFrom(1, 9, 15, 29, 30, 31, 60, 90),
    again: fc.boolean(),
  });

const aSetting: fc.Arbitrary<Setting> = fc.record({
  entry: fc.constantFrom("OPEN", "APPLICATION", "APPLICATION", "INVITATION"),
  deciders: fc.constantFrom(1, 2),
  limit: fc.constantFrom(null, null, 2, 3),
});

const STEPS = { minLength: 5, maxLength: 40, size: "max" } as const;
const themes = Object.keys(KINDS) as Theme[];
const aLifeOf = (theme: Theme) => fc.record({ setting: aSetting, ops: fc.array(anOp(theme), STEPS) });

/** How it is founded, and up to forty steps. */
export const aLife = fc.oneof(...themes.map(aLifeOf));

/** A step in words, for a counterexample. */
export function inWords({ kind, who, whom, nth, papers, isYes, role, part, days, again }: Op): string {
  const newest = `newest-${nth}`;
  const detail: Partial<Record<Kind, string>> = {
    ...{ apply: papers, renew: papers, decide: `${newest} ${isYes ? "yes" : "no"}`, tick: `${days} days` },
    ...{ invite: `person ${whom}`, offerRole: `person ${whom} ${role}`, withdraw: newest },
    ...{ acceptRole: newest, refuseRole: newest, endRole: newest },
    ...{ declineInvitation: newest, withdrawInvitation: newest, confirmPapers: `${newest} ${papers}` },
    ...{ saveDraft: `${part} ${nth} ${papers}`, publish: `${isYes ? "of substance" : "wording"} ${papers}` },
    discardDraft: isYes ? "draft" : "aside",
  };
  return `person ${who} ${kind} ${detail[kind] ?? ""}${again ? " (sent twice)" : ""}`.trim();
}
