import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { readStanding } from "@/lib/membership/facts";
import type { Tally } from "./rules";

const DECISION = {
  id: true,
  associationId: true,
  kind: true,
  state: true,
  closesAt: true,
  openedById: true,
  outcome: true,
  subjectMemberId: true,
  association: { select: { slug: true } },
} as const;

/** A decision as commands ask about it; null without one. The caller holds its lock when what it decides depends on it. */
export async function readDecision(tx: Tx, decisionId: string) {
  const row = await tx.decision.findUnique({ where: { id: decisionId }, select: DECISION });
  if (!row) return null;
  const { association, ...decision } = row;
  return { ...decision, associationSlug: association.slug };
}

/** Keeps a decision from being closed or changed meanwhile; any number of voters hold it so at once. */
export async function holdDecision(tx: Tx, decisionId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "Decision" WHERE "id" = ${decisionId}::uuid FOR SHARE`;
}

/** Makes other writers of the association a decision is in wait, whoever leaves it included; before the decision, as everybody does. */
export async function lockHome(tx: Tx, decisionId: string): Promise<void> {
  await tx.$executeRaw`
    SELECT 1 FROM "Association" a JOIN "Decision" d ON d."associationId" = a."id" WHERE d."id" = ${decisionId}::uuid FOR NO KEY UPDATE OF a`;
}

/** Makes voters and other writers of a decision wait. */
export async function lockDecision(tx: Tx, decisionId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "Decision" WHERE "id" = ${decisionId}::uuid FOR NO KEY UPDATE`;
}

type Looking = { readonly decisionId: string; readonly memberId: string; readonly now: Date };

/** A decision and where somebody stands towards it. The caller holds its lock. */
export async function readTowards(tx: Tx, { decisionId, memberId, now }: Looking) {
  const decision = await readDecision(tx, decisionId);
  if (!decision) return null;
  const { associationId } = decision;
  const standing = await readStanding(tx, { memberId, associationId, now });
  const elector = await tx.elector.findUnique({
    where: { decisionId_memberId: { decisionId, memberId } },
    select: { hasVoted: true },
  });
  return { decision, standing, isElector: elector !== null };
}

export type Towards = NonNullable<Awaited<ReturnType<typeof readTowards>>>;

/** What a vote counts: ballots by answer, and how many might have voted. */
export async function readTally(tx: Tx, decisionId: string): Promise<Tally> {
  const { quorum, threshold, options } = await tx.decision.findUniqueOrThrow({
    where: { id: decisionId },
    select: {
      quorum: true,
      threshold: true,
      options: {
        orderBy: { position: "asc" },
        select: { id: true, stance: true, _count: { select: { ballots: true } } },
      },
    },
  });
  const electorate = await tx.elector.count({ where: { decisionId } });
  const counted = options.map(({ _count, ...option }) => ({ ...option, votes: _count.ballots }));
  return { quorum, threshold, electorate, options: counted };
}
