import fc from "fast-check";
import { beforeAll, test, vi } from "vitest";
import type { Viewer } from "@/lib/auth/actor";
import { errorAnswer } from "@/lib/directory/answer/schema";
import { suggestionsAnswer } from "@/lib/directory/suggestion/schema";
import { anyText, expectClearAnswers } from "@/lib/testing/fuzz";
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
  const ask = (asked: URLSearchParams, viewer: Viewer) => {
    asking.viewer = viewer;
    return GET(new Request(`http://localhost/api/v1/suggestions?${asked}`));
  };
  await expectClearAnswers({ query, viewers, ask, answers: { 200: suggestionsAnswer, 400: errorAnswer } });
});
