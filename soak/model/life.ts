import { isBarred, refresh } from "./account";
import type { Op } from "./op";
import { endUntrusted } from "./trust";
import type { Member, World } from "./types";
import {
  become,
  holds,
  isCharterOverdue,
  isCharterPause,
  isIn,
  isOverdue,
  othersWhoLookAfter,
  stewardship,
  untilOf,
} from "./world";

/** Stepping back for a while: not the last who looks after the association (M10, R3). */
export function pause(world: World, { who }: Op): string {
  const member = world.members.get(who);
  if (!member) return "common.notFound";
  if (member.state === "PAUSED") return "membership.alreadyPaused";
  if (member.state !== "ACTIVE") return "membership.notMember";
  if (holds(world, who, "STEWARD") && othersWhoLookAfter(world, who) === 0) return "membership.lastStewardPauses";
  become(member, { state: "PAUSED" }, world.now);
  return "ok";
}

/** Coming back, always, but for the word a charter waited for too long (M11); a steward ends custody by it. */
export function resume(world: World, { who }: Op): string {
  const member = world.members.get(who);
  if (!member) return "common.notFound";
  if (member.state !== "PAUSED") return member.state === "ACTIVE" ? "membership.notPaused" : "membership.notMember";
  if (isCharterPause(world, member)) return "membership.acceptFirst";
  become(member, { state: "ACTIVE" }, world.now);
  if (holds(world, who, "STEWARD")) world.isInCustody = false;
  refresh(world, who);
  return "ok";
}

/**
 * Leaving, always, and told again to whoever is out already (A4): roles end, askings and what was kept aside are taken back;
 * nobody left to look after it begins custody (M7, M8).
 */
export function leave(world: World, { who }: Op): string {
  const member = world.members.get(who);
  if (!member) return "common.notFound";
  if (!isIn(member)) return "ok";
  untie(world, who);
  become(member, { state: "LEFT", leftAt: world.now }, world.now);
  endUntrusted(world);
  return "ok";
}

/** What ends with every membership, however it ends (M8). */
export function untie(world: World, who: number): void {
  const { grants, invitations, links, letters, asides, now } = world;
  if (holds(world, who, "STEWARD") && othersWhoLookAfter(world, who) === 0) world.isInCustody = true;
  asides.delete(who);
  for (const link of links) if (link.by === who) link.isRevoked = true;
  const roles = grants.filter((grant) => grant.who === who && isCurrent(grant));
  for (const grant of roles) Object.assign(grant, { state: "ENDED", endedAt: now });
  const askings = [...invitations, ...letters].filter(({ by, state }) => by === who && state === "PENDING");
  for (const asking of askings) Object.assign(asking, { state: "WITHDRAWN", closedAt: now });
}

export const isCurrent = ({ state }: World["grants"][number]) => state === "OFFERED" || state === "HELD";

/** Whoever only listens, did not accept the charter in time, or whose statement ended too long ago, or who is behind, takes no role on (PT1, M11, ADR 0020, 0031). */
export function mayNotHold(world: World, who: number): string | null {
  const member = world.members.get(who);
  if (!member) return null;
  if (member.isListening) return "membership.listeningHoldsRole";
  if (isCharterOverdue(world, member)) return "membership.charterOverdue";
  if (isOverdue(member, world.now)) return "membership.statementOver";
  return isBarred(world, who) ? "membership.behind" : null;
}

/** Stepping up for an association nobody looks after: the answer is the acceptance (M7). */
export function takeUpCustody(world: World, { who }: Op): string {
  if (world.members.get(who)?.state !== "ACTIVE") return "common.notFound";
  const barred = mayNotHold(world, who);
  if (barred) return barred;
  if (!world.isInCustody) return "membership.notInCustody";
  world.isInCustody = false;
  for (const grant of world.grants)
    if (grant.who === who && grant.role === "STEWARD" && grant.state === "OFFERED")
      Object.assign(grant, { state: "ENDED", endedAt: world.now });
  world.grants.push(stewardship(who));
  return "ok";
}

/**
 * Saying again how one takes part (PT1), and accepting a charter that changed, in pause too (M11): whoever has a role, or is
 * offered one, does not choose to listen only.
 */
export function renew(world: World, { who, papers }: Op): string {
  const member = world.members.get(who);
  if (!member) return "common.notFound";
  const isToAccept = member.accepted < world.charters.length;
  if (member.state !== "ACTIVE" && !(member.state === "PAUSED" && isToAccept)) return "membership.notMember";
  if (papers === "stale") return "membership.charterAmended";
  if (papers === "mute" && readsOtherwise(world, member)) return "membership.stanceMissing";
  const isListening = papers === "listening";
  if (isListening && world.grants.some((grant) => grant.who === who && isCurrent(grant)))
    return "membership.listeningHoldsRole";
  if (papers === "past") return "membership.untilPassed";
  const statement = { isListening, untilOn: untilOf(world.now, papers === "short") };
  Object.assign(member, { ...statement, accepted: world.charters.length, pledges: member.pledges + 1 });
  refresh(world, who);
  return "ok";
}

/** Whether a value of the charter in force reads otherwise than in the one accepted: then a stance is asked on it (ADR 0026). */
export function readsOtherwise({ charters }: World, { accepted }: Pick<Member, "accepted">): boolean {
  return charters[accepted - 1]?.value !== charters.at(-1)?.value;
}
