import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { fold } from "@/lib/core/text";
import { db } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { DEFAULT_AUDIENCES, isOpenTo } from "@/lib/member/audience/rules";
import { AUDIENCES, PROFILE_FIELDS, type ProfileField } from "@/lib/member/types";
import { makeMember } from "@/lib/testing/members";
import { foldCounts, foldLists, refreshDirectory, refreshEnded } from "./commands";

type Entry = Readonly<Record<string, unknown>>;

const entriesOf = async (memberId: string) => {
  const rows = await db.directoryEntry.findMany({ where: { memberId }, orderBy: { viewer: "asc" } });
  return Object.fromEntries(rows.map(({ updatedAt: _, ...row }) => [row.viewer, row as Entry]));
};
const refresh = (memberId: string) =>
  inTransaction(null, async (tx) => {
    await refreshDirectory(tx, memberId);
    return { ok: true, value: null };
  });

beforeEach(async () => {
  await db.account.deleteMany();
  await db.member.deleteMany();
});

test("A2: whose account is erased is found by nobody from that instant", async () => {
  const said = { competences: { cooking: 2 }, values: ["care"] };
  const { memberId, accountId } = await makeMember({ isPublic: true, ...said });
  expect(Object.keys(await entriesOf(memberId)).sort()).toEqual(["MEMBER", "VISITOR"]);
  await db.account.delete({ where: { id: accountId } });
  expect(await db.member.count({ where: { id: memberId } })).toBe(1);
  expect(await entriesOf(memberId)).toEqual({});
});

test("PV1: the index takes the same defaults as the profile page", async () => {
  const rows = await db.$queryRaw<{ field: ProfileField; audience: string }[]>`
    SELECT f::text AS "field", profile_audience_default(f)::text AS "audience" FROM unnest(enum_range(NULL::"ProfileField")) f`;
  expect(Object.fromEntries(rows.map(({ field, audience }) => [field, audience]))).toEqual(DEFAULT_AUDIENCES);
  expect(rows).toHaveLength(PROFILE_FIELDS.length);
});

const LETTERS = fc.oneof(
  ...[
    [0x20, 0x24f],
    [0x300, 0x36f],
    [0x384, 0x52f],
    [0x1e00, 0x1eff],
    [0x2000, 0x206f],
    [0x1f600, 0x1f64f],
  ].map(([min = 0, max = 0]) => fc.integer({ min, max }).map((code) => String.fromCodePoint(code))),
);

test("the database folds texts as the search does, letter for letter", async () => {
  const texts = fc.sample(fc.string({ unit: LETTERS, maxLength: 40 }), { numRuns: 400, seed: 7 });
  const typed = [
    "Città  D’Òro\u00a0",
    "ŁÓDŹ",
    "İstanbul",
    "Straße",
    "  ",
    "`x´",
    "ΟΔΟΣ ἀγορά",
    "Hà Nội",
    "a\t\n\u2009b",
  ];
  const rows = await db.$queryRaw<{ folded: string }[]>`
    SELECT fold(t) AS "folded" FROM unnest(${[...typed, ...texts]}::text[]) WITH ORDINALITY AS x (t, i) ORDER BY i`;
  expect(rows.map(({ folded }) => folded)).toEqual([...typed, ...texts].map(fold));
});

test("PV2: an unlisted person has no row, a listed one a row for members, a public one a row for visitors too", async () => {
  const unlisted = await makeMember({ isListed: false });
  const listed = await makeMember();
  const open = await makeMember({ isPublic: true });
  expect(Object.keys(await entriesOf(unlisted.memberId))).toEqual([]);
  expect(Object.keys(await entriesOf(listed.memberId))).toEqual(["MEMBER"]);
  expect(Object.keys(await entriesOf(open.memberId)).sort()).toEqual(["MEMBER", "VISITOR"]);
});

test("PV2: nobody can be found by visitors and not by members", async () => {
  await expect(makeMember({ isListed: false, isPublic: true })).rejects.toThrow("member_public_is_listed");
});

test("A2: who is suspended disappears at once, and comes back with the suspension's end", async () => {
  const { memberId, accountId } = await makeMember({ isPublic: true });
  await db.account.update({ where: { id: accountId }, data: { suspendedAt: new Date() } });
  expect(await entriesOf(memberId)).toEqual({});
  await db.account.update({ where: { id: accountId }, data: { suspendedAt: null } });
  expect(Object.keys(await entriesOf(memberId))).toHaveLength(2);
});

