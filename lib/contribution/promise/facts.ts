import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { dayOf } from "@/lib/core/duration";
import { ok, type Result } from "@/lib/core/result";
import type { Tx } from "@/lib/db/transaction";
import { findWhom } from "@/lib/directory/whom/facts";
import type { WhomRefusal } from "@/lib/directory/whom/rules";
import { lockWithStanding } from "@/lib/membership/facts";
import { isMember } from "@/lib/membership/rules";
import type { Standing } from "@/lib/membership/standing/types";
import { readCharterOfDeeds } from "../outside/facts";
import { canWitness } from "../outside/rules";

type Looking = { id: string; memberId: string; now: Date };

const COMMITMENT = {
  ...{ memberId: true, toId: true, declaredById: true, state: true, dueOn: true, note: true, confirmedAt: true },
} as const;

/**
 * A commitment outside projects as it stands towards this member, its association locked and then itself. Null when there is
 * none, when they were never there, or when it is between two others (rule A2).
 */
export async function takePromise(tx: Tx, { id, memberId, now }: Looking) {
  const slug = await associationOf(tx, id);
  const locked = slug ? await lockWithStanding(tx, memberId, slug, now) : null;
  if (!slug || !locked) return null;
  await tx.$executeRaw`SELECT 1 FROM "Commitment" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  const row = await tx.commitment.findUniqueOrThrow({ where: { id }, select: COMMITMENT });
  const { associationId, standing } = locked;
  if (row.memberId !== memberId && !isToldTo(row, { memberId, standing })) return null;
  const { confirmers } = await readCharterOfDeeds(tx, { associationId, now });
  const subjectId = row.memberId ?? row.declaredById;
  const isEditor = standing.responsibilities.includes("EDIT");
  return {
    ...{ slug, associationId, row, subjectId },
    facts: {
      ...{ now, today: dayOf(now), state: row.state, note: row.note, isConfirmed: row.confirmedAt !== null },
      dueOn: row.dueOn?.toISOString().slice(0, 10) ?? null,
      isSubject: row.memberId === null ? isEditor : row.memberId === memberId,
      isOwn: subjectId === memberId,
      isWitness: row.toId === null ? canWitness(standing, confirmers) : row.toId === memberId,
    },
  };
}

/** The address of the association a commitment was made in; null for one to a project, and for none. */
type Looker = { memberId: string; standing: Standing };

/** What was said to one person is theirs; else whoever belongs knows of it. Whoever has gone knows of their own alone (rule M8). */
const isToldTo = ({ toId }: { toId: string | null }, { memberId, standing }: Looker) =>
  isMember(standing.state) && (toId === null || toId === memberId);

async function associationOf(tx: Tx, id: string): Promise<string | null> {
  const select = { projectId: true, association: { select: { slug: true } } } as const;
  const row = await tx.commitment.findUnique({ where: { id }, select });
  return row?.projectId === null ? (row.association?.slug ?? null) : null;
}

type Addressed = { associationId: string; typed: string | null };
type Addressee = { id: string | null; isFellow: boolean | null };

/** The fellow member that was meant: no id for oneself and for anybody outside, and neither where nobody was named. */
export async function takeAddressee(
  tx: Tx,
  actor: Actor,
  { associationId, typed }: Addressed,
): Promise<Result<Addressee, WhomRefusal | "contribution.noSuchFellow">> {
  if (!typed) return ok({ id: null, isFellow: null });
  const nobody = "contribution.noSuchFellow";
  const meant = await findWhom(tx, actor, { typed, nobody, field: "toWhom", associationId });
  if (!meant.ok) return meant;
  if (meant.value === actor.memberId) return ok({ id: null, isFellow: false });
  const row = await tx.membership.findFirst({
    where: { associationId, memberId: meant.value, state: { in: ["ACTIVE", "PAUSED"] } },
    select: { memberId: true },
  });
  return ok({ id: row?.memberId ?? null, isFellow: row !== null });
}
