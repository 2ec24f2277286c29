import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { findAbsent } from "@/lib/auth/standing";
import { db } from "@/lib/db/client";
import { sql } from "@/lib/db/sql";
import { meeting } from "@/lib/testing/contention";
import { makeMember } from "@/lib/testing/members";
import { forgetSearch, markSeen, saveSearch } from "../saved/commands";
import { listSavedSearches } from "../saved/queries";
import { watchSearches } from "./commands";
import { WATCHED_MAX } from "./rules";

const HOUR = 3_600_000;
const START = new Date("2026-11-21T10:00:00Z");
const at = (hours: number) => new Date(START.getTime() + hours * HOUR);
const watch = (hours: number) => watchSearches({ ownerOf: findAbsent, now: at(hours) });
const aLuthier = (name: string, more: Parameters<typeof makeMember>[0] = {}) =>
  makeMember({ name, competences: { "instrument-making": 3 }, ...more });

async function anOwner(query = "q=liutaio"): Promise<Actor> {
  const owner = await makeMember({ name: "Ida Padrona" });
  await saveSearch(owner, { query, locale: "it" });
  await db.savedSearch.updateMany({ where: { memberId: owner.memberId }, data: { checkedAt: START } });
  return owner;
}

const activitiesFor = ({ memberId }: Actor) =>
  db.activity.findMany({
    where: { memberId, kind: "directory.searchFound" },
    orderBy: { at: "asc" },
    select: { actorId: true, subjectId: true, data: true, at: true },
  });

beforeEach(async () => {
  await db.savedSearch.deleteMany();
});

describe("when somebody new fits", () => {
  test("several at once are told once, by an activity that names nobody", async () => {
    const owner = await anOwner();
    await aLuthier("Ada Arriva");
    await aLuthier("Bea Arriva");
    expect(await watch(6)).toBe(1);
    const [{ id } = { id: "" }] = await listSavedSearches(owner);
    expect(await activitiesFor(owner)).toEqual([{ actorId: null, subjectId: id, data: {}, at: at(6) }]);
  });

  test("a search is looked at again after six hours, not before", async () => {
    await anOwner();
    await aLuthier("Ada Arriva");
    expect(await watchSearches({ ownerOf: findAbsent, now: new Date(at(6).getTime() - 1) })).toBe(0);
    expect(await watch(6)).toBe(1);
  });

  test("NT3: at most once a day, and never twice of the same person", async () => {
    const owner = await anOwner();
    await aLuthier("Ada Arriva");
    expect(await watch(6)).toBe(1);
    expect(await watch(30)).toBe(0);
    await aLuthier("Bea Arriva");
    expect(await watch(36)).toBe(1);
    await aLuthier("Cia Arriva");
    expect(await watch(59)).toBe(0);
    expect(await watch(65)).toBe(1);
    expect(await activitiesFor(owner)).toHaveLength(3);
  });

  test("once seen they are told no more, and whoever comes later is", async () => {
    const owner = await anOwner();
    const ada = await aLuthier("Ada Arriva");
    const [{ id } = { id: "" }] = await listSavedSearches(owner);
    await markSeen(owner, { id, shown: [ada.handle] });
    expect(await watch(6)).toBe(0);
    await aLuthier("Bea Arriva");
    expect(await watch(12)).toBe(1);
  });

  test("two workers at the same instant tell once", async () => {
    const owner = await anOwner();
    await aLuthier("Ada Arriva");
    const told = await meeting(
      sql`SELECT 1 FROM "SavedSearch" WHERE "memberId" = ${owner.memberId}::uuid FOR UPDATE`,
      Array.from({ length: 3 }, () => () => watch(6)),
    );
    expect(told.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await activitiesFor(owner)).toHaveLength(1);
  });

  test("all that are due are looked at, over as many batches as it takes", async () => {
    const owner = await anOwner();
    await db.$executeRaw`
      WITH many AS (INSERT INTO "Member" ("id", "handle", "name", "accountId")
        SELECT gen_random_uuid(), 'molte-' || g, 'Molte', NULL FROM generate_series(1, 205) g RETURNING "id")
      INSERT INTO "SavedSearch" ("id", "memberId", "place", "query", "locale", "seen", "told", "checkedAt")
      SELECT gen_random_uuid(), "id", 1, 'q=liutaio', 'it', '{}', '{}', ${START}::timestamptz FROM many`;
    await aLuthier("Ada Arriva");
    expect(await watch(6)).toBe(1);
    expect(await db.savedSearch.count({ where: { checkedAt: at(6) } })).toBe(206);
    expect(await activitiesFor(owner)).toHaveLength(1);
    await db.member.deleteMany({ where: { name: "Molte" } });
  });
});

test("who fits only a part of a search is nobody new, though its list shows them", async () => {
  const owner = await anOwner("q=liutaio trapezisti");
  await aLuthier("Ada Arriva");
  expect(await watch(6)).toBe(0);
  expect(await activitiesFor(owner)).toEqual([]);
});

