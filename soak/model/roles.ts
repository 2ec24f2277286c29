import { isCurrent, mayNotHold } from "./life";
import type { Op } from "./op";
import { hasTrust, trustNeeded } from "./trust";
import type { Duty, Grant, OwnRole, Role, World } from "./types";
import { answersFor, dutiesNow, dutiesOf, mayAskFrom, othersWhoLookAfter } from "./world";

/** Whether somebody answers for all of it: nobody grants what they do not hold (R2). */
export const holdsAll = (world: World, who: number, duties: readonly Duty[]) =>
  duties.every((duty) => dutiesNow(world, who).includes(duty));

/** One of the two every association has, or the nth newest of its own that is not given up. */
function asked({ ownRoles }: World, { role, nth }: Op): Role | OwnRole | null {
  if (role !== "OWN") return role;
  const own = ownRoles.at(-1 - nth);
  return own && !own.isRetired ? own : null;
}

/** Offering a role, within what one holds, to a member who does more than listen (R2, PT1, PT3). */
export function offerRole(world: World, op: Op): string {
  const { who, whom } = op;
  if (!answersFor(world, who, "GRANT")) return "common.notFound";
  const role = asked(world, op);
  if (!role) return "membership.noSuchRole";
  const offer = {
    who: whom,
    role,
    by: who,
    state: "OFFERED",
    endedAt: null,
    ...asItIs(role),
    ...trustFor(world, role),
  } as const;
  const barred = whyNotOffered(world, offer);
  if (barred) return barred;
  world.grants.push({ ...offer });
  return "ok";
}

/** What whoever accepts a role now is bound by (PT2). */
const asItIs = (role: Role | OwnRole) =>
  typeof role === "string" ? { accepted: [], version: null } : { accepted: role.duties, version: role.version };

const trustFor = (world: World, role: Role | OwnRole) => ({
  ...{ heldSince: null, needed: typeof role !== "string" && role.isByTrust ? trustNeeded(world) : null },
});

type Offer = Readonly<Grant> & { readonly by: number };

function whyNotOffered(world: World, { who, by, ...offer }: Offer): string | null {
  const member = world.members.get(who);
  if (!member) return "membership.noSuchMember";
  if (who === by) return "membership.ownRole";
  if (!holdsAll(world, by, dutiesOf(offer))) return "membership.grantsBeyondOwn";
  if (member.state !== "ACTIVE") return "membership.noSuchMember";
  if (member.isListening) return "membership.listeningHoldsRole";
  const theirs = world.grants.filter((grant) => grant.who === who && grant.role === offer.role);
  if (theirs.some(isCurrent)) return "membership.roleCurrent";
  const refused = theirs.findLast((grant) => grant.state === "REFUSED" && grant.by === by);
  return refused?.endedAt && world.now < mayAskFrom(refused.endedAt) ? "membership.notAgainYet" : null;
}

/** Whether an own role is another than the one its holder accepted. */
export const isChanged = ({ state, role, version }: Grant) =>
  state === "HELD" && typeof role !== "string" && role.version !== version;

/** Taking up what was offered, where enough trust is there, or what changed since, as it was shown: from now on it binds (PT2). */
export function acceptRole(world: World, op: Op): string {
  const grant = world.grants.at(-1 - op.nth);
  if (grant?.who !== op.who) return "common.notFound";
  const barred = whyNotTakenUp(world, grant, op);
  if (barred) return barred;
  Object.assign(grant, { state: "HELD", heldSince: grant.heldSince ?? world.now, ...asItIs(grant.role) });
  if (grant.role === "STEWARD") world.isInCustody = false;
  return "ok";
}

function whyNotTakenUp(world: World, grant: Grant, { who, papers }: Op): string | null {
  const isOpen = grant.state === "OFFERED" || isChanged(grant);
  if (!isOpen || world.members.get(who)?.state !== "ACTIVE") return "membership.roleOfferOver";
  const barred = mayNotHold(world, who);
  if (barred) return barred;
  if (papers === "stale" && typeof grant.role !== "string") return "membership.roleChangedMeanwhile";
  return grant.state === "OFFERED" && !hasTrust(world, grant) ? "membership.trustMissing" : null;
}

/** «Non ora» to an offered role (PT3). */
export function refuseRole(world: World, { who, nth }: Op): string {
  const grant = world.grants.at(-1 - nth);
  if (grant?.who !== who) return "common.notFound";
  if (grant.state !== "OFFERED") return "membership.roleOfferOver";
  Object.assign(grant, { state: "REFUSED", endedAt: world.now });
  return "ok";
}

/** Laying a role down, or taking it back within what one holds: never from the last who looks after it (R2, R3). */
export function endRole(world: World, { who, nth }: Op): string {
  const grant = world.grants.at(-1 - nth);
  if (!grant || (grant.who !== who && !answersFor(world, who, "GRANT"))) return "common.notFound";
  if (!isCurrent(grant)) return "membership.roleOver";
  if (grant.who !== who && !holdsAll(world, who, dutiesOf(grant))) return "membership.grantsBeyondOwn";
  const isKept = grant.state === "HELD" && grant.role === "STEWARD";
  if (isKept && othersWhoLookAfter(world, grant.who) === 0) return "membership.lastSteward";
  Object.assign(grant, { state: "ENDED", endedAt: world.now });
  return "ok";
}