test("A3: whoever arrives is found from the start", async () => {
  const account = await db.account.create({ data: { email: "new@example.org" } });
  const { id } = await db.member.create({ data: { accountId: account.id, handle: "new", name: "Nuova Arrivata" } });
  expect((await entriesOf(id)).MEMBER).toMatchObject({ nameText: "nuova arrivata" });
});

/** What a profile says where, so that one world differs from another in exactly the closed parts. */
const worlds = (suffix: "a" | "b") => ({
  ABOUT: { about: `about ${suffix}` },
  STORY: { story: `story ${suffix}` },
  VALUE_BROUGHT: { valueBrought: `brought ${suffix}` },
  AUDIENCE: { audience: `audience ${suffix}` },
  VISION: { vision: `vision ${suffix}` },
  PLACE: { placeSlug: suffix === "a" ? "bologna" : "torino" },
  LANGUAGES: { languages: suffix === "a" ? ["it"] : ["en"] },
  COMPETENCES: { competences: suffix === "a" ? { "tax-advice": 3 } : { "web-development": 2 } },
  OFFERS: {},
  ASKS: {},
  VALUES: { values: suffix === "a" ? ["care"] : ["trust"] },
});

const exchangesOf = (suffix: Record<"OFFER" | "ASK", string>) =>
  (["OFFER", "ASK"] as const).map((side) => ({
    side,
    title: `${side} ${suffix[side]}`,
    competence: suffix[side] === "a" ? "tax-advice" : "web-development",
    untilOn: suffix[side] === "a" ? "2099-01-01" : "2098-01-01",
  }));

/** An entry without what is another person's by chance: who, when, and the shuffle in the last bits of the rank. */
const strip = (entry: Entry | undefined) =>
  JSON.stringify({ ...entry, id: 0, memberId: "", joinedAt: "", rank: entry && Number(entry.rank) >> 10 });

test("A2: whatever is closed to a class of viewers leaves no trace in what that class searches", async () => {
  const choice = fc.record(Object.fromEntries(PROFILE_FIELDS.map((field) => [field, fc.constantFrom(...AUDIENCES)])));
  await fc.assert(
    fc.asyncProperty(choice, fc.constantFrom("visitor" as const, "member" as const), async (audiences, relation) => {
      const closed = (field: string) => !isOpenTo(audiences[field] ?? "ONLY_ME", relation);
      const make = (suffix: "a" | "b") =>
        makeMember({
          isPublic: true,
          audiences: audiences as Record<string, string>,
          ...Object.assign(
            {},
            ...Object.entries(worlds("a")).map(([field, a]) => (closed(field) ? worlds(suffix)[field as "STORY"] : a)),
          ),
          exchanges: exchangesOf({ OFFER: closed("OFFERS") ? suffix : "a", ASK: closed("ASKS") ? suffix : "a" }),
        });
      const [one, other] = [await make("a"), await make("b")];
      const viewer = relation === "visitor" ? "VISITOR" : "MEMBER";
      expect(strip((await entriesOf(other.memberId))[viewer])).toBe(strip((await entriesOf(one.memberId))[viewer]));
    }),
    { numRuns: 40 },
  );
});

test("a row holds own competences with those above them, and only offers that stand", async () => {
  const { memberId } = await makeMember({
    competences: { "frontend-development": 3 },
    exchanges: [
      { side: "OFFER", title: "Una pagina", competence: "web-development" },
      { side: "OFFER", title: "Finita", competence: "tax-advice", untilOn: "2020-01-01" },
    ],
  });
  const rows = await db.$queryRaw<{ slug: string; aspect: number }[]>`
    SELECT c."slug", t & 7 AS aspect FROM "DirectoryEntry" e, unnest(e."tokens") t JOIN "Competence" c ON c."id" = t >> 3
     WHERE e."memberId" = ${memberId}::uuid AND e."viewer" = 'MEMBER' AND t > 0 ORDER BY 2, 1`;
  expect(rows.map(({ slug, aspect }) => `${slug} ${aspect}`)).toEqual([
    "frontend-development 3",
    "software-engineering 3",
    "web-development 3",
    "software-engineering 5",
    "web-development 5",
  ]);
  const [said] = await db.$queryRaw<{ words: string }[]>`
    SELECT "words"::text AS words FROM "DirectoryEntry" WHERE "memberId" = ${memberId}::uuid AND "viewer" = 'MEMBER'`;
  expect(said?.words).toContain("'pagin'");
  expect(said?.words).not.toContain("'fin'");
});

