import fc from "fast-check";
import { answersFor, type EntryMode, isIn, isWaiting, PEOPLE, type Role, type World } from "./world";

const KINDS = [
  ...["apply", "apply", "apply", "withdraw", "decide", "decide", "invite", "invite", "invite"],
  ...["declineInvitation", "withdrawInvitation", "pause", "resume", "leave", "renew"],
  ...["offerRole", "offerRole", "acceptRole", "acceptRole", "refuseRole", "endRole", "takeUpCustody"],
  ...["expire", "tick", "tick"],
] as const;
export type Kind = (typeof KINDS)[number];

/** One step: who does what, to whom or to which of the last three, how long later. Every step can be taken at any time. */
export type Op = {
  readonly kind: Kind;
  readonly who: number;
  /** Whether it is done by somebody who may be expected to, when there is one, whoever `who` is. */
  readonly fits: boolean;
  readonly whom: number;
  /** Which application, invitation or role: 0 is the newest. */
  readonly nth: number;
  readonly papers: "good" | "short" | "listening" | "stale" | "mute" | "past";
  readonly isYes: boolean;
  readonly role: Role;
  /** For `tick`: how many days go by. */
  readonly days: number;
  /** Whether the same form is sent once more (rule A7). */
  readonly again: boolean;
};

export type Setting = { readonly entry: EntryMode; readonly deciders: 1 | 2; readonly limit: number | null };

const person = fc.nat(PEOPLE - 1);

export const anOp: fc.Arbitrary<Op> = fc.record({
  kind: fc.constantFrom(...KINDS),
  // The founder acts more often: nobody else answers for anything at first.
  who: fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: person }),
  fits: fc.constantFrom(true, true, true, false),
  whom: person,
  nth: fc.nat(2),
  papers: fc.constantFrom("good", "good", "good", "good", "short", "listening", "stale", "mute", "past"),
  isYes: fc.boolean(),
  role: fc.constantFrom("STEWARD", "WELCOMER"),
  days: fc.constantFrom(1, 9, 15, 29, 30, 31, 60, 90),
  again: fc.boolean(),
});

export const aSetting: fc.Arbitrary<Setting> = fc.record({
  entry: fc.constantFrom("OPEN", "APPLICATION", "APPLICATION", "INVITATION"),
  deciders: fc.constantFrom(1, 2),
  limit: fc.constantFrom(null, null, 2, 3),
});

/** The step with whoever may be expected to take it and whom it may be about, where it fits: else most steps would be refused. */
export function fitted(world: World, op: Op): Op {
  if (!op.fits) return op;
  const nth = op.kind === "decide" ? newestWaiting(world, op.nth) : op.nth;
  const who = actorIn(world, { ...op, nth });
  const whom = op.kind === "offerRole" ? oneOf(members(world), op.whom) : undefined;
  return { ...op, nth, who: who ?? op.who, whom: whom ?? op.whom };
}

const oneOf = (people: readonly number[], i: number) => people[i % people.length];
const members = (world: World) => [...world.members].filter(([, member]) => isIn(member)).map(([who]) => who);

function newestWaiting({ applications, now }: World, otherwise: number): number {
  const nth = [...applications].reverse().findIndex((one) => isWaiting(one, now));
  return nth >= 0 ? nth : otherwise;
}

function actorIn(world: World, op: Op): number | undefined {
  const { applications, invitations, grants } = world;
  const able = () => [...world.members.keys()].filter((who) => answersFor(world, who, "STEWARD", "WELCOMER"));
  const outside = () => Array.from({ length: PEOPLE }, (_, who) => who).filter((who) => !isIn(world.members.get(who)));
  const grantee = () => grants.at(-1 - op.nth)?.who;
  const of: Partial<Record<Kind, () => number | undefined>> = {
    ...{ withdraw: () => applications.at(-1 - op.nth)?.who, apply: () => oneOf(outside(), op.who) },
    ...{
      declineInvitation: () => invitations.at(-1 - op.nth)?.who,
      withdrawInvitation: () => invitations.at(-1 - op.nth)?.by,
    },
    ...{ acceptRole: grantee, refuseRole: grantee, leave: () => op.whom, renew: () => oneOf(members(world), op.who) },
    ...{ pause: () => oneOf(members(world), op.whom), takeUpCustody: () => oneOf(members(world), op.who) },
  };
  const isByAble = op.kind === "decide" || op.kind === "invite" || op.kind === "offerRole" || op.kind === "endRole";
  return isByAble ? oneOf(able(), op.who) : of[op.kind]?.();
}

/** A step in words, for a counterexample. */
export function inWords({ kind, who, whom, nth, papers, isYes, role, days, again }: Op): string {
  const detail: Partial<Record<Kind, string>> = {
    ...{ apply: papers, renew: papers, decide: `newest-${nth} ${isYes ? "yes" : "no"}`, tick: `${days} days` },
    ...{ invite: `person ${whom}`, offerRole: `person ${whom} ${role}`, withdraw: `newest-${nth}` },
    ...{ acceptRole: `newest-${nth}`, refuseRole: `newest-${nth}`, endRole: `newest-${nth}` },
    ...{ declineInvitation: `newest-${nth}`, withdrawInvitation: `newest-${nth}` },
  };
  return `person ${who} ${kind} ${detail[kind] ?? ""}${again ? " (sent twice)" : ""}`.trim();
}
