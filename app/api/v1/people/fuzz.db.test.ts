import fc from "fast-check";
import { beforeAll, expect, test, vi } from "vitest";
import type { Viewer } from "@/lib/auth/actor";
import { errorAnswer, peopleAnswer } from "@/lib/directory/answer/schema";
import { encodeCursor } from "@/lib/directory/cursor/rules";
import { readFilters } from "@/lib/directory/filter/rules";
import { searchPeople } from "@/lib/directory/queries";
import { anyText, expectClearAnswers, FUZZ_RUNS } from "@/lib/testing/fuzz";
import { makeMember } from "@/lib/testing/members";

const asking = vi.hoisted(() => ({ viewer: null as unknown }));
vi.stubEnv("API_PER_MINUTE", "1000000000");
vi.mock("@/lib/auth/session", () => ({ getViewer: async () => asking.viewer }));
vi.mock("@/lib/auth/request", () => ({ readOrigin: async () => ({ network: "192.0.2.1" }) }));
const { GET } = await import("./route");

const HOURS = 3_600_000 * 5;
let member: Viewer;

beforeAll(async () => {
  member = await makeMember({ name: "Ilaria Zanasi", placeSlug: "bologna", competences: { "tax-advice": 3 } });
  await makeMember({ name: "Dall’Ò 日本", isPublic: true, story: "xyzzy (((", competences: { accounting: 1 } });
});

const viewers = fc.boolean().map((isMember) => (isMember ? member : null));
const cursor = fc
  .tuple(fc.option(fc.integer({ min: -999_999, max: 999_999 })), fc.nat(2 ** 31 - 1), fc.constantFrom("ada", "nobody"))
  .map(([points, place, handle]) => encodeCursor({ sort: "relevance", points, place, handle }));
const known = fc.oneof(
  fc.tuple(fc.constant("competence"), fc.constantFrom("tax-advice", "accounting", "photography")),
  fc.tuple(fc.constant("place"), fc.constantFrom("bologna", "BO", "emilia-romagna")),
  fc.tuple(fc.constant("kind"), fc.constantFrom("offer", "ask")),
  fc.tuple(fc.constant("locale"), fc.constantFrom("it", "en")),
  fc.tuple(fc.constant("association"), fc.constantFrom("lume", "a-b")),
  fc.tuple(fc.constant("cursor"), cursor),
);
const names = fc.constantFrom(
  "q",
  "competence",
  "place",
  "association",
  "kind",
  "cursor",
  "locale",
  "sort",
  "__proto__",
);
const query = fc.oneof(
  anyText.map((q) => [["q", q]]),
  fc.tuple(anyText, fc.array(known, { maxLength: 4 })).map(([q, pairs]) => [["q", q.slice(0, 100)], ...pairs]),
  fc.array(fc.oneof(known, fc.tuple(names, anyText)), { maxLength: 6 }),
);

test("whatever is asked of the data form, it answers with a list or a clear refusal", { timeout: HOURS }, async () => {
  const ask = (asked: URLSearchParams, viewer: Viewer) => {
    asking.viewer = viewer;
    return GET(new Request(`http://localhost/api/v1/people?${asked}`));
  };
  await expectClearAnswers({ query, viewers, ask, answers: { 200: peopleAnswer, 400: errorAnswer } });
});

test("whatever is typed into the box, the page gets a list", { timeout: HOURS }, async () => {
  const rest = fc.dictionary(
    fc.constantFrom("c", "area", "place", "side", "level", "sort", "after", "association"),
    anyText,
  );
  await fc.assert(
    fc.asyncProperty(anyText, rest, viewers, async (q, params, viewer) => {
      const page = await searchPeople(viewer, readFilters({ ...params, q }), { language: "it" });
      expect(page.items.length).toBeLessThanOrEqual(page.total);
    }),
    { numRuns: FUZZ_RUNS },
  );
});