test("what somebody calls themselves counts for them, once", async () => {
  const { memberId } = await makeMember({
    headline: "Già Liutaia, ora commercialista",
    competences: { "tax-advice": 2 },
  });
  const rows = await db.$queryRaw<{ slug: string }[]>`
    SELECT c."slug" FROM "DirectoryEntry" e, unnest(e."tokens") t JOIN "Competence" c ON c."id" = t >> 3
     WHERE e."memberId" = ${memberId}::uuid AND t > 0 AND t & 7 = 7 ORDER BY 1`;
  const slugs = rows.map(({ slug }) => slug);
  expect(slugs).toContain("accounting");
  expect(slugs).not.toContain("tax-advice");
});

/** Everything that follows from the entries, as it is and as a rebuild would make it. */
async function followers() {
  const lists = () =>
    db.$queryRaw`SELECT list, place::text, n::int FROM directory_listed() ORDER BY list, directory_listed.place`;
  const counts = () => db.$queryRaw`
    SELECT viewer, list, other, sum(n)::int AS n FROM directory_kept() GROUP BY 1, 2, 3 HAVING sum(n) <> 0 ORDER BY 1, 2, 3`;
  const kept = [await lists(), await counts()];
  await db.$executeRaw`TRUNCATE "DirectoryChunk", "DirectoryMove", "DirectoryCount", "DirectoryTally"`;
  await db.$executeRaw`SELECT directory_follow_all()`;
  return { kept, made: [await lists(), await counts()] };
}

test("lists and counts follow whatever happens to a profile", async () => {
  const people = [
    await makeMember({
      isPublic: true,
      placeSlug: "bologna",
      competences: { "frontend-development": 3, accounting: 1 },
    }),
    await makeMember({ placeSlug: "imola", competences: { "tax-advice": 4 }, headline: "Ragioniera" }),
    await makeMember({ isPublic: true, competences: { "tax-advice": 2 } }),
  ];
  const [first, second, third] = people.map(({ memberId }) => memberId) as [string, string, string];
  await db.$executeRaw`UPDATE "Member" SET "competences" = "competences"[1:1] WHERE "id" = ${first}::uuid`;
  await db.$executeRaw`UPDATE "Member" SET "competences"[1] = "competences"[1] - 2 WHERE "id" = ${second}::uuid`;
  await db.member.update({ where: { id: second }, data: { placeSlug: "ferrara", isPublic: true, headline: "" } });
  await refresh(first);
  await refresh(second);
  await db.member.update({ where: { id: first }, data: { isPublic: false } });
  await refresh(first);
  await db.member.delete({ where: { id: third } });
  expect(await foldCounts()).toBeGreaterThan(0);
  expect(await foldLists()).toBeGreaterThan(0);
  expect(await db.directoryMove.count()).toBe(0);
  const { kept, made } = await followers();
  expect((kept[0] as unknown[]).length).toBeGreaterThan(4);
  expect(kept).toEqual(made);
});

test("A3: two folds among edits lose no change and count none twice", async () => {
  const people = await Promise.all(
    Array.from({ length: 8 }, (_, i) => makeMember({ isPublic: i % 2 === 0, competences: { accounting: 1 } })),
  );
  const edits = people.map(async ({ memberId }, i) => {
    const placeSlug = i % 3 === 0 ? "bologna" : "ferrara";
    await db.member.update({ where: { id: memberId }, data: { placeSlug, isListed: i !== 5, isPublic: i === 1 } });
    await refresh(memberId);
  });
  await Promise.all([...edits, foldCounts(), foldCounts(), foldLists(), foldLists(7)]);
  const { kept, made } = await followers();
  expect(kept).toEqual(made);
  expect(await foldCounts()).toBe(0);
  await foldLists();
  expect(await foldLists()).toBe(0);
  expect(await db.$queryRaw`SELECT * FROM invariants_of_directory()`).toEqual([]);
});

