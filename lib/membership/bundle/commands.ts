import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { lockWithStanding, readStanding } from "../facts";
import { mayGrant } from "../policy";
import { sharedAmong } from "../role/rules";
import type { ActorRefusal } from "../rules";
import { lockOwnRole, readOtherNames } from "./facts";
import { type ChangeRefusal, canChange, canDefine, canRetire, type DefineRefusal } from "./rules";
import type { ChangeRoleInput, DefineRoleInput, RetireRoleInput } from "./schema";

type Shaped = { ownRoleId: string; associationSlug: string };
type Shared = "common.notFound" | "common.keyTaken" | ActorRefusal;

export type DefineRoleRefusal = Shared | DefineRefusal;

/** Gives the association a role of its own; it binds nobody until somebody accepts it (rules R2, PT2). */
export async function defineRole(
  actor: Actor,
  { associationSlug, name, duty, responsibilities, isByTrust }: DefineRoleInput,
  now = new Date(),
): Promise<Result<Shaped, DefineRoleRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Shaped, DefineRoleRefusal>(actor, async (tx) => {
    const locked = await lockWithStanding(tx, actor.memberId, associationSlug, now);
    if (!locked || !mayGrant(actor, locked.standing)) return refuse("common.notFound");
    const { associationId, standing } = locked;
    const otherNames = await readOtherNames(tx, associationId);
    const verdict = canDefine({ name, bundle: responsibilities, actorHolds: standing.responsibilities, otherNames });
    if (!verdict.ok) return verdict;

    const shaped = { name, duty, responsibilities: sharedAmong(responsibilities), isByTrust };
    const data = { associationId, ...shaped, createdAt: now };
    const { id } = await tx.ownRole.create({ data, select: { id: true } });
    const about = { actorId: actor.memberId, associationId, subjectId: id, at: now };
    await recordActivity(tx, { kind: "membership.roleDefined", data: { role: name }, ...about });
    return ok({ ownRoleId: id, associationSlug });
  });
}

export type ShapeRoleRefusal = Shared | ChangeRefusal;

/**
 * Changes what a role is. Those who hold it answer for what they accepted, less what it lost, until they accept it as it is
 * now; offers not answered yet are taken back, for they spoke of another role (rules R2, PT2).
 */
export async function changeRole(
  actor: Actor,
  { ownRoleId, name, duty, responsibilities, isByTrust }: ChangeRoleInput,
  now = new Date(),
): Promise<Result<Shaped, ShapeRoleRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Shaped, ShapeRoleRefusal>(actor, async (tx) => {
    const found = await lockShaped(tx, actor, { ownRoleId, now });
    if (!found) return refuse("common.notFound");
    const { role, actorHolds } = found;
    const verdict = canChange({
      ...{ name, actorHolds, bundle: responsibilities, before: sharedAmong(role.responsibilities) },
      otherNames: await readOtherNames(tx, role.associationId, ownRoleId),
      isHolder: role.holders.includes(actor.memberId),
    });
    if (!verdict.ok) return verdict;

    const version = role.version + 1;
    const data = { name, duty, responsibilities: sharedAmong(responsibilities), isByTrust, version };
    await tx.ownRole.update({ where: { id: ownRoleId }, data });
    await tx.roleGrant.updateMany({
      where: { ownRoleId, state: "OFFERED" },
      data: { state: "ENDED", endedAt: now, endedById: actor.memberId },
    });
    const about = { actorId: actor.memberId, associationId: role.associationId, subjectId: ownRoleId, at: now };
    await recordActivity(tx, { kind: "membership.roleChanged", data: { role: name, was: role.name }, ...about });
    return ok({ ownRoleId, associationSlug: role.slug });
  });
}

/** Gives up a role nobody holds. Its name is free again; what it was stays on the record. */
export async function retireRole(
  actor: Actor,
  { ownRoleId }: RetireRoleInput,
  now = new Date(),
): Promise<Result<Shaped, ShapeRoleRefusal>> {
  return inTransaction<Shaped, ShapeRoleRefusal>(actor, async (tx) => {
    const found = await lockShaped(tx, actor, { ownRoleId, now });
    if (!found) return refuse("common.notFound");
    const { role, actorHolds } = found;
    const facts = { before: sharedAmong(role.responsibilities), actorHolds, isHeld: role.holders.length > 0 };
    const verdict = canRetire(facts);
    if (!verdict.ok) return verdict;

    await tx.ownRole.update({ where: { id: ownRoleId }, data: { retiredAt: now } });
    const about = { actorId: actor.memberId, associationId: role.associationId, subjectId: ownRoleId, at: now };
    await recordActivity(tx, { kind: "membership.roleRetired", data: { role: role.name }, ...about });
    return ok({ ownRoleId, associationSlug: role.slug });
  });
}

/** A role in force, under its association's lock, for whoever answers for GRANT there; null for anybody else. */
async function lockShaped(tx: Tx, actor: Actor, { ownRoleId, now }: { ownRoleId: string; now: Date }) {
  const role = await lockOwnRole(tx, ownRoleId);
  if (!role || role.retiredAt) return null;
  const standing = await readStanding(tx, { memberId: actor.memberId, associationId: role.associationId, now });
  return standing && mayGrant(actor, standing) ? { role, actorHolds: standing.responsibilities } : null;
}
