import "server-only";
import { lockAssociation, type Tx } from "@/lib/db/transaction";
import { readRoom } from "../invitation/facts";
import { type LetterFacts, markOf } from "./rules";

type Key = { associationId: string; inviterId: string; email: string; now: Date };

/** What `canWriteLetter` asks. The caller holds the association's lock. */
export async function readLetterFacts(tx: Tx, { email, ...key }: Key): Promise<LetterFacts> {
  const { associationId, inviterId, now } = key;
  const mark = markOf(associationId, email);
  const { state } = await tx.association.findUniqueOrThrow({ where: { id: associationId }, select: { state: true } });
  const waiting = { associationId, mark, state: "PENDING" as const, expiresAt: { gt: now } };
  return {
    now,
    associationState: state,
    isWritten: (await tx.letter.count({ where: waiting })) > 0,
    lastDeclinedAt: await readLastDeclined(tx, { associationId, inviterId, mark }),
    room: await readRoom(tx, key),
  };
}

/** Said at once, or after the letter had been taken up. */
async function readLastDeclined(tx: Tx, mine: { associationId: string; inviterId: string; mark: string }) {
  const declined = await tx.letter.findFirst({
    where: { ...mine, OR: [{ state: "DECLINED" }, { state: "TAKEN", invitation: { state: "DECLINED" } }] },
    orderBy: { closedAt: "desc" },
    select: { closedAt: true, invitation: { select: { closedAt: true } } },
  });
  return declined?.invitation?.closedAt ?? declined?.closedAt ?? null;
}

/** Takes the lock of the association a letter speaks of, then reads the letter. Null without one. */
export async function lockLetter(tx: Tx, letterId: string) {
  const where = { id: letterId };
  const found = await tx.letter.findUnique({ where, select: { association: { select: { slug: true } } } });
  if (!found || !(await lockAssociation(tx, found.association.slug))) return null;
  const row = await tx.letter.findUniqueOrThrow({
    where,
    select: { inviterId: true, state: true, expiresAt: true, invitation: { select: { id: true, state: true } } },
  });
  return { ...row, associationSlug: found.association.slug };
}
