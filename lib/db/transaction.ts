import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { type Result, refuse } from "@/lib/core/result";
import { db } from "./client";
import type { Prisma } from "./generated/client";

export type Tx = Prisma.TransactionClient;

/**
 * The database where a page asks, outside a transaction and without locks, what a command asks inside one. The same client:
 * only the fields it leaves out by default keep the two types apart, and no facts read those.
 */
export const unlocked = db as unknown as Tx;

/** What any mutation may answer besides its own refusals: the one-time key belongs to another form, or somebody else's. */
export type KeyRefusal = "common.keyTaken";

/** Carries a refusal out of the callback so that Prisma rolls back. Never leaves this file. */
class Rollback extends Error {
  readonly result: Result<never>;
  constructor(result: Result<never>) {
    super("rolled back by refusal");
    this.result = result;
  }
}

/**
 * Runs one use case atomically; a refusal rolls back everything it wrote.
 * The actor's one-time key, when there is one, is spent in the same transaction (rule A7): the second
 * submission of a form waits for the first and gets its answer, so values must survive JSON.
 * Isolation is READ COMMITTED: the callback first locks the aggregate whose invariants it checks, then
 * reads its facts. Not SERIALIZABLE with retries: see docs/adr/0005.
 */
export async function inTransaction<T, Code extends string>(
  actor: Submitter | null,
  work: (tx: Tx) => Promise<Result<T, Code>>,
): Promise<Result<T, Code | KeyRefusal>> {
  const key = actor?.formKey ?? null;
  try {
    return await db.$transaction(async (tx) => {
      if (actor && key) {
        const earlier = await spendKey<T>(tx, actor, key);
        if (earlier) return earlier;
      }
      const result = await work(tx);
      if (!result.ok) throw new Rollback(result);
      if (key) await keepOutcome(tx, key, result.value);
      return result;
    });
  } catch (error) {
    if (error instanceof Rollback) return error.result as Result<T, Code>;
    throw error;
  }
}

type Submitter = Pick<Actor, "accountId" | "formKey" | "action">;

/** Takes the key; when it is spent already, the answer it was spent for: to the same form of the same person only. */
async function spendKey<T>(tx: Tx, { accountId, action }: Submitter, key: string) {
  const taken = await tx.$executeRaw`
    INSERT INTO "FormKey" ("key", "accountId", "action", "outcome")
    VALUES (${key}::uuid, ${accountId}::uuid, ${action}, '{}') ON CONFLICT DO NOTHING`;
  if (taken === 1) return null;
  const row = await tx.formKey.findUnique({ where: { key }, select: { accountId: true, action: true, outcome: true } });
  if (row?.accountId !== accountId || row.action !== action) return refuse("common.keyTaken");
  return { ok: true, value: (row.outcome as { value: T }).value } as const;
}

async function keepOutcome(tx: Tx, key: string, value: unknown): Promise<void> {
  await tx.formKey.update({ where: { key }, data: { outcome: { value: value ?? null } as Prisma.InputJsonObject } });
}

// NO KEY: a row that refers to a locked one is no writer of it. Else whoever records an activity of an association, holding
// one of its projects, and whoever holds the association and waits for the project would wait for each other.

/**
 * Makes other writers of this association wait until the transaction ends. First statement of every
 * command that counts members, checks for duplicates or changes the charter. Null when there is none.
 * A command that also locks a project takes the association first.
 */
export async function lockAssociation(tx: Tx, slug: string): Promise<string | null> {
  const rows = await tx.$queryRaw<
    { id: string }[]
  >`SELECT "id"::text FROM "Association" WHERE "slug" = ${slug} FOR NO KEY UPDATE`;
  return rows[0]?.id ?? null;
}

/** Makes other writers of this project, its needs, offers and contributions wait. Null when there is none. */
export async function lockProject(tx: Tx, slug: string): Promise<string | null> {
  const rows = await tx.$queryRaw<
    { id: string }[]
  >`SELECT "id"::text FROM "Project" WHERE "slug" = ${slug} FOR NO KEY UPDATE`;
  return rows[0]?.id ?? null;
}

/**
 * Makes other writers of every project an association carries wait, in one order. The caller holds the association's lock, so
 * that none is added meanwhile.
 */
export async function lockProjectsOf(tx: Tx, associationId: string): Promise<void> {
  await tx.$executeRaw`
    SELECT 1 FROM "Project" WHERE "id" IN (SELECT c."projectId" FROM "ProjectCarrier" c WHERE c."associationId" = ${associationId}::uuid)
     ORDER BY "id" FOR NO KEY UPDATE`;
}

/** Makes other writers of this member's profile wait. */
export async function lockMember(tx: Tx, memberId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "Member" WHERE "id" = ${memberId}::uuid FOR NO KEY UPDATE`;
}
