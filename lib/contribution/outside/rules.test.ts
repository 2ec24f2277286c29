import { expect, test } from "vitest";
import { canDeclareOutside, canWitness } from "./rules";

const CLEAR = { isListening: false, isCharterOverdue: false, isStatementOver: false, bars: [] };
const FREE = { state: "ACTIVE", ...CLEAR, responsibilities: [] } as const;
const codeOf = (verdict: { ok: boolean; refusal?: { code: string } }) => (verdict.ok ? "ok" : verdict.refusal?.code);

test.each([
  ["any active member", FREE, true, false],
  ["M10: in pause", { ...FREE, state: "PAUSED" }, false, false],
  ["M11: charter overdue", { ...FREE, isCharterOverdue: true }, false, false],
  ["whoever answers for EDIT", { ...FREE, responsibilities: ["EDIT"] }, true, true],
  ["whoever answers for ADMIT alone", { ...FREE, responsibilities: ["ADMIT"] }, true, false],
  ["whoever only listens but was there", { ...FREE, isListening: true }, true, false],
] as const)("PJ5: %s confirms where any member does: %s; where stewards do: %s", (_who, standing, any, stewards) => {
  expect(canWitness(standing, "ANY_MEMBER")).toBe(any);
  expect(canWitness(standing, "STEWARDS")).toBe(stewards);
});

const FACTS = { standing: FREE, today: "2026-11-21", joinedOn: "2026-03-01", values: ["care"] };
test.each([
  ["today", "2026-11-21", null, {}, "ok"],
  ["tomorrow", "2026-11-22", null, {}, "contribution.inFuture"],
  ["ninety days ago", "2026-08-23", null, {}, "ok"],
  ["a day more", "2026-08-22", null, {}, "contribution.tooLongAgo"],
  ["on the day of joining", "2026-11-10", null, { joinedOn: "2026-11-10" }, "ok"],
  ["the day before it", "2026-11-09", null, { joinedOn: "2026-11-10" }, "contribution.beforeJoining"],
  ["for a value of the charter", "2026-11-20", "care", {}, "ok"],
  ["for one that is not there", "2026-11-20", "trust", {}, "contribution.noSuchValue"],
  ["in pause", "2026-11-20", null, { standing: { ...FREE, state: "PAUSED" } }, "membership.notActive"],
  [
    "behind: one always may, for that is the way back",
    "2026-11-20",
    null,
    { standing: { ...FREE, bars: ["PROPOSE"] } },
    "ok",
  ],
] as const)("something done %s is recorded: %s", (_when, doneOn, value, change, expected) => {
  expect(codeOf(canDeclareOutside({ ...FACTS, ...change }, { doneOn, value }))).toBe(expected);
});
