import type { Op } from "./op";
import {
  answersFor,
  holds,
  isCharterOverdue,
  isCharterPause,
  isIn,
  isOverdue,
  type Member,
  mayAskFrom,
  othersWhoLookAfter,
  untilOf,
  type World,
} from "./world";

/** Stepping back for a while: not the last who looks after the association (M10, R3). */
export function pause(world: World, { who }: Op): string {
  const member = world.members.get(who);
  if (!member) return "common.notFound";
  if (member.state === "PAUSED") return "membership.alreadyPaused";
  if (member.state !== "ACTIVE") return "membership.notMember";
  if (holds(world, who, "STEWARD") && othersWhoLookAfter(world, who) === 0) return "membership.lastStewardPauses";
  member.state = "PAUSED";
  member.events += 1;
  return "ok";
}

/** Coming back, always, but for the word a charter waited for too long (M11); a steward ends custody by it. */
export function resume(world: World, { who }: Op): string {
  const member = world.members.get(who);
  if (!member) return "common.notFound";
  if (member.state !== "PAUSED") return member.state === "ACTIVE" ? "membership.notPaused" : "membership.notMember";
  if (isCharterPause(world, member)) return "membership.acceptFirst";
  member.state = "ACTIVE";
  member.events += 1;
  if (holds(world, who, "STEWARD")) world.isInCustody = false;
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
  member.state = "LEFT";
  member.events += 1;
  return "ok";
}

/** What ends with every membership, however it ends (M8). */
export function untie(world: World, who: number): void {
  const { grants, invitations, links, asides, now } = world;
  if (holds(world, who, "STEWARD") && othersWhoLookAfter(world, who) === 0) world.isInCustody = true;
  asides.delete(who);
  for (const link of links) if (link.by === who) link.isRevoked = true;
  const roles = grants.filter((grant) => grant.who === who && isCurrent(grant));
  for (const grant of roles) Object.assign(grant, { state: "ENDED", endedAt: now });
  const askings = invitations.filter(({ by, state }) => by === who && state === "PENDING");
  for (const asking of askings) Object.assign(asking, { state: "WITHDRAWN", closedAt: now });
}

const isCurrent = ({ state }: World["grants"][number]) => state === "OFFERED" || state === "HELD";

/** Offering a role, within what one holds, to a member who does more than listen (R2, PT1, PT3). */
export function offerRole(world: World, { who, whom, role }: Op): string {
  if (!answersFor(world, who, "STEWARD")) return "common.notFound";
  const member = world.members.get(whom);
  if (!member) return "membership.noSuchMember";
  if (who === whom) return "membership.ownRole";
  if (member.state !== "ACTIVE") return "membership.noSuchMember";
  if (member.isListening) return "membership.listeningHoldsRole";
  const theirs = world.grants.filter((grant) => grant.who === whom && grant.role === role);
  if (theirs.some(isCurrent)) return "membership.roleCurrent";
  const refused = theirs.findLast(({ state, by }) => state === "REFUSED" && by === who);
  if (refused?.endedAt && world.now < mayAskFrom(refused.endedAt)) return "membership.notAgainYet";
  world.grants.push({ who: whom, role, by: who, state: "OFFERED", endedAt: null });
  return "ok";
}

/** Taking up what was offered: from now on it binds (PT2). */
export function acceptRole(world: World, { who, nth }: Op): string {
  const grant = world.grants.at(-1 - nth);
  if (grant?.who !== who) return "common.notFound";
  if (grant.state !== "OFFERED" || world.members.get(who)?.state !== "ACTIVE") return "membership.roleOfferOver";
  const barred = mayNotHold(world, who);
  if (barred) return barred;
  grant.state = "HELD";
  if (grant.role === "STEWARD") world.isInCustody = false;
  return "ok";
}

/** Whoever only listens, did not accept the charter in time, or whose statement ended too long ago, takes no role on (PT1, M11, ADR 0020). */
function mayNotHold(world: World, who: number): string | null {
  const member = world.members.get(who);
  if (!member) return null;
  if (member.isListening) return "membership.listeningHoldsRole";
  if (isCharterOverdue(world, member)) return "membership.charterOverdue";
  return isOverdue(member, world.now) ? "membership.statementOver" : null;
}

/** «Non ora» to an offered role (PT3). */
export function refuseRole(world: World, { who, nth }: Op): string {
  const grant = world.grants.at(-1 - nth);
  if (grant?.who !== who) return "common.notFound";
  if (grant.state !== "OFFERED") return "membership.roleOfferOver";
  Object.assign(grant, { state: "REFUSED", endedAt: world.now });
  return "ok";
}

/** Laying a role down, or taking it back: never from the last who looks after the association (R3). */
export function endRole(world: World, { who, nth }: Op): string {
  const grant = world.grants.at(-1 - nth);
  if (!grant || (grant.who !== who && !answersFor(world, who, "STEWARD"))) return "common.notFound";
  if (!isCurrent(grant)) return "membership.roleOver";
  const isKept = grant.state === "HELD" && grant.role === "STEWARD";
  if (isKept && othersWhoLookAfter(world, grant.who) === 0) return "membership.lastSteward";
  Object.assign(grant, { state: "ENDED", endedAt: world.now });
  return "ok";
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
  world.grants.push({ who, role: "STEWARD", by: null, state: "HELD", endedAt: null });
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
  return "ok";
}

/** Whether a value of the charter in force reads otherwise than in the one accepted: then a stance is asked on it (ADR 0026). */
export function readsOtherwise({ charters }: World, { accepted }: Pick<Member, "accepted">): boolean {
  return charters[accepted - 1]?.value !== charters.at(-1)?.value;
}
