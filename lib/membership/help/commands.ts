import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import type { Actor } from "@/lib/auth/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction } from "@/lib/db/transaction";
import { lockWithStanding } from "../facts";
import { mayGrant } from "../policy";
import { canAskHelp, canCloseHelp, type HelpCloseRefusal, type HelpRefusal } from "./rules";
import type { AskHelpInput, CloseHelpInput } from "./schema";

type Asked = { associationSlug: string };
export type AskHelpFailure = HelpRefusal | "common.notFound" | "common.keyTaken";

/** Asks those who look after the association for a hand; they alone read it. */
export async function askHelp(
  actor: Actor,
  { associationSlug, text }: AskHelpInput,
  now = new Date(),
): Promise<Result<Asked, AskHelpFailure>> {
  const { memberId } = actor;
  return inTransaction<Asked, AskHelpFailure>(actor, async (tx) => {
    const locked = await lockWithStanding(tx, memberId, associationSlug, now);
    if (!locked) return refuse("common.notFound");
    const { membershipId, state } = locked.standing;
    const hasOpen = (await tx.helpAsking.count({ where: { membershipId, closedAt: null } })) > 0;
    const verdict = canAskHelp(state, hasOpen);
    if (!verdict.ok) return verdict;
    const { id } = await tx.helpAsking.create({ data: { membershipId, text, askedAt: now }, select: { id: true } });
    const told = { actorId: memberId, associationId: locked.associationId, subjectId: id, at: now };
    await recordActivity(tx, { kind: "membership.helpAsked", ...told });
    return ok({ associationSlug });
  });
}

type Closed = Asked & { isOwn: boolean };
export type CloseHelpFailure = HelpCloseRefusal | "common.keyTaken";

/** Closes an asking: whoever asked, when they no longer need it, or whoever answered them. */
export async function closeHelp(
  actor: Actor,
  { associationSlug, helpId: id }: CloseHelpInput,
  now = new Date(),
): Promise<Result<Closed, CloseHelpFailure>> {
  const { memberId } = actor;
  return inTransaction<Closed, CloseHelpFailure>(actor, async (tx) => {
    const locked = await lockWithStanding(tx, memberId, associationSlug, now);
    const membership = { associationId: locked?.associationId ?? "" };
    const select = { membershipId: true, closedAt: true } as const;
    const found = locked && (await tx.helpAsking.findFirst({ where: { id, membership }, select }));
    if (!locked || !found) return refuse("common.notFound");
    const isOwn = found.membershipId === locked.standing.membershipId;
    const isAnswering = mayGrant(actor, locked.standing);
    const verdict = canCloseHelp({ isOwn, isAnswering, isOpen: found.closedAt === null });
    if (!verdict.ok) return verdict;
    await tx.helpAsking.update({ where: { id, closedAt: null }, data: { closedAt: now, closedById: memberId } });
    return ok({ associationSlug, isOwn });
  });
}
