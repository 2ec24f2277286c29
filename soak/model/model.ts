import { addDays } from "@/lib/core/duration";
import * as doors from "./doors";
import * as life from "./life";
import type { Kind, Op, Setting } from "./op";
import { FOUNDER, untilOf, type World } from "./world";

const STEPS: Readonly<Record<Exclude<Kind, "tick">, (world: World, op: Op) => string>> = {
  ...{ apply: doors.apply, withdraw: doors.withdraw, decide: doors.decide, invite: doors.invite },
  ...{ declineInvitation: doors.answerInvitation, withdrawInvitation: doors.answerInvitation, expire: doors.expire },
  ...{ pause: life.pause, resume: life.resume, leave: life.leave, renew: life.renew },
  ...{ offerRole: life.offerRole, acceptRole: life.acceptRole, refuseRole: life.refuseRole, endRole: life.endRole },
  takeUpCustody: life.takeUpCustody,
};

/** An association just founded: its founder is in, and looks after it. */
export function founded(setting: Setting, now: Date): World {
  const untilOn = untilOf(now, false);
  const papers = { isListening: false, untilOn };
  return {
    ...{ now, ...setting, isInCustody: false, invitations: [] },
    members: new Map([[FOUNDER, { state: "ACTIVE", ...papers, pledges: 1, events: 1 }]]),
    applications: [{ who: FOUNDER, state: "ACCEPTED", ...papers, answerBy: null, admitters: new Set(), closedAt: now }],
    grants: [{ who: FOUNDER, role: "STEWARD", by: null, state: "HELD", endedAt: null }],
  };
}

/** Takes a step: «ok», or the code of the refusal that must come. */
export function predict(world: World, op: Op): string {
  if (op.kind !== "tick") return STEPS[op.kind](world, op);
  world.now = addDays(world.now, op.days);
  return "ok";
}

/** What of it the database must say. */
export const picture = (world: World) => ({
  isInCustody: world.isInCustody,
  members: [...world.members]
    .map(([who, { state, isListening, untilOn, pledges, events }]) => ({
      who,
      state,
      isListening,
      untilOn,
      pledges,
      events,
    }))
    .sort((a, b) => a.who - b.who),
  applications: world.applications.map(({ who, state, admitters }) => ({ who, state, yes: admitters.size })),
  invitations: world.invitations.map(({ who, by, state }) => ({ who, by, state })),
  grants: world.grants.map(({ who, role, state }) => ({ who, role, state })),
});
export type Picture = ReturnType<typeof picture>;
