import "server-only";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { isMember } from "@/lib/membership/rules";
import { holdDecision, readTowards, type Towards } from "../facts";
import { mayRead } from "../policy";
import type { BallotInput } from "../schema";
import { type BallotRefusal, canAnswer, canVote } from "./rules";

type Cast = { decisionId: string; associationSlug: string };
export type CastRefusal =
  | "common.notFound"
  | "common.keyTaken"
  | "common.unverified"
  | "common.suspended"
  | BallotRefusal;

/**
 * Casts the actor's one ballot, or changes it while the vote is open (rule DC2). Voters do not wait for one another, only for
 * whoever closes. Leaves no activity: when somebody voted is nobody's matter.
 */
export async function castBallot(
  actor: Actor,
  { decisionId, optionId, objection }: BallotInput,
  now = new Date(),
): Promise<Result<Cast, CastRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const { memberId } = actor;
  return inTransaction<Cast, CastRefusal>(actor, async (tx) => {
    await holdDecision(tx, decisionId);
    const found = await readTowards(tx, { decisionId, memberId, now });
    if (!found || !isReadable(actor, found)) return refuse("common.notFound");
    const { decision, standing, isElector } = found;
    const may = canVote({ ...decision, isElector, standing, now });
    if (!may.ok) return may;
    const option = await tx.decisionOption.findFirst({ where: { id: optionId, decisionId }, select: { stance: true } });
    const answer = canAnswer({ stance: option?.stance, objection });
    if (!answer.ok) return answer;

    const words = option?.stance === "OBJECTION" ? (objection ?? "") : "";
    await keepBallot(tx, { decisionId, memberId, optionId, objection: words });
    return ok({ decisionId, associationSlug: decision.associationSlug });
  });
}

function isReadable(actor: Actor, { decision, standing, isElector }: Towards): boolean {
  const responsibilities = standing?.responsibilities ?? [];
  return mayRead(actor, { ...decision, isMember: isMember(standing?.state ?? null), isElector, responsibilities });
}

type Kept = { decisionId: string; memberId: string; optionId: string; objection: string };

async function keepBallot(tx: Tx, { decisionId, memberId, optionId, objection }: Kept): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Ballot" ("decisionId", "memberId", "optionId", "objection")
    VALUES (${decisionId}::uuid, ${memberId}::uuid, ${optionId}::uuid, ${objection})
    ON CONFLICT ("decisionId", "memberId") DO UPDATE SET "optionId" = excluded."optionId", "objection" = excluded."objection"`;
  await tx.elector.updateMany({ where: { decisionId, memberId, hasVoted: false }, data: { hasVoted: true } });
}
