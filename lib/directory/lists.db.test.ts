import { beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { makeMember } from "@/lib/testing/members";
import { foldLists } from "./commands";
import { readFilters } from "./filter/rules";
import { listPages } from "./queries";
import { WINDOW } from "./ranking/rules";

/* One list of more people than a chunk holds: 700 who keep accounts. */

const CHUNK = 240;

const refresh = (handles: string) =>
  db.$executeRaw`SELECT directory_refresh(ARRAY(SELECT "id" FROM "Member" WHERE "handle" LIKE ${handles}))`;

beforeAll(async () => {
  await db.account.deleteMany();
  await db.member.deleteMany();
  await db.$executeRaw`INSERT INTO "Account" ("id", "email", "emailVerifiedAt")
    SELECT gen_random_uuid(), 'list' || i || '@example.org', now() FROM generate_series(1, 700) i`;
  await db.$executeRaw`INSERT INTO "Member" ("id", "accountId", "handle", "name", "isPublic", "joinedAt")
    SELECT gen_random_uuid(), a."id", 'list-' || substring(a."email" FROM '[0-9]+'), 'Pia Prova', TRUE, '2023-03-03'
      FROM "Account" a WHERE a."email" LIKE 'list%'`;
  await db.$executeRaw`UPDATE "Member" SET "competences" = ARRAY[c."id" * 8 + 1 + right("handle", -5)::int % 4]
    FROM "Competence" c WHERE c."slug" = 'accounting' AND "handle" LIKE 'list-%'`;
  await refresh("list-%");
});

/** How many places each chunk of the list of accountants holds, for members. */
async function chunks(): Promise<readonly number[]> {
  const rows = await db.$queryRaw<{ n: number }[]>`
    SELECT cardinality("places") AS n FROM "DirectoryChunk" k JOIN "Competence" c ON k."list" = c."id" * 2 + 1
     WHERE c."slug" = 'accounting' ORDER BY "first"`;
  return rows.map(({ n }) => n);
}

async function walked(query: Record<string, string>): Promise<readonly string[]> {
  const seen: string[] = [];
  for await (const { items } of listPages(null, readFilters(query), { language: "it" }))
    seen.push(...items.map(({ handle }) => handle));
  return seen;
}

const broken = () => db.$queryRaw`SELECT * FROM invariants_of_directory()`;

beforeEach(async () => {
  await foldLists();
});

test("a list is cut into chunks when it grows, and walked the same before it is folded and after", async () => {
  expect((await chunks()).reduce((sum, n) => sum + n, 0)).toBe(700);
  expect(Math.max(...(await chunks()))).toBeLessThanOrEqual(CHUNK);
  const before = await walked({ c: "accounting" });
  expect([before.length, new Set(before).size]).toEqual([700, 700]);
  await db.$executeRaw`UPDATE "Member" SET "competences" = ARRAY(SELECT "competenceId" * 8 + 5 - "level" FROM competences_held("competences"))`;
  await refresh("list-%");
  const changed = await walked({ c: "accounting" });
  expect(await db.directoryMove.count()).toBeGreaterThan(0);
  await foldLists(100);
  expect(await db.directoryMove.count()).toBe(0);
  expect(await walked({ c: "accounting" })).toEqual(changed);
  expect([changed.length, new Set(changed).size]).toEqual([700, 700]);
  expect(changed).not.toEqual(before);
  expect(await broken()).toEqual([]);
});

test("a word that means several competences walks their lists as one, everybody once, at their best level", async () => {
  await db.$executeRaw`UPDATE "Member" SET "competences" = "competences" || c."id" * 8 + 1 + right("handle", -5)::int / 4 % 4
    FROM "Competence" c WHERE c."slug" = 'tax-advice' AND "handle" LIKE 'list-%' AND right("handle", -5)::int % 3 > 0`;
  await refresh("list-%");
  const best = new Map(
    (
      await db.$queryRaw<{ handle: string; level: number }[]>`
        SELECT m."handle", max(s."level") AS "level" FROM "Member" m, competences_held(m."competences") s GROUP BY 1`
    ).map(({ handle, level }) => [handle, level]),
  );
  for (const isFolded of [false, true]) {
    if (isFolded) await foldLists();
    const seen = await walked({ q: "commercialista" });
    expect([seen.length, new Set(seen).size]).toEqual([700, 700]);
    const levels = seen.map((handle) => best.get(handle) ?? 0);
    expect(levels.slice(WINDOW)).toEqual(levels.slice(WINDOW).toSorted((a, b) => b - a));
    expect(Math.min(...levels.slice(0, WINDOW))).toBeGreaterThanOrEqual(levels[WINDOW] ?? 5);
  }
  await db.$executeRaw`UPDATE "Member" SET "competences" = "competences"[1:1] WHERE "handle" LIKE 'list-%'`;
  await refresh("list-%");
});

test("A3: many who edit at once, among folds, neither wait for one another nor lose a place", async () => {
  const people = await db.member.findMany({
    where: { handle: { startsWith: "list-" } },
    select: { id: true },
    take: 120,
  });
  const editor = async (from: number) => {
    for (const { id } of people.filter((_, i) => i % 12 === from))
      await db.$transaction(async (tx) => {
        await tx.$executeRaw`UPDATE "Member" SET "headline" = 'Ragioniere ' || ${from}, "isPublic" = ${from % 3 > 0} WHERE "id" = ${id}::uuid`;
        await tx.$executeRaw`UPDATE "Member" SET "competences" = ARRAY(
          SELECT "competenceId" * 8 + 1 + "level" % 4 FROM competences_held("competences")) WHERE "id" = ${id}::uuid`;
        await tx.$executeRaw`SELECT directory_refresh(ARRAY[${id}::uuid])`;
      });
  };
  const folding = async () => {
    for (let i = 0; i < 8; i++) await foldLists(1);
  };
  await Promise.all([...Array.from({ length: 12 }, (_, from) => editor(from)), folding(), folding()]);
  expect(await broken()).toEqual([]);
  const waiting = await walked({ c: "accounting" });
  await foldLists();
  expect(await broken()).toEqual([]);
  expect(await walked({ c: "accounting" })).toEqual(waiting);
  expect(new Set(waiting).size).toBe(waiting.length);
});

test("somebody who left and came back before a fold is in the list once", async () => {
  const { memberId } = await makeMember({ isPublic: true, competences: { cooking: 2 } });
  const turn = async (level: number) => {
    await db.$executeRaw`UPDATE "Member" SET "competences"[1] = ("competences"[1] >> 3) * 8 + ${level}::int WHERE "id" = ${memberId}::uuid`;
    await db.$executeRaw`SELECT directory_refresh(ARRAY[${memberId}::uuid])`;
  };
  for (const level of [3, 2, 3, 2]) await turn(level);
  await foldLists();
  for (const level of [3, 2, 3, 2]) await turn(level);
  expect(await walked({ c: "cooking" })).toHaveLength(1);
  expect(await broken()).toEqual([]);
});

test("what is left of a chunk joins the one before it, and an empty list has none", async () => {
  const before = (await chunks()).length;
  await db.$executeRaw`UPDATE "Member" SET "competences" = '{}' WHERE "handle" LIKE 'list-%' AND right("handle", -5)::int % 10 > 0`;
  await db.$executeRaw`UPDATE "Member" SET "headline" = ''`;
  await refresh("list-%");
  await foldLists();
  expect((await chunks()).length).toBeLessThan(before);
  expect(await broken()).toEqual([]);
  await db.member.deleteMany({ where: { handle: { startsWith: "list-" } } });
  await foldLists();
  expect(await chunks()).toEqual([]);
  expect(await broken()).toEqual([]);
});
