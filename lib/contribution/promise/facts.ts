import "server-only";
import { dayOf } from "@/lib/core/duration";
import type { Tx } from "@/lib/db/transaction";
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

type Addressed = { associationId: string; handle: string | null; memberId: string };

/** The fellow member a handle names: no id for oneself and for anybody outside, and neither without a handle. */
export async function takeAddressee(tx: Tx, { associationId, handle, memberId }: Addressed) {
  if (!handle) return { id: null, isFellow: null };
  const row = await tx.membership.findFirst({
    where: { associationId, state: { in: ["ACTIVE", "PAUSED"] }, member: { handle, id: { not: memberId } } },
    select: { memberId: true },
  });
  return { id: row?.memberId ?? null, isFellow: row !== null };
}
