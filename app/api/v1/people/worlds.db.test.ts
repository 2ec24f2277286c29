import fc from "fast-check";
import { beforeAll, expect, test, vi } from "vitest";
import type { Actor, Viewer } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { readFilters } from "@/lib/directory/filter/rules";
import { searchPeople } from "@/lib/directory/queries";
import { anAssociation } from "@/lib/testing/associations";
import { FUZZ_RUNS } from "@/lib/testing/fuzz";
import { makeMember } from "@/lib/testing/members";

/*
 * Two worlds that differ only in what whoever looks may not see answer alike, byte for byte (rule A2): parts closed to them, people
 * not listed, not public or suspended, belongings not opened.
 */

const asking = vi.hoisted(() => ({ viewer: null as unknown }));
vi.stubEnv("API_PER_MINUTE", "1000000000");
vi.mock("@/lib/auth/session", () => ({ getViewer: async () => asking.viewer }));
vi.mock("@/lib/auth/request", () => ({ readOrigin: async () => ({ network: "192.0.2.1" }) }));
const { GET } = await import("./route");

const PAIRS = Math.ceil(FUZZ_RUNS / 12);
const NAMES = ["Anna Ferrara", "Mario Bianchi", "Ròsa Dall’Ò", "Bianca Sarti"];
const WORDS = ["liutaia", "petunia", "circo", "commercialista"];
const SKILLS = ["tax-advice", "accounting", "nonprofit-accounting", "frontend-development", "photography"];
const PLACES = ["bologna", "imola", "ferrara", "torino"];
const VALUES = ["trust", "care", "generosity"];
const CLOSABLE = ["COMPETENCES", "OFFERS", "ASKS", "STORY", "ABOUT", "PLACE", "VALUES", "LANGUAGES"] as const;
type Closable = (typeof CLOSABLE)[number];

/** What a profile may say, part by part. */
const parts = fc.record({
  COMPETENCES: fc
    .array(fc.tuple(fc.constantFrom(...SKILLS), fc.integer({ min: 1, max: 4 })), { maxLength: 4 })
    .map((held) => ({ competences: Object.fromEntries(held) })),
  OFFERS: fc.tuple(fc.constantFrom("", ...WORDS), fc.constantFrom(...SKILLS), fc.constantFrom("SKILL", "TIME")),
  ASKS: fc.tuple(fc.constantFrom("", ...WORDS), fc.constantFrom(...SKILLS), fc.constantFrom("SKILL", "LISTENING")),
  STORY: fc.constantFrom("", ...WORDS).map((story) => ({ story })),
  ABOUT: fc.constantFrom("", ...WORDS).map((about) => ({ about })),
  PLACE: fc.constantFrom(...PLACES).map((placeSlug) => ({ placeSlug })),
  VALUES: fc.subarray(VALUES).map((values) => ({ values })),
  LANGUAGES: fc.subarray(["it", "en", "ar"]).map((languages) => ({ languages })),
});
type Parts = typeof parts extends fc.Arbitrary<infer T> ? T : never;

