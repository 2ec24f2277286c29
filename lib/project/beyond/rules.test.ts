import { expect, test } from "vitest";
import { canAccept } from "./rules";

const codeOf = (verdict: { ok: boolean; refusal?: { code: string } }) => (verdict.ok ? "ok" : verdict.refusal?.code);

test.each([
  ["with room for one more need", {}, "ok"],
  ["with none", { needs: 12 }, "project.tooManyNeeds"],
  ["of a running project", { projectState: "ACTIVE" }, "ok"],
  ["of a suspended one", { projectState: "SUSPENDED" }, "ok"],
  ["of one that is over", { projectState: "COMPLETED" }, "project.notOpenToOffers"],
  ["that was answered", { state: "DECLINED" }, "project.offerClosed"],
  ["that was taken back", { state: "WITHDRAWN" }, "project.offerClosed"],
] as const)("PJ3: an offer beyond the needs is accepted %s: %o is %s", (_when, change, code) => {
  expect(codeOf(canAccept({ state: "WAITING", projectState: "PROPOSED", needs: 11, ...change }))).toBe(code);
});
