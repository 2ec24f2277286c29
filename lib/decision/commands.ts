import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { isMember } from "@/lib/membership/rules";
import { type ActRefusal, canAct } from "@/lib/membership/standing/rules";
import { lockDecision, readTowards, type Towards } from "./facts";
import { mayAmend, mayWithdraw } from "./policy";
import { stateAt } from "./rules";
import type { AmendInput, DecisionInput } from "./schema";

type Amended = { decisionId: string; associationSlug: string };
export type AmendRefusal =
  | "common.notFound"
  | "common.keyTaken"
  | "common.unverified"
  | "common.suspended"
  | ActRefusal
  | "decision.over"
  | "decision.frozen";

/** Words a proposal anew: whoever opened it, before the first ballot (rule DC3). Those who vote are told. */
export async function amendDecision(
  actor: Actor,
  { decisionId, title, text }: AmendInput,
  now = new Date(),
): Promise<Result<Amended, AmendRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Amended, AmendRefusal>(actor, async (tx) => {
    const own = await takeOwn(tx, actor, { decisionId, may: mayAmend, now });
    if (!own.ok) return own;
    if ((await tx.ballot.count({ where: { decisionId } })) > 0) return refuse("decision.frozen");
    await tx.decision.update({ where: { id: decisionId, state: "OPEN" }, data: { title, text }, select: { id: true } });
    await told(tx, "decision.amended", { ...own.value, actor, now });
    return ok({ decisionId, associationSlug: own.value.associationSlug });
  });
}

/**
 * Takes a vote back while it is open: a changed text is a new proposal (rule DC3). A proposal by whoever opened it, one on a
 * charter by whoever answers for EDIT. Those who vote are told.
 */
export async function withdrawDecision(
  actor: Actor,
  { decisionId }: DecisionInput,
  now = new Date(),
): Promise<Result<Amended, AmendRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Amended, AmendRefusal>(actor, async (tx) => {
    const own = await takeOwn(tx, actor, { decisionId, may: mayWithdraw, now });
    if (!own.ok) return own;
    const data = { state: "WITHDRAWN", closedAt: now } as const;
    await tx.decision.update({ where: { id: decisionId, state: "OPEN" }, data, select: { id: true } });
    await told(tx, "decision.withdrawn", { ...own.value, actor, now });
    return ok({ decisionId, associationSlug: own.value.associationSlug });
  });
}

type Own = Towards["decision"];
type Taking = { decisionId: string; may: typeof mayWithdraw; now: Date };

/** A decision that is the actor's to change, locked, while its vote is open: of the association they are in, and may propose in. */
async function takeOwn(
  tx: Tx,
  actor: Actor,
  { decisionId, may, now }: Taking,
): Promise<Result<Own, "common.notFound" | "decision.over" | ActRefusal>> {
  await lockDecision(tx, decisionId);
  const found = await readTowards(tx, { decisionId, memberId: actor.memberId, now });
  if (!found?.standing || !isMember(found.standing.state)) return refuse("common.notFound");
  const { decision, standing } = found;
  if (!may(actor, { ...decision, responsibilities: standing.responsibilities })) return refuse("common.notFound");
  const able = decision.kind === "CHARTER" ? ok(null) : canAct(standing, "PROPOSE");
  if (!able.ok) return able;
  return stateAt({ ...decision, now }) === "OPEN" ? ok(decision) : refuse("decision.over");
}

type Told = Pick<Own, "id" | "associationId"> & { actor: Actor; now: Date };

async function told(
  tx: Tx,
  kind: "decision.amended" | "decision.withdrawn",
  { id, associationId, actor, now }: Told,
): Promise<void> {
  await recordActivity(tx, { kind, actorId: actor.memberId, associationId, subjectId: id, at: now });
}
