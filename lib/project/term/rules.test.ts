import { expect, test } from "vitest";
import { canRenew, canStayUntil } from "./rules";

const codeOf = (verdict: { ok: boolean; refusal?: { code: string } }) => (verdict.ok ? "ok" : verdict.refusal?.code);
const TODAY = "2026-11-22";

test.each([
  [null, "ok"],
  ["2026-11-21", "project.untilPast"],
  ["2026-11-22", "project.untilPast"],
  ["2026-11-23", "ok"],
  ["2027-11-22", "ok"],
  ["2027-11-23", "project.untilTooFar"],
])("PT1: somebody sits down until %s: %s", (until, code) => {
  expect(codeOf(canStayUntil(until, TODAY))).toBe(code);
});

const SEAT = { state: "ACCEPTED", projectState: "ACTIVE", untilOn: "2026-12-10", today: TODAY } as const;
test.each([
  ["with a later day", {}, "2026-12-11", "ok"],
  ["with the same day", {}, "2026-12-10", "project.notLater"],
  ["for as long as one may", {}, "2027-11-22", "ok"],
  ["for longer", {}, "2027-11-23", "project.untilTooFar"],
  ["on its last day", { untilOn: TODAY }, "2026-12-11", "ok"],
  ["the day after", { untilOn: "2026-11-21" }, "2026-12-11", "project.offerClosed"],
  ["without a last day", { untilOn: null }, "2026-12-11", "project.noLastDay"],
  ["while the project rests", { projectState: "SUSPENDED" }, "2026-12-11", "ok"],
  ["once it is over", { projectState: "COMPLETED" }, "2026-12-11", "project.over"],
  ["that has ended", { state: "ENDED" }, "2026-12-11", "project.offerClosed"],
  ["that nobody said yes to", { state: "WAITING" }, "2026-12-11", "project.offerClosed"],
] as const)("a seat is renewed %s: %o until %s is %s", (_how, change, until, code) => {
  expect(codeOf(canRenew({ ...SEAT, ...change }, until))).toBe(code);
});
