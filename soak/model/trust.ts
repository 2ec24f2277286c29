import type { Op } from "./op";
import type { Grant, Person, World } from "./types";
import { isCharterOverdue, isIn } from "./world";

/** Whether two did something together: one confirmed what the other did (R4). */
export const haveShared = ({ contributions }: World, one: Person, other: Person) =>
  contributions.some(
    ({ who, confirmedBy }) => (who === one && confirmedBy === other) || (who === other && confirmedBy === one),
  );

export const isTrusting = ({ trusts }: World, who: Person, whom: Person) =>
  trusts.some((trust) => trust.who === who && trust.whom === whom && !trust.isEnded);

/** How many trusters a role by trust takes that is offered now (R4, R5). */
export const trustNeeded = ({ members }: World) =>
  Math.min(3, Math.ceil([...members.values()].filter(({ state }) => state === "ACTIVE").length / 2));

const trusters = (world: World, whom: Person) =>
  world.trusts
    .filter((trust) => trust.whom === whom && !trust.isEnded && haveShared(world, trust.who, whom))
    .map(({ who }) => world.members.get(who));

/** To take a role up, the trust of those counts who take part now. */
export const hasTrust = (world: World, { who, needed }: Pick<Grant, "who" | "needed">) =>
  trusters(world, who).filter((truster) => truster?.state === "ACTIVE").length >= (needed ?? 0);

/** Saying that one trusts a fellow member one did something with, once. */
export function giveTrust(world: World, { who, whom }: Op): string {
  const truster = world.members.get(who);
  if (!truster || !isIn(truster)) return "common.notFound";
  if (truster.state !== "ACTIVE") return "membership.notActive";
  if (isCharterOverdue(world, truster)) return "membership.charterOverdue";
  if (who === whom) return "membership.trustSelf";
  if (!isIn(world.members.get(whom))) return "membership.noSuchMember";
  if (!haveShared(world, who, whom)) return "membership.noSharedActivity";
  if (isTrusting(world, who, whom)) return "membership.trustGiven";
  world.trusts.push({ who, whom, isEnded: false });
  return "ok";
}

/** Taking it back, by whoever gave it, wherever they are now: what it carried ends with it. */
export function withdrawTrust(world: World, { who, whom }: Op): string {
  if (!world.members.has(who)) return "common.notFound";
  const given = world.trusts.find((trust) => trust.who === who && trust.whom === whom && !trust.isEnded);
  if (!given) return "membership.trustNotGiven";
  given.isEnded = true;
  endUntrusted(world, whom);
  return "ok";
}

/** Roles whose trust is no longer enough, of one person or of all: a pause takes nothing back, a leaver counts until the next review. */
export function endUntrusted(world: World, whom?: Person): void {
  for (const grant of world.grants) {
    if (grant.state !== "HELD" || grant.needed === null || (whom !== undefined && grant.who !== whom)) continue;
    const counting = trusters(world, grant.who).filter(
      (truster) =>
        truster?.state !== "EXCLUDED" && !(truster?.state === "LEFT" && isReviewed(world, grant, truster.leftAt)),
    );
    if (counting.length < grant.needed) Object.assign(grant, { state: "ENDED", endedAt: world.now });
  }
}

/** Whether a role was reviewed since an instant: on its anniversaries. */
function isReviewed({ now }: World, { heldSince }: Grant, since: Date | null): boolean {
  if (!heldSince || !since) return false;
  const review = new Date(heldSince);
  while (review <= since) review.setUTCFullYear(review.getUTCFullYear() + 1);
  return now >= review;
}
