import fc from "fast-check";
import { beforeAll, expect, test, vi } from "vitest";
import type { Viewer } from "@/lib/auth/actor";
import { errorAnswer } from "@/lib/directory/answer/schema";
import { suggestionsAnswer } from "@/lib/directory/suggestion/schema";
import { anyText, FUZZ_RUNS } from "@/lib/testing/fuzz";
import { makeMember } from "@/lib/testing/members";

const asking = vi.hoisted(() => ({ viewer: null as unknown }));
vi.stubEnv("API_PER_MINUTE", "100000000");
vi.mock("@/lib/auth/session", () => ({ getViewer: async () => asking.viewer }));
vi.mock("@/lib/auth/request", () => ({ readOrigin: async () => ({ network: "192.0.2.1" }) }));
const { GET } = await import("./route");

const HOURS = 3_600_000 * 5;
let member: Viewer;

beforeAll(async () => {
  member = await makeMember({ name: "Ilaria Zanasi" });
  await makeMember({ name: "Dall’Ò 日本 d'A & !b:*", isPublic: true });
});

const viewers = fc.boolean().map((isMember) => (isMember ? member : null));
const names = fc.constantFrom("q", "locale", "sort", "__proto__");
const query = fc.oneof(
  anyText.map((q) => [["q", q]]),
  anyText.map((q) => [["q", q.slice(0, 60)]]),
  fc.tuple(anyText, fc.constantFrom("it", "en")).map(([q, locale]) => [
    ["q", `dall ${q.slice(0, 8)}`],
    ["locale", locale],
  ]),
  fc.array(fc.tuple(names, anyText), { maxLength: 4 }),
);

test("whatever is typed, it answers with suggestions or a clear refusal", { timeout: HOURS }, async () => {
  const seen = { 200: 0, 400: 0 };
  await fc.assert(
    fc.asyncProperty(query, viewers, async (pairs, viewer) => {
      asking.viewer = viewer;
      const answer = await GET(new Request(`http://localhost/api/v1/suggestions?${new URLSearchParams(pairs)}`));
      expect([200, 400]).toContain(answer.status);
      (answer.status === 200 ? suggestionsAnswer : errorAnswer).parse(await answer.json());
      seen[answer.status as 200] += 1;
    }),
    { numRuns: FUZZ_RUNS },
  );
  expect(Math.min(seen[200], seen[400])).toBeGreaterThan(FUZZ_RUNS / 20);
});
