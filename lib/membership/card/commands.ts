import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { newToken } from "@/lib/auth/token";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { lockWithStanding } from "../facts";
import { isMember } from "../rules";
import type { CardInput, RenewCardInput } from "./schema";
import type { CardTells } from "./types";

type Made = { associationSlug: string; tells: CardTells };
export type CardRefusal = "common.notFound" | "common.keyTaken" | "membership.notMember";
export type RenewCardRefusal = CardRefusal | "membership.noCard";

/** Says what the code on one's own card tells; the first time it makes the code. Printed cards go on as before. */
export async function setCard(
  actor: Actor,
  { associationSlug, tells }: CardInput,
  now = new Date(),
): Promise<Result<Made, CardRefusal>> {
  return inTransaction<Made, CardRefusal>(actor, async (tx) => {
    const own = await lockOwn(tx, actor, { slug: associationSlug, now });
    if (!own.ok) return own;
    const { membershipId } = own.value;
    await tx.membershipCard.upsert({
      where: { membershipId },
      create: { membershipId, token: newToken(), tells, issuedAt: now },
      update: { tells },
    });
    return ok({ associationSlug, tells });
  });
}

/** A new code: cards printed before tell nothing any more, as if they had never been. */
export async function renewCard(
  actor: Actor,
  { associationSlug }: RenewCardInput,
  now = new Date(),
): Promise<Result<Made, RenewCardRefusal>> {
  return inTransaction<Made, RenewCardRefusal>(actor, async (tx) => {
    const own = await lockOwn(tx, actor, { slug: associationSlug, now });
    if (!own.ok) return own;
    const where = { membershipId: own.value.membershipId };
    const card = await tx.membershipCard.findUnique({ where, select: { tells: true } });
    if (!card) return refuse("membership.noCard");
    await tx.membershipCard.update({ where, data: { token: newToken(), issuedAt: now } });
    return ok({ associationSlug, tells: card.tells });
  });
}

async function lockOwn(
  tx: Tx,
  { memberId }: Actor,
  { slug, now }: { slug: string; now: Date },
): Promise<Result<{ membershipId: string }, "common.notFound" | "membership.notMember">> {
  const locked = await lockWithStanding(tx, memberId, slug, now);
  if (!locked) return refuse("common.notFound");
  return isMember(locked.standing.state) ? ok(locked.standing) : refuse("membership.notMember");
}
