import { parseCronItems } from "graphile-worker";
import pg from "pg";
import { afterAll, beforeEach, expect, test } from "vitest";
import { enqueue } from "@/lib/activity/commands";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { queueMail } from "@/lib/mail/outbox";
import { unlockOrphans, WORKER_NAME } from "./orphans";
import { tasks, timetable } from "./tasks";
import { endWork, startWork } from "./worker";

const pool = new pg.Pool({ connectionString: env.DATABASE_URL, application_name: WORKER_NAME, max: 1 });
afterAll(() => pool.end());

const jobs = () => db.$queryRaw<{ task_identifier: string; locked_by: string | null }[]>`
  SELECT task_identifier, locked_by FROM graphile_worker.jobs`;
const lockAll = () =>
  db.$executeRaw`UPDATE graphile_worker._private_jobs SET locked_by = 'gone', locked_at = now(), attempts = 1`;

beforeEach(async () => {
  await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  await db.$transaction((tx) => enqueue(tx, "sweep", {}));
});

test("jobs of a process that ended without a word are freed when no other worker is there", async () => {
  await lockAll();
  expect(await unlockOrphans(pool)).toBe(true);
  expect(await jobs()).toEqual([{ task_identifier: "sweep", locked_by: null }]);
});

test("while another worker is connected, what is locked may be its own and stays so", async () => {
  await lockAll();
  const other = new pg.Client({ connectionString: env.DATABASE_URL, application_name: WORKER_NAME });
  await other.connect();
  expect(await unlockOrphans(pool)).toBe(false);
  expect(await jobs()).toEqual([{ task_identifier: "sweep", locked_by: "gone" }]);
  await other.end();
});

test("every entry of the timetable names a task, at a time the worker can read: one it cannot stops them all", () => {
  expect(timetable.filter(({ task }) => !(task in tasks))).toEqual([]);
  expect(() => parseCronItems(timetable)).not.toThrow();
});

test("a worker does what is asked of it soon after the commit, and ends when told", async () => {
  startWork();
  startWork();
  await db.$transaction((tx) => queueMail(tx, { recipient: "ada@example.org", subject: "x", text: "x", locale: "it" }));
  await expect.poll(() => db.outboxMail.count({ where: { state: "SENT" } }), { timeout: 5000 }).toBe(1);
  await expect.poll(async () => (await jobs()).length, { timeout: 5000 }).toBe(0);
  await endWork();
  await db.$transaction((tx) => enqueue(tx, "sweep", {}));
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await jobs()).toHaveLength(1);
});