test("A3: what is out of line with the entries is found by check_invariants()", async () => {
  await makeMember({ isPublic: true, competences: { accounting: 2 } });
  const broken = async () => (await db.$queryRaw<{ rule: string }[]>`SELECT * FROM check_invariants()`).length;
  expect(await broken()).toBe(0);
  await db.$executeRaw`UPDATE "DirectoryMove" SET "place" = "place" + 1 WHERE "list" % 2 = 1`;
  expect(await broken()).toBeGreaterThan(1);
  await db.$executeRaw`UPDATE "DirectoryMove" SET "place" = "place" - 1 WHERE "list" % 2 = 1`;
  await foldLists();
  expect(await broken()).toBe(0);
  await db.$executeRaw`UPDATE "DirectoryChunk" SET "places"[1] = "places"[1] + 1 WHERE "list" % 2 = 1`;
  expect(await broken()).toBeGreaterThan(1);
  await db.$executeRaw`UPDATE "DirectoryChunk" SET "places"[1] = "places"[1] - 1 WHERE "list" % 2 = 1`;
  expect(await broken()).toBe(0);
  await db.$executeRaw`UPDATE "DirectoryCount" SET "n" = "n" + 1 WHERE "list" = 0 AND "other" = 0`;
  expect(await broken()).toBe(2);
  await db.$executeRaw`UPDATE "DirectoryCount" SET "n" = "n" - 1 WHERE "list" = 0 AND "other" = 0`;
  await foldCounts();
  expect(await broken()).toBe(0);
  await db.$executeRaw`UPDATE "DirectoryTally" SET "people"[1] = "people"[1] + 1 WHERE "list" = 0 AND "kind" = 0`;
  expect(await broken()).toBe(2);
  await db.$executeRaw`UPDATE "DirectoryTally" SET "people"[1] = "people"[1] - 1 WHERE "list" = 0 AND "kind" = 0`;
});

test("a profile that says the same is not written again", async () => {
  const { memberId } = await makeMember({ isPublic: true, competences: { accounting: 2 } });
  const [row] = await db.$queryRaw<{ n: number }[]>`SELECT directory_refresh(ARRAY[${memberId}::uuid]) AS n`;
  expect(row?.n).toBe(0);
});

test("all at once writes what one by one wrote", async () => {
  const people = [
    await makeMember({ isPublic: true, competences: { "tax-advice": 3 }, story: "Dall’Emilia" }),
    await makeMember({ placeSlug: "bologna", values: ["trust", "care"] }),
  ];
  const before = await Promise.all(people.map(({ memberId }) => entriesOf(memberId)));
  await db.$executeRaw`SELECT directory_refresh(NULL)`;
  expect(await Promise.all(people.map(({ memberId }) => entriesOf(memberId)))).toEqual(before);
});

test("what ends with a day leaves search with the hourly refresh", async () => {
  const { memberId } = await makeMember({
    exchanges: [{ side: "OFFER", title: "Fino a ieri", competence: "tax-advice" }],
  });
  await db.exchange.updateMany({ data: { untilOn: new Date("2099-03-01") } });
  await refresh(memberId);
  expect((await entriesOf(memberId)).MEMBER?.freshUntilOn).toEqual(new Date("2099-03-01"));
  expect(await db.$transaction((tx) => refreshEnded(tx, "2099-03-01"))).toBe(0);
  expect(await db.$transaction((tx) => refreshEnded(tx, "2099-03-02"))).toBe(1);
});

test("two refreshes of one person at the same instant leave one row each", async () => {
  const { memberId } = await makeMember({ isPublic: true });
  await Promise.all([refresh(memberId), refresh(memberId), refresh(memberId)]);
  expect(Object.keys(await entriesOf(memberId))).toHaveLength(2);
});

test("the statement of an edit is planned once for all, whatever migration wrote it last", async () => {
  const [row] = await db.$queryRaw<
    { set: string[] }[]
  >`SELECT proconfig AS set FROM pg_proc WHERE proname = 'directory_refresh'`;
  expect(row?.set).toContain("plan_cache_mode=force_generic_plan");
});
