import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { newToken } from "@/lib/auth/token";
import { addDays } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { lockWithStanding } from "../facts";
import { mayInvite } from "../policy";
import type { ActorRefusal } from "../rules";
import { LINKS_OPEN_MAX } from "./rules";
import type { LinkInput, MakeLinkInput } from "./schema";

type Shared = "common.notFound" | "common.keyTaken" | ActorRefusal;
type Changed = { associationSlug: string };

export type MakeLinkRefusal = Shared | "membership.inCustody" | "membership.linksEnough";

/** Makes a link by whoever answers for INVITE: it asks in whoever opens it, so many and until a day, and enrols nobody. */
export async function makeLink(
  actor: Actor,
  { associationSlug, reason, usesMax, days }: MakeLinkInput,
  now = new Date(),
): Promise<Result<Changed, MakeLinkRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const { memberId: makerId } = actor;
  return inTransaction<Changed, MakeLinkRefusal>(actor, async (tx) => {
    const locked = await lockWithStanding(tx, makerId, associationSlug, now);
    if (!locked || !mayInvite(actor, locked.standing)) return refuse("common.notFound");
    const { associationId } = locked;
    const where = { id: associationId };
    const { state } = await tx.association.findUniqueOrThrow({ where, select: { state: true } });
    if (state !== "OPEN") return refuse("membership.inCustody");
    const isOpen = { revokedAt: null, expiresAt: { gt: now }, usesTaken: { lt: db.invitationLink.fields.usesMax } };
    if ((await tx.invitationLink.count({ where: { associationId, ...isOpen } })) >= LINKS_OPEN_MAX)
      return refuse("membership.linksEnough", { params: { max: LINKS_OPEN_MAX } });

    const times = { createdAt: now, expiresAt: addDays(now, days) };
    const { id: subjectId } = await tx.invitationLink.create({
      data: { associationId, makerId, reason, usesMax, code: newToken(), ...times },
      select: { id: true },
    });
    const about = { actorId: makerId, associationId, subjectId, data: { usesMax }, at: now };
    await recordActivity(tx, { kind: "membership.linkMade", ...about });
    return ok({ associationSlug });
  });
}

export type RevokeLinkRefusal = Shared;

/** Ends a link at once, by anybody who answers for INVITE; whoever took it up already stays invited. */
export async function revokeLink(
  actor: Actor,
  { linkId }: LinkInput,
  now = new Date(),
): Promise<Result<Changed, RevokeLinkRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Changed, RevokeLinkRefusal>(actor, async (tx) => {
    const where = { id: linkId };
    const found = await tx.invitationLink.findUnique({ where, select: { association: { select: { slug: true } } } });
    const locked = found && (await lockWithStanding(tx, actor.memberId, found.association.slug, now));
    if (!locked || !mayInvite(actor, locked.standing)) return refuse("common.notFound");
    const { associationId } = locked;
    const { count } = await tx.invitationLink.updateMany({
      where: { ...where, revokedAt: null },
      data: { revokedAt: now },
    });
    const about = { actorId: actor.memberId, associationId, subjectId: linkId, at: now };
    if (count > 0) await recordActivity(tx, { kind: "membership.linkRevoked", ...about });
    return ok({ associationSlug: found.association.slug });
  });
}
