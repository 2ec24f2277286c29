import { createServer } from "node:net";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { lockMember, type Tx } from "@/lib/db/transaction";
import { makeMember } from "@/lib/testing/members";
import { contentionOf } from "./contention";

const write = (tx: Tx, id: string) => tx.member.update({ where: { id }, data: { headline: "Altro" } });
const faultOf = (work: Promise<unknown>) => work.then(() => "none", contentionOf);

/** Whoever comes waits until all have come. */
function meetingOf(count: number): () => Promise<void> {
  const waiting: (() => void)[] = [];
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length === count) for (const go of waiting) go();
    });
}

describe.each([
  ["a statement of ours", lockMember],
  ["a statement of the client", write],
] as const)("%s", (_which, touch: (tx: Tx, id: string) => Promise<unknown>) => {
  test("that does not get its lock in time is contention", async () => {
    const { memberId } = await makeMember();
    await db.$transaction(async (tx) => {
      await touch(tx, memberId);
      const second = db.$transaction(async (other) => {
        await other.$executeRaw`SET LOCAL lock_timeout = '50ms'`;
        await touch(other, memberId);
      });
      expect(await faultOf(second)).toBe("55P03");
    });
  });

  test("that waits for one that waits for it is contention, for one of the two", async () => {
    const [one, two] = [await makeMember(), await makeMember()];
    const bothHaveOne = meetingOf(2);
    const cross = (mine: string, theirs: string) =>
      db.$transaction(async (tx) => {
        await touch(tx, mine);
        await bothHaveOne();
        await touch(tx, theirs);
      });
    const both = [faultOf(cross(one.memberId, two.memberId)), faultOf(cross(two.memberId, one.memberId))];
    expect((await Promise.all(both)).toSorted()).toEqual(["40P01", "none"]);
  });
});

test("a transaction that lasts too long is contention", async () => {
  const slow = db.$transaction((tx) => tx.$executeRaw`SELECT pg_sleep(0.3)`, { timeout: 50 });
  expect(await faultOf(slow)).toBe("P2028");
});

test("a pool whose connections are all taken, and one that is not answered in time, are contention", async () => {
  const silent = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => silent.once("listening", resolve));
  const { port } = silent.address() as { port: number };
  const pool = new pg.Pool({ host: "127.0.0.1", port, max: 1, connectionTimeoutMillis: 100 });
  const faults = await Promise.all([faultOf(pool.connect()), faultOf(pool.connect())]);
  expect(faults).toEqual(["pool", "pool"]);
  await pool.end();
  silent.close();
});

test("a constraint that is broken is no contention, and so is anything else", async () => {
  const { handle } = await makeMember();
  const { memberId } = await makeMember();
  expect(await faultOf(db.member.update({ where: { id: memberId }, data: { handle } }))).toBeNull();
  expect([contentionOf(new Error("the database is down")), contentionOf(undefined)]).toEqual([null, null]);
});

test("no connection to be had in time is contention", () => {
  expect(contentionOf(new Error("timeout exceeded when trying to connect"))).toBe("pool");
});