describe("A2: nobody is told", () => {
  test.each([
    ["hidden", { isListed: false }],
    ["suspended", { isSuspended: true }],
    ["closed about what is looked for", { audiences: { COMPETENCES: "ONLY_ME" } }],
  ])("of somebody %s", async (_what, more) => {
    const owner = await anOwner();
    await aLuthier("Ugo Segreto", more);
    expect(await watch(6)).toBe(0);
    expect(await activitiesFor(owner)).toEqual([]);
  });

  test("of what changes in a profile where they may not look", async () => {
    const known = await aLuthier("Nota Liutaia");
    const owner = await anOwner();
    await db.member.update({ where: { id: known.memberId }, data: { vision: "Privato." }, select: { id: true } });
    await db.$executeRaw`SELECT directory_refresh(ARRAY[${known.memberId}::uuid])`;
    expect(await watch(6)).toBe(0);
    expect(await activitiesFor(owner)).toEqual([]);
  });

  test.each([
    ["suspended", { suspendedAt: START }],
    ["unproven", { emailVerifiedAt: null }],
  ])("whose own account is %s; when it stands again, they are", async (_what, data) => {
    const owner = await anOwner();
    const where = { id: owner.accountId };
    await db.account.update({ where, data, select: { id: true } });
    await aLuthier("Ada Arriva");
    expect(await watch(6)).toBe(0);
    await db.account.update({ where, data: { suspendedAt: null, emailVerifiedAt: START }, select: { id: true } });
    expect(await watch(12)).toBe(1);
  });

  test("whose search is gone", async () => {
    const owner = await anOwner();
    const [{ id } = { id: "" }] = await listSavedSearches(owner);
    await aLuthier("Ada Arriva");
    await forgetSearch(owner, { id });
    expect(await watch(6)).toBe(0);
  });
});

test.each<[what: string, readWrongly: (owner: Actor) => Actor]>([
  ["cannot be looked at", (owner) => ({ ...owner, memberId: "no id" })],
  [
    "has an owner who cannot be read",
    () => {
      throw new Error("no such account");
    },
  ],
])("a search that %s stays due and stops no other", async (_what, readWrongly) => {
  const [broken, sound] = [await anOwner(), await anOwner()];
  await aLuthier("Ada Arriva");
  const ownerOf = async (id: string) => {
    const owner = await findAbsent(id);
    return owner && id === broken.memberId ? readWrongly(owner) : owner;
  };
  await expect(watchSearches({ ownerOf, now: at(6) })).rejects.toThrow("could not be looked at");
  expect([await activitiesFor(broken), await activitiesFor(sound)].map(({ length }) => length)).toEqual([0, 1]);
  expect(await watch(6)).toBe(1);
});

test("where more fit than are remembered, only arrivals are new", { timeout: 60_000 }, async () => {
  await db.$executeRaw`
    WITH accounts AS (INSERT INTO "Account" ("id", "email", "emailVerifiedAt")
      SELECT gen_random_uuid(), 'folla-' || g || '@example.org', now() FROM generate_series(1, ${WATCHED_MAX + 10}::int) g RETURNING "id")
    INSERT INTO "Member" ("id", "accountId", "handle", "name", "headline", "joinedAt")
    SELECT "id", "id", 'folla-' || row_number() OVER (), 'Folla', 'Funambola', now() - interval '1 year' FROM accounts`;
  const owner = await anOwner("q=funambola");
  const row = await db.savedSearch.findFirstOrThrow({
    where: { memberId: owner.memberId },
    select: { seen: true, isWide: true },
  });
  expect([row.seen.length, row.isWide]).toEqual([WATCHED_MAX, true]);
  const newest = await db.member.findFirstOrThrow({
    where: { name: "Folla" },
    orderBy: [{ joinedAt: "desc" }, { id: "desc" }],
    select: { accountId: true },
  });
  await db.account.update({
    where: { id: newest.accountId ?? "" },
    data: { suspendedAt: START },
    select: { id: true },
  });
  expect(await watch(6)).toBe(0);
  await makeMember({ name: "Ada Arriva", headline: "Funambola" });
  expect(await watch(12)).toBe(1);
  expect((await listSavedSearches(owner))[0]?.newPeople.map(({ name }) => name)).toEqual(["Ada Arriva"]);
});

test("an absent owner reads alone: every command refuses them", async () => {
  const owner = await makeMember();
  const absent = await findAbsent(owner.memberId);
  expect(absent).toMatchObject({ memberId: owner.memberId, handle: owner.handle });
  if (!absent) throw new Error("nobody");
  expect(await saveSearch(absent, { query: "q=x", locale: "it" })).toMatchObject({
    refusal: { code: "common.unverified" },
  });
  expect(await findAbsent(randomUUID())).toBeNull();
});