/** Somebody in both worlds, whose closed parts say one thing here and another there. */
const seen = fc.record({
  name: fc.constantFrom(...NAMES),
  headline: fc.constantFrom("", ...WORDS),
  open: parts,
  closed: fc.subarray([...CLOSABLE]),
  hidden: fc.tuple(parts, parts),
  audience: fc.tuple(fc.nat(4), fc.nat(4)),
  isOther: fc.tuple(fc.boolean(), fc.boolean()),
  belongs: fc.tuple(fc.boolean(), fc.boolean()),
});
/** Somebody whom nobody who looks may find, in one world or in both. */
const unseen = fc.record({
  at: fc.nat(6),
  name: fc.constantFrom(...NAMES),
  open: parts,
  worlds: fc.constantFrom<readonly number[]>([0], [1], [0, 1]),
  isSuspended: fc.boolean(),
});
const world = fc.record({
  isMember: fc.boolean(),
  people: fc.array(seen, { minLength: 1, maxLength: 5 }),
  others: fc.array(unseen, { minLength: 1, maxLength: 3 }),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

let member: Actor;
let associationId: string;
let slug: string;
let unseenCount = 0;

const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const exchange = (side: "OFFER" | "ASK", [title, competence, kind]: Parts["OFFERS"] | Parts["ASKS"]) =>
  title ? [{ side, kind, title, competence }] : [];
const profileOf = ({ COMPETENCES, OFFERS, ASKS, STORY, ABOUT, PLACE, VALUES, LANGUAGES }: Parts) => ({
  ...{ ...COMPETENCES, ...STORY, ...ABOUT, ...PLACE, ...VALUES, ...LANGUAGES },
  exchanges: [...exchange("OFFER", OFFERS), ...exchange("ASK", ASKS)],
});

/** Audiences that leave out whoever looks. */
const closedTo = (isMember: boolean) =>
  ["ONLY_ME", "CONNECTED", "AFTER_MEETING", "SHARED_ASSOCIATIONS", isMember ? "ONLY_ME" : "MEMBERS"] as const;

async function makeSeen(
  one: World["people"][number],
  n: number,
  { isMember, side }: { isMember: boolean; side: 0 | 1 },
) {
  const isClosed = (part: string) => one.closed.includes(part as Closable);
  const own = Object.fromEntries(
    Object.entries(one.open).map(([part, said]) => [part, isClosed(part) ? one.hidden[side][part as Closable] : said]),
  ) as Parts;
  const closing = closedTo(isMember)[one.audience[side]] ?? "ONLY_ME";
  const audiences = CLOSABLE.map((part) => [part, isClosed(part) ? closing : "PUBLIC"]);
  const { memberId } = await makeMember({
    ...{ id: idOf(n), handle: `world-${n}`, name: one.name, headline: one.headline, joinedAt: new Date("2026-03-03") },
    ...profileOf(own),
    audiences: Object.fromEntries(audiences),
    ...(isMember ? { isPublic: one.isOther[side] } : { isPublic: true, isIndexed: one.isOther[side] }),
  });
  if (one.belongs[side])
    await db.$transaction([
      db.$executeRaw`SET LOCAL session_replication_role = replica`,
      db.$executeRaw`INSERT INTO "Membership" ("id", "associationId", "memberId", "state", "stateSince", "firstJoinedAt")
        VALUES (gen_random_uuid(), ${associationId}::uuid, ${memberId}::uuid, 'ACTIVE', now(), now())`,
    ]);
}

async function makeUnseen({ name, open, isSuspended }: World["others"][number], isMember: boolean) {
  unseenCount += 1;
  const reach = isMember ? { isListed: false } : { isPublic: false };
  await makeMember({
    handle: `world-unseen-${unseenCount}`,
    name,
    ...profileOf(open),
    ...(isSuspended ? { isPublic: true, isSuspended } : reach),
  });
}

async function clear() {
  await db.member.deleteMany({ where: { handle: { startsWith: "world-" } } });
  await db.account.deleteMany({ where: { member: null } });
}

async function build({ isMember, people, others }: World, side: 0 | 1) {
  await clear();
  const here = others.filter(({ worlds }) => worlds.includes(side));
  for (const [n, one] of people.entries()) {
    for (const other of here.filter(({ at }) => at === n)) await makeUnseen(other, isMember);
    await makeSeen(one, n, { isMember, side });
  }
  for (const other of here.filter(({ at }) => at >= people.length)) await makeUnseen(other, isMember);
}

/** Of which something is set aside, or not, by who is there to be found. */
const EASED = ["fotografa zeta", "fotografa petunia", "fotografa illustratore petunia", "contabile circo bologna"];

const params = fc.array(
  fc.oneof(
    fc.tuple(
      fc.constant("q"),
      fc.constantFrom(
        ...NAMES,
        ...WORDS,
        "bianc",
        "ferrara",
        "chi offre consulenza fiscale",
        "fotografa bologna",
        "arabo",
        ...EASED,
      ),
    ),
    fc.tuple(fc.constant("competence"), fc.constantFrom(...SKILLS)),
    fc.tuple(fc.constant("place"), fc.constantFrom(...PLACES, "BO", "emilia-romagna")),
    fc.tuple(fc.constant("association"), fc.constantFrom("world", "no-such")),
    fc.tuple(fc.constant("kind"), fc.constantFrom("offer", "ask")),
    fc.tuple(fc.constant("locale"), fc.constantFrom("it", "en")),
  ),
  { maxLength: 3 },
);
const PAGES = fc.record({
  q: fc.constantFrom("", ...WORDS, "ferrara", ...EASED),
  c: fc.constantFrom("", ...SKILLS),
  place: fc.constantFrom("", ...PLACES),
  within: fc.constantFrom("", "50"),
  side: fc.subarray(["offers", "asks", "givesMe", "needsMe"], { maxLength: 1 }),
  ready: fc.subarray(["time", "listening"], { maxLength: 1 }),
  language: fc.constantFrom("", "ar"),
  level: fc.constantFrom("", "3"),
  sort: fc.constantFrom("relevance", "name", "newest"),
});
const asked = fc.tuple(
  fc.array(params, { minLength: 3, maxLength: 3 }),
  fc.array(PAGES, { minLength: 2, maxLength: 2 }),
);

const bodyOf = async (query: string) => {
  const answer = await GET(new Request(`http://localhost/api/v1/people?${query}`));
  return `${answer.status} ${answer.headers.get("etag")} ${await answer.text()}`;
};

/** The data of some searches, the plain list and two pages of it among them, and the pages of others. */
async function answers(viewer: Viewer, [queries, pages]: typeof asked extends fc.Arbitrary<infer T> ? T : never) {
  asking.viewer = viewer;
  const plain = await bodyOf("");
  const cursor = /"nextCursor":"([^"]+)"/.exec(plain)?.[1];
  expect(cursor).toBeDefined();
  const told = [plain, await bodyOf(`cursor=${cursor}`)];
  for (const pairs of queries)
    told.push(await bodyOf(String(new URLSearchParams(pairs.map(([name, of]) => [name, of === "world" ? slug : of])))));
  for (const page of pages) {
    const found = await searchPeople(viewer, readFilters(page), { language: "it" });
    told.push(JSON.stringify(found));
  }
  return told;
}

