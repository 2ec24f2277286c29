import "server-only";
import { enqueue, recordActivity } from "@/lib/activity/commands";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { addDays } from "@/lib/core/duration";
import { ok, type Result, refuse } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { lockWithStanding } from "../facts";
import { INVITATION_DAYS } from "../invitation/rules";
import { mayInvite } from "../policy";
import type { ActorRefusal } from "../rules";
import { lockLetter, readLetterFacts } from "./facts";
import { canWriteLetter, type LetterRefusal, letterStateAt, MARK_DAYS, markOf } from "./rules";
import type { LetterInput, WriteLetterInput } from "./schema";
import type { LetterState } from "./types";

type Written = { associationSlug: string };

/** Name of the job that mails letters, a few at a time. */
export const MAIL_LETTERS = "mailLetters";

export type WriteLetterRefusal = "common.notFound" | "common.keyTaken" | ActorRefusal | LetterRefusal;

/**
 * Asks one person in at an address, saying why (promise P52). Leaves a PENDING letter, which a job mails; what it answers is
 * the same whoever the address belongs to, and whoever is a member already is not written to.
 */
export async function writeLetter(
  actor: Actor,
  { associationSlug, email, reason }: WriteLetterInput,
  now = new Date(),
): Promise<Result<Written, WriteLetterRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const inviterId = actor.memberId;
  return inTransaction<Written, WriteLetterRefusal>(actor, async (tx) => {
    const locked = await lockWithStanding(tx, inviterId, associationSlug, now);
    if (!locked || !mayInvite(actor, locked.standing)) return refuse("common.notFound");
    const { associationId } = locked;
    const verdict = canWriteLetter(await readLetterFacts(tx, { associationId, inviterId, email, now }));
    if (!verdict.ok) return verdict;

    await fileLetters(tx, { associationId, inviterId, reason, emails: [email], importId: null, now });
    return ok({ associationSlug });
  });
}

type Filing = {
  associationId: string;
  inviterId: string;
  reason: string;
  emails: readonly string[];
  importId: string | null;
  now: Date;
};

/** Leaves a letter for each address, in the place of one past its day, and wakes the job. The caller holds the association's lock. */
export async function fileLetters(tx: Tx, { emails, now, ...shared }: Filing): Promise<void> {
  const { associationId } = shared;
  const marks = emails.map((email) => markOf(associationId, email));
  const past = { associationId, mark: { in: marks }, expiresAt: { lte: now } };
  await closeLetters(tx, { where: past, state: "EXPIRED", now });
  const times = { createdAt: now, expiresAt: addDays(now, INVITATION_DAYS) };
  await tx.letter.createMany({
    data: emails.map((email) => ({ ...shared, email, mark: markOf(associationId, email), ...times })),
  });
  await enqueue(tx, MAIL_LETTERS, {});
}

export type WithdrawLetterRefusal = "common.notFound" | "common.keyTaken" | "membership.letterOver";

/** Takes a letter back, by whoever wrote it; also when it was taken up and the answer is still open. */
export async function withdrawLetter(
  actor: Actor,
  { letterId }: LetterInput,
  now = new Date(),
): Promise<Result<Written, WithdrawLetterRefusal>> {
  return inTransaction<Written, WithdrawLetterRefusal>(actor, async (tx) => {
    const letter = await lockLetter(tx, letterId);
    if (letter?.inviterId !== actor.memberId) return refuse("common.notFound");
    const { invitation, associationSlug } = letter;
    const isOpen = letterStateAt({ ...letter, now }) === "PENDING";
    if (!isOpen && invitation?.state !== "PENDING") return refuse("membership.letterOver");
    if (isOpen) await closeLetters(tx, { where: { id: letterId }, state: "WITHDRAWN", now });
    else if (invitation)
      await tx.invitation.update({ where: { id: invitation.id }, data: { state: "WITHDRAWN", closedAt: now } });
    const about = { actorId: actor.memberId, subjectId: letterId, at: now };
    await recordActivity(tx, { kind: "membership.invitationWithdrawn", ...about });
    return ok({ associationSlug });
  });
}

type Closing = {
  where: NonNullable<Parameters<Tx["letter"]["findMany"]>[0]>["where"];
  state: Exclude<LetterState, "PENDING">;
  now: Date;
};

/**
 * Closes pending letters and forgets whom they were written to and why: in their rows and in the mails, sent or not. Returns
 * how many were closed.
 */
export async function closeLetters(tx: Tx, { where, state, now }: Closing): Promise<number> {
  const rows = await tx.letter.findMany({ where: { ...where, state: "PENDING" }, select: { id: true } });
  if (rows.length === 0) return 0;
  const ids = rows.map(({ id }) => id);
  const { count } = await tx.letter.updateMany({
    where: { id: { in: ids }, state: "PENDING" },
    data: { state, closedAt: now, email: null, reason: "" },
  });
  await tx.outboxMail.deleteMany({ where: { uniqueKey: { in: ids.map(mailKeyOf) } } });
  return count;
}

/** What makes the mail of a letter one, and lets it be found again. */
export const mailKeyOf = (letterId: string) => `letter:${letterId}`;

/** Closes every letter nobody answered in its days, and forgets old marks. Nobody is told. Run by a job. */
export async function expireLetters(now = new Date()): Promise<number> {
  return db.$transaction(async (tx) => {
    await tx.letter.updateMany({ where: { closedAt: { lt: addDays(now, -MARK_DAYS) } }, data: { mark: null } });
    return closeLetters(tx, { where: { expiresAt: { lte: now } }, state: "EXPIRED", now });
  });
}
