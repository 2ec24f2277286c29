import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { ok, refuse } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { recordActivity } from "./commands";

const anActivity = () => ({
  kind: "account.signedUp" as const,
  actorId: null,
  subjectId: randomUUID(),
  at: new Date("2026-11-21T10:00:00Z"),
});

const jobsWaiting = async () =>
  Number((await db.$queryRaw<{ n: bigint }[]>`SELECT count(*) AS n FROM graphile_worker.jobs`)[0]?.n);

test("A3: what happened and the job that tells of it commit together", async () => {
  const result = await inTransaction(null, async (tx) => ok(await recordActivity(tx, anActivity())));
  expect(result.ok).toBe(true);
  expect(await jobsWaiting()).toBe(1);
  expect(await db.activity.count()).toBe(1);
});

test("A3: a refusal leaves neither the activity nor the job behind", async () => {
  const before = [await db.activity.count(), await jobsWaiting()];
  await inTransaction(null, async (tx) => {
    await recordActivity(tx, anActivity());
    return refuse("common.notAllowed");
  });
  expect([await db.activity.count(), await jobsWaiting()]).toEqual(before);
});
