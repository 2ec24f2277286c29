import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { dateOf } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction } from "@/lib/db/transaction";
import { lockWithStanding } from "../facts";
import { closeLetters, fileLetters } from "../letter/commands";
import { mayImport } from "../policy";
import type { ActorRefusal } from "../rules";
import { listUnwritten, readImporting } from "./facts";
import { canImport, type ImportRefusal } from "./rules";
import type { ImportIdInput, ImportInput } from "./schema";

type Shared = "common.notFound" | "common.keyTaken" | ActorRefusal;
type Changed = { associationSlug: string };

export type ImportMembersRefusal = Shared | ImportRefusal;

/**
 * Hands in the members an association had before it came here, by whoever answers for EDIT and INVITE. Enrols nobody (rule M2):
 * each address is written to once, at a bounded pace, and comes in through the same papers. The answer does not tell who was
 * left out because they belong already or were written to before; of the names nothing is kept.
 */
export async function importMembers(
  actor: Actor,
  { associationSlug, lines, reason, consentHow, consentOn }: ImportInput,
  now = new Date(),
): Promise<Result<Changed, ImportMembersRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const { memberId } = actor;
  return inTransaction<Changed, ImportMembersRefusal>(actor, async (tx) => {
    const locked = await lockWithStanding(tx, memberId, associationSlug, now);
    if (!locked || !mayImport(actor, locked.standing)) return refuse("common.notFound");
    const { associationId } = locked;
    const verdict = canImport(lines.length, await readImporting(tx, { associationId, now }));
    if (!verdict.ok) return verdict;

    const declared = { consentHow, consentOn: dateOf(consentOn), lineCount: lines.length };
    const data = { associationId, importerId: memberId, ...declared, createdAt: now };
    const { id: importId } = await tx.memberImport.create({ data, select: { id: true } });
    const emails = await listUnwritten(tx, { associationId, people: lines });
    await fileLetters(tx, { associationId, inviterId: memberId, reason, emails, importId, now });
    const about = { actorId: memberId, associationId, subjectId: importId, at: now };
    await recordActivity(tx, { kind: "membership.membersImported", data: { lines: lines.length }, ...about });
    return ok({ associationSlug });
  });
}

export type WithdrawImportRefusal = Shared;

/** Takes back the letters of a list that nobody answered yet, and forgets their addresses; by whoever handed it in. */
export async function withdrawImport(
  actor: Actor,
  { importId }: ImportIdInput,
  now = new Date(),
): Promise<Result<Changed, WithdrawImportRefusal>> {
  return inTransaction<Changed, WithdrawImportRefusal>(actor, async (tx) => {
    const where = { id: importId, importerId: actor.memberId };
    const found = await tx.memberImport.findFirst({ where, select: { association: { select: { slug: true } } } });
    const slug = found?.association.slug;
    if (!slug || !(await lockWithStanding(tx, actor.memberId, slug, now))) return refuse("common.notFound");
    await closeLetters(tx, { where: { importId }, state: "WITHDRAWN", now });
    return ok({ associationSlug: slug });
  });
}