beforeAll(async () => {
  ({ id: associationId, slug } = await anAssociation());
  member = await makeMember({
    name: "Guido Guarda",
    placeSlug: "bologna",
    values: ["trust", "care"],
    exchanges: [
      { side: "ASK", title: "Conti", competence: "tax-advice" },
      { side: "OFFER", title: "Foto", competence: "photography" },
    ],
  });
  const known = {
    competences: { accounting: 2, illustration: 2, photography: 2 },
    about: "Zeta.",
    placeSlug: "bologna",
  };
  const offer = { exchanges: [{ side: "OFFER" as const, title: "Zeta" }], isPublic: true };
  // So many stand before the others that the page ends among these.
  for (let n = 0; n < 24; n += 1) await makeMember({ name: "Zoe Zeta", ...(n < 17 && known), ...offer });
});

test("A2: what whoever looks may not see changes no byte of what they get", { timeout: 3_600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(world, asked, async (pair, requests) => {
      const viewer = pair.isMember ? member : null;
      await build(pair, 0);
      const here = await answers(viewer, requests);
      await build(pair, 1);
      expect(await answers(viewer, requests)).toEqual(here);
    }),
    { numRuns: PAIRS, endOnFailure: true },
  );
  await clear();
  expect(await db.$queryRaw`SELECT * FROM check_invariants()`).toEqual([]);
});
