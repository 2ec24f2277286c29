import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { makeMember } from "@/lib/testing/members";
import { rebuild, stateOf } from "./directory-index.mjs";

beforeEach(async () => {
  await db.account.deleteMany();
  await db.member.deleteMany();
});

const indexes = async () => {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT indexname AS name FROM pg_indexes WHERE tablename = 'DirectoryEntry' ORDER BY 1`;
  return rows.map(({ name }) => name);
};

/** Everything search knows, without the numbers of entries. */
const known = async () => [
  await db.$queryRaw`SELECT "memberId", "viewer"::text, "rank", "tokens", "words"::text, "updatedAt" FROM "DirectoryEntry" ORDER BY 1, 2`,
  await db.$queryRaw`SELECT p.list, p.place >> 32 AS rank, p.n, e."memberId" FROM directory_listed() p JOIN "DirectoryEntry" e ON e."id" = p.place & 4294967295 ORDER BY 1, 2, 4`,
  await db.$queryRaw`SELECT viewer::text, list, other, sum(n)::int AS n FROM directory_kept() GROUP BY 1, 2, 3 HAVING sum(n) <> 0 ORDER BY 1, 2, 3`,
];

test("a rebuild makes what edits had made, and keeps when somebody last changed", async () => {
  const joinedAt = new Date("2023-03-03T03:03:03Z");
  const { memberId } = await makeMember({
    isPublic: true,
    joinedAt,
    placeSlug: "bologna",
    competences: { accounting: 3 },
  });
  await makeMember({ joinedAt, competences: { "tax-advice": 1 } });
  await db.member.update({ where: { id: memberId }, data: { headline: "Ragioniera" } });
  await db.$executeRaw`SELECT directory_refresh(ARRAY[${memberId}::uuid])`;
  const [before, there] = [await known(), await indexes()];
  expect(await rebuild(env.DATABASE_URL)).toBe(2);
  expect(await known()).toEqual(before);
  expect(await indexes()).toEqual(there);
  expect(await db.$queryRaw`SELECT * FROM check_invariants()`).toEqual([]);
});

test("A2: what is changed in a closed part moves nobody in the order", async () => {
  const joinedAt = new Date("2023-03-03T03:03:03Z");
  const { memberId } = await makeMember({ joinedAt, audiences: { STORY: "ONLY_ME" } });
  const place = async () => (await db.directoryEntry.findFirstOrThrow({ where: { memberId } })).rank;
  const before = await place();
  await db.member.update({ where: { id: memberId }, data: { story: "Non la legge nessuno." } });
  await db.$executeRaw`SELECT directory_refresh(ARRAY[${memberId}::uuid])`;
  expect(await place()).toBe(before);
  await rebuild(env.DATABASE_URL);
  expect(await place()).toBe(before);
  await db.member.update({ where: { id: memberId }, data: { about: "Questo sì." } });
  await db.$executeRaw`SELECT directory_refresh(ARRAY[${memberId}::uuid])`;
  expect(await place()).toBeLessThan(before);
});

test("a rebuild that was cut short is found, and taken up with the indexes it had taken away", async () => {
  await makeMember({ competences: { accounting: 3 } });
  const there = await indexes();
  const [{ definition }] = await db.$queryRaw<[{ definition: string }]>`
    SELECT indexdef AS definition FROM pg_indexes WHERE indexname = 'DirectoryEntry_tokens_idx'`;
  const note = JSON.stringify([{ name: '"DirectoryEntry_tokens_idx"', definition }]);
  await db.$executeRawUnsafe(`COMMENT ON TABLE "DirectoryEntry" IS '${note}'`);
  await db.$executeRaw`DROP INDEX "DirectoryEntry_tokens_idx"`;
  expect(await stateOf(env.DATABASE_URL)).toEqual({ hasPeople: true, isUnindexed: true });
  await rebuild(env.DATABASE_URL);
  expect(await stateOf(env.DATABASE_URL)).toEqual({ hasPeople: true, isUnindexed: false });
  expect(await indexes()).toEqual(there);
});
