import { beforeAll, describe, expect, test } from "vitest";
import type { Actor, Viewer } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { makeMember } from "@/lib/testing/members";
import { foldCounts } from "./commands";
import { readFilters } from "./filter/rules";
import { searchPeople } from "./queries";
import { WINDOW } from "./ranking/rules";

/* More people than a list looks at: 640, of whom 560 live in Ferrara, 540 keep accounts, and 32 are called Ferrara (4 live elsewhere). */

let viewer: Actor;

const search = (who: Viewer, query: string, after: string | null = null) =>
  searchPeople(who, readFilters({ ...Object.fromEntries(new URLSearchParams(query)), after: after ?? "" }), {
    language: "it",
  });

async function everybody(query: string, who: Viewer = viewer): Promise<readonly string[]> {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof search>> = await search(who, query, after);
    expect(page.isRestarted).toBe(false);
    seen.push(...page.items.map(({ handle }) => handle));
    after = page.nextCursor;
  } while (after !== null);
  return seen;
}

beforeAll(async () => {
  viewer = await makeMember({ name: "Guido Guarda", isListed: false });
  await db.$executeRaw`INSERT INTO "Account" ("id", "email")
    SELECT ('00000000-0000-4000-8000-' || lpad(i::text, 12, '0'))::uuid, 'one-' || i || '@example.org' FROM generate_series(1, 640) i`;
  await db.$executeRaw`INSERT INTO "Member" ("id", "accountId", "handle", "name", "placeSlug", "isPublic", "languages", "joinedAt")
    SELECT a."id", a."id", 'one-' || i, CASE WHEN i % 20 = 0 THEN 'Anna Ferrara' ELSE 'Pia Prova' END,
           CASE WHEN i <= 560 THEN 'ferrara' ELSE 'bologna' END, i % 2 = 0, '{}', now() - (i / 3 || ' hours')::interval
      FROM generate_series(1, 640) i JOIN "Account" a ON a."email" = 'one-' || i || '@example.org'`;
  await db.$executeRaw`UPDATE "Member" m SET "competences" = ARRAY[c."id" * 8 + 1 + i % 4]
    FROM generate_series(1, 540) i, "Competence" c WHERE m."handle" = 'one-' || i AND c."slug" = 'accounting'`;
  await db.$executeRaw`SELECT directory_refresh(NULL)`;
});

describe("what is counted as profiles change is exact however many they are", () => {
  test.each([
    ["", 640, { FE: 560, BO: 80 }, 540],
    ["c=accounting", 540, { FE: 540 }, 540],
    ["place=FE", 560, { FE: 560, BO: 80 }, 540],
  ])("«%s»: %s people, by province %j, %s of whom keep accounts", async (query, total, provinces, accountants) => {
    const page = await search(viewer, query);
    expect(page).toMatchObject({ total, isExact: true, isCounted: true });
    expect([page.facets.provinces, page.facets.competences.accounting]).toEqual([provinces, accountants]);
    await foldCounts();
    const { facets, total: folded, isCounted } = await search(viewer, query);
    expect([facets, folded, isCounted]).toEqual([page.facets, total, true]);
  });

  test("of a town the number is exact, and the facets count the first", async () => {
    const page = await search(viewer, "place=ferrara");
    expect(page).toMatchObject({ total: 560, isExact: true, isCounted: false });
    expect(page.facets.competences.accounting).toBeLessThanOrEqual(WINDOW);
    expect(page.facets.provinces).toEqual({ FE: 560, BO: 80 });
  });

  test("A2: a visitor has the numbers of those whom visitors find", async () => {
    expect(await search(null, "")).toMatchObject({ total: 320, isExact: true, isCounted: true });
    expect(await search(null, "level=1")).toMatchObject({ total: 270, isExact: true, isCounted: true });
  });
});

test.each(["level=1", "q=ferrara", "q=pia", "area=tax-accounting", "q=ragioniere"])(
  "«%s» finds more than a window: at least so many, and facets of the first",
  async (query) => {
    const { total, isExact, isCounted, facets } = await search(viewer, query);
    expect([isExact, isCounted]).toEqual([false, false]);
    expect(total).toBeGreaterThanOrEqual(WINDOW);
    expect(facets.competences.accounting).toBeLessThanOrEqual(total);
  },
);

test("where more are counted by place than found, the counts say that they are of the first", async () => {
  const page = await search(viewer, "level=1&place=BO");
  expect(page).toMatchObject({ total: 0, isExact: true, isCounted: false });
  expect(page.facets.provinces.FE).toBe(WINDOW);
});

test("a place that stands in the words stays in them, whatever place is chosen besides", async () => {
  const { total, facets } = await search(viewer, "q=pia+bologna");
  expect([total, facets.provinces]).toEqual([76, { BO: 76 }]);
  expect((await search(viewer, "q=pia+bologna&place=FE")).facets.provinces).toEqual({ BO: 76 });
});

test("a side of which nothing is counted is counted while the world is small", async () => {
  const { facets } = await search(viewer, "level=1");
  expect(facets.sides).toEqual({ offers: 0, asks: 0, givesMe: 0, needsMe: 0 });
});

