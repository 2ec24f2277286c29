import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { lockDecision, readDecision } from "./facts";
import { mayAmend } from "./policy";
import { stateAt } from "./rules";
import type { AmendInput, DecisionInput } from "./schema";

type Amended = { decisionId: string; associationSlug: string };
export type AmendRefusal =
  | "common.notFound"
  | "common.keyTaken"
  | "common.unverified"
  | "common.suspended"
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
    const own = await takeOwn(tx, actor, { decisionId, now });
    if (!own.ok) return own;
    if ((await tx.ballot.count({ where: { decisionId } })) > 0) return refuse("decision.frozen");
    await tx.decision.update({ where: { id: decisionId, state: "OPEN" }, data: { title, text }, select: { id: true } });
    await told(tx, "decision.amended", { ...own.value, actor, now });
    return ok({ decisionId, associationSlug: own.value.associationSlug });
  });
}

/** Takes a proposal back while the vote is open: a changed text is a new proposal (rule DC3). Those who vote are told. */
export async function withdrawDecision(
  actor: Actor,
  { decisionId }: DecisionInput,
  now = new Date(),
): Promise<Result<Amended, AmendRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Amended, AmendRefusal>(actor, async (tx) => {
    const own = await takeOwn(tx, actor, { decisionId, now });
    if (!own.ok) return own;
    const data = { state: "WITHDRAWN", closedAt: now } as const;
    await tx.decision.update({ where: { id: decisionId, state: "OPEN" }, data, select: { id: true } });
    await told(tx, "decision.withdrawn", { ...own.value, actor, now });
    return ok({ decisionId, associationSlug: own.value.associationSlug });
  });
}

type Own = NonNullable<Awaited<ReturnType<typeof readDecision>>>;

/** A decision the actor opened, locked, while its vote is open. */
async function takeOwn(
  tx: Tx,
  actor: Actor,
  { decisionId, now }: { decisionId: string; now: Date },
): Promise<Result<Own, "common.notFound" | "decision.over">> {
  await lockDecision(tx, decisionId);
  const decision = await readDecision(tx, decisionId);
  if (!decision || !mayAmend(actor, decision)) return refuse("common.notFound");
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
