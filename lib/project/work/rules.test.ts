import { expect, test } from "vitest";
import type { Limits } from "@/lib/membership/standing/types";
import { canWork, progressOf, shareDone } from "./rules";

const member: Limits = {
  state: "ACTIVE",
  isListening: false,
  isStatementOver: false,
  isCharterOverdue: false,
  bars: [],
};
const said = (facts: Parameters<typeof canWork>[0]) => {
  const verdict = canWork(facts);
  return verdict.ok ? "ok" : verdict.refusal.code;
};

test.each([
  ["PROPOSED", null, "ok"],
  ["FEASIBILITY", null, "ok"],
  ["ACTIVE", member, "ok"],
  ["ACTIVE", { ...member, isListening: true }, "ok"],
  ["ACTIVE", { ...member, state: "PAUSED" as const }, "membership.notActive"],
  ["ACTIVE", { ...member, isCharterOverdue: true }, "membership.charterOverdue"],
  ["SUSPENDED", member, "work.stopped"],
  ["COMPLETED", member, "project.over"],
  ["ABANDONED", null, "project.over"],
] as const)("M10, M11: in a %s project, as %o: %s", (state, membership, code) => {
  expect(said({ state, membership })).toBe(code);
});

test("progress is counted from what is done, deliverables and tasks alike", () => {
  const progress = progressOf({
    tasks: 12,
    tasksDone: 7,
    deliverables: [{ done: "2026-11-01" }, { done: null }, { done: null }],
  });
  expect(progress).toEqual({ tasks: 12, tasksDone: 7, deliverables: 3, deliverablesDone: 1 });
  expect(shareDone(progress)).toBeCloseTo(8 / 15);
  expect(shareDone({ tasks: 0, tasksDone: 0, deliverables: 0, deliverablesDone: 0 })).toBeNull();
});
