import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { dateOf, dayOf } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { lockWithStanding } from "../facts";
import { refreshBehind } from "../period/commands";
import { type ActorRefusal, isMember } from "../rules";
import type { Standing } from "../standing/types";
import { readRenewal } from "./facts";
import { canRenew, type RenewalRefusal } from "./rules";
import type { RenewInput, ShowInput } from "./schema";

type Renewed = { associationSlug: string };
export type RenewRefusal = "common.notFound" | "common.keyTaken" | ActorRefusal | RenewalRefusal;

/**
 * Says again how the actor takes part, on the charter in force (rules PT1, M11): a new pledge, the old ones stay. It is how a
 * charter that changed is accepted, in pause too. Whoever holds a role lays it down before choosing to listen only.
 */
export async function renewPledge(
  actor: Actor,
  { associationSlug, ...given }: RenewInput,
  now = new Date(),
): Promise<Result<Renewed, RenewRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Renewed, RenewRefusal>(actor, async (tx) => {
    const locked = await lockWithStanding(tx, actor.memberId, associationSlug, now);
    if (!locked) return refuse("common.notFound");
    const { associationId, standing } = locked;
    const asked = await readRenewal(tx, { associationId, membershipId: standing.membershipId, now });
    if (!asked) return refuse("common.notFound");
    const verdict = canRenew(given, {
      ...{ state: standing.state, hasRole: await hasRole(tx, standing), today: dayOf(now) },
      ...{ terms: asked.terms, isCharterNewer: asked.isCharterNewer, openValueIds: asked.open.map(({ id }) => id) },
    });
    if (!verdict.ok) return verdict;

    const { untilOn, kinds, stances, ...statement } = given;
    const taken = [...asked.carried, ...stances].map(({ valueId, ...one }) => ({ charterValueId: valueId, ...one }));
    const { id } = await tx.pledge.create({
      data: {
        ...{ membershipId: standing.membershipId, charterId: asked.charterId, ...statement, acceptedAt: now },
        ...{ kinds: [...kinds], untilOn: dateOf(untilOn), stances: { create: taken } },
      },
      select: { id: true },
    });
    const about = { actorId: actor.memberId, associationId, subjectId: id, at: now };
    await recordActivity(tx, { kind: "membership.pledgeRenewed", ...about });
    await refreshBehind(tx, standing.membershipId, now);
    return ok({ associationSlug });
  });
}

async function hasRole(tx: Tx, { membershipId }: Standing): Promise<boolean> {
  return (await tx.roleGrant.count({ where: { membershipId, state: { in: ["OFFERED", "HELD"] } } })) > 0;
}

type Shown = { associationSlug: string; isVisible: boolean };
export type ShowRefusal = "common.notFound" | "common.keyTaken" | "membership.notMember";

/** Opens or closes the actor's own belonging to the eyes of those outside. */
export async function showMembership(
  actor: Actor,
  { associationSlug, isVisible }: ShowInput,
  now = new Date(),
): Promise<Result<Shown, ShowRefusal>> {
  return inTransaction<Shown, ShowRefusal>(actor, async (tx) => {
    const locked = await lockWithStanding(tx, actor.memberId, associationSlug, now);
    if (!locked) return refuse("common.notFound");
    if (!isMember(locked.standing.state)) return refuse("membership.notMember");
    await tx.membership.update({ where: { id: locked.standing.membershipId }, data: { isVisible } });
    return ok({ associationSlug, isVisible });
  });
}