test.each([
  ["", 640],
  ["c=accounting", 540],
  ["level=1", 540],
  ["q=ferrara", 564],
  ["q=ferrara&sort=name", 564],
  ["q=ferrara&sort=newest", 564],
  ["q=ragioniere", 540],
])("walking «%s» meets each of its %s people once", async (query, count) => {
  const seen = await everybody(query);
  expect([seen.length, new Set(seen).size]).toEqual([count, count]);
});

test("a way out beyond a window says more than that", async () => {
  const { waysOut } = await search(viewer, "level=1&language=ar");
  expect(waysOut.map(({ total }) => total)).toContain(WINDOW + 1);
});

describe("where a window could not hold all who bear the words as their name", () => {
  beforeAll(async () => {
    await db.$executeRaw`UPDATE "Member" SET "name" = CASE WHEN right("handle", -4)::int > 100 THEN 'Lia Ferrara' ELSE 'Pia Prova' END,
      "placeSlug" = CASE WHEN right("handle", -4)::int > 20 THEN 'bologna' ELSE 'ferrara' END WHERE "handle" LIKE 'one-%'`;
    await db.$executeRaw`SELECT directory_refresh(NULL)`;
  });

  test.each(["q=ferrara", "q=ferrara&sort=name", "q=ferrara&c=accounting"])(
    "walking «%s» meets them and those whom the words mean",
    async (query) => {
      const seen = await everybody(query);
      const expected = query.includes("c=") ? 460 : 560;
      expect([seen.length, new Set(seen).size]).toEqual([expected, expected]);
      expect((await search(viewer, query)).isExact).toBe(query.includes("c="));
    },
  );

  test("the counts are in line with the entries", async () => {
    expect(await db.$queryRaw`SELECT * FROM check_invariants()`).toEqual([]);
  });
});

describe("a list that nothing personal orders is read no further than its page needs", () => {
  beforeAll(async () => {
    await db.$executeRaw`INSERT INTO "Exchange" ("id", "memberId", "side", "kind", "title", "locale", "competenceId")
      SELECT gen_random_uuid(), m."id", 'OFFER', 'SKILL', 'Un parere', 'it', c."id" FROM "Member" m, "Competence" c
       WHERE m."handle" LIKE 'one-%' AND right(m."handle", -4)::int % 8 = 2 AND c."slug" = 'accounting'`;
    await db.$executeRaw`SELECT directory_refresh(NULL)`;
  });

  /** By points, read from every entry of the class. */
  const byPoints = async (slug: string | null) => {
    const rows = await db.$queryRaw<{ handle: string }[]>`
      SELECT m."handle" FROM "DirectoryEntry" e JOIN "Member" m ON m."id" = e."memberId"
        LEFT JOIN "Competence" c ON c."slug" = ${slug} LEFT JOIN (SELECT list, place & 4294967295 AS entry, place >> 32 AS rank FROM directory_listed()) p ON p.list = c."id" * 2 AND p.entry = e."id"
       WHERE e."viewer" = 'VISITOR' AND (c."id" IS NULL OR p.list IS NOT NULL)
       ORDER BY COALESCE(3 * (4 - (p.rank >> 24)) + 4 * (e."tokens" && ARRAY[c."id" * 8 + 5])::int, 0) + e."completeness"
                + 2 * (directory_month(e."rank") > directory_month_of(now()) - 6)::int DESC,
                COALESCE(p.rank, e."rank"), e."id"`;
    return rows.map(({ handle }) => handle);
  };

  test.each([
    ["", null, 320],
    ["c=accounting", "accounting", 270],
  ])("«%s»: a visitor has everybody once, in the order of points", async (query, slug, count) => {
    const expected = await byPoints(slug);
    expect(expected.length).toBe(count);
    expect(await everybody(query, null)).toEqual(expected);
  });

  test("where those further down may have more points than the first, the window decides", async () => {
    await db.$executeRaw`DELETE FROM "Exchange" WHERE "memberId" IN (
      SELECT "id" FROM "Member" WHERE "handle" LIKE 'one-%' AND right("handle", -4)::int % 32 <> 2)`;
    // Level 3 as those who offer, and more complete, but changed a year ago: first in the static order, not by points.
    await db.$executeRaw`UPDATE "Member" SET "about" = 'Scrivo.', "isPublic" = TRUE WHERE "handle" LIKE 'one-%' AND right("handle", -4)::int % 4 = 2
      AND right("handle", -4)::int % 32 <> 2`;
    await db.$executeRaw`UPDATE "Member" SET "competences" = "competences" || ARRAY(
      SELECT "id" * 8 + 1 FROM "Competence" WHERE "slug" IN ('photography', 'cooking', 'tax-advice', 'frontend-development'))
       WHERE "about" = 'Scrivo.'`;
    await db.$executeRaw`SELECT directory_refresh(NULL)`;
    await db.$executeRaw`UPDATE "DirectoryEntry" SET "rank" = "rank" + (12 << 10) WHERE "completeness" > 2`;
    for (const [query, slug] of [
      ["", null],
      ["c=accounting", "accounting"],
    ] as const)
      expect(await everybody(query, null)).toEqual(await byPoints(slug));
  });
});
