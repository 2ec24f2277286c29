import { describe, expect, test } from "vitest";
import {
  areDatesAhead,
  canAddDeliverable,
  canAddNeed,
  canConclude,
  canMove,
  canPropose,
  coverageOf,
  hasArrow,
  isOpenToOffers,
  isOver,
  type MoveFacts,
  missingToStart,
  shareCovered,
} from "./rules";
import { PROJECT_STATES, type ProjectState } from "./types";

const codeOf = (verdict: { ok: boolean; refusal?: { code: string } }) => (verdict.ok ? "ok" : verdict.refusal?.code);

/** Ready to start: purpose, owner, one dated deliverable, both critical seats taken, a useful one free. */
const READY: MoveFacts = {
  state: "FEASIBILITY",
  purpose: "Riaprire il lavatoio",
  ownerId: "ada",
  datedDeliverables: 1,
  needs: [
    { isCritical: true, seats: 2, accepted: 2 },
    { isCritical: false, seats: 1, accepted: 0 },
  ],
};

describe("PJ2: every arrow of a project's life, and no other", () => {
  //                 to: I  P  F  A  S  C  X
  const TABLE: Record<ProjectState, readonly (0 | 1)[]> = {
    IDEA: [0, 1, 0, 0, 0, 0, 1],
    PROPOSED: [0, 0, 1, 0, 0, 0, 1],
    FEASIBILITY: [0, 0, 0, 1, 0, 0, 1],
    ACTIVE: [0, 0, 0, 0, 1, 1, 1],
    SUSPENDED: [0, 0, 0, 1, 0, 0, 1],
    COMPLETED: [0, 0, 0, 0, 0, 0, 0],
    ABANDONED: [0, 0, 0, 0, 0, 0, 0],
  };
  const cells = PROJECT_STATES.flatMap((from) =>
    PROJECT_STATES.map((to, i) => [from, to, TABLE[from][i] === 1] as const),
  );
  test.each(cells)("%s → %s: %s", (from, to, isThere) => {
    expect(hasArrow(from, to)).toBe(isThere);
    expect(codeOf(canMove({ ...READY, state: from }, to))).toBe(isThere ? "ok" : "project.notFromHere");
  });
});

describe("PJ2: a project may start", () => {
  test.each([
    ["with everything in place", {}, "ok"],
    ["without a purpose: no", { purpose: "  " }, "project.needsPurpose"],
    ["without an owner: no", { ownerId: null }, "project.needsOwner"],
    ["without a dated deliverable: no", { datedDeliverables: 0 }, "project.needsDeliverable"],
    ["one critical seat short: no", { needs: [{ isCritical: true, seats: 2, accepted: 1 }] }, "project.needsCritical"],
    ["with useful seats free", { needs: [{ isCritical: false, seats: 9, accepted: 0 }] }, "ok"],
    ["without needs at all", { needs: [] }, "ok"],
  ])("%s", (_when, change, code) => {
    expect(codeOf(canMove({ ...READY, ...change }, "ACTIVE"))).toBe(code);
    expect(codeOf(canMove({ ...READY, ...change, state: "SUSPENDED" }, "ACTIVE"))).toBe(code);
  });

  test("and the page lists all that is missing at once", () => {
    expect(missingToStart({ ...READY, purpose: "", ownerId: null, datedDeliverables: 0 })).toEqual([
      "purpose",
      "owner",
      "deliverable",
    ]);
  });

  test("a seat in one need does not cover another", () => {
    const needs = [
      { isCritical: true, seats: 1, accepted: 0 },
      { isCritical: true, seats: 1, accepted: 1 },
      { isCritical: false, seats: 3, accepted: 3 },
    ];
    expect(canMove({ ...READY, needs }, "ACTIVE")).toMatchObject({ refusal: { params: { count: 1 } } });
  });
});

test.each([
  ["running and resolved", "ACTIVE", 0, "ok"],
  ["one commitment open", "ACTIVE", 1, "project.openCommitments"],
  ["not started", "FEASIBILITY", 0, "project.notFromHere"],
  ["suspended", "SUSPENDED", 0, "project.notFromHere"],
  ["concluded already", "COMPLETED", 0, "project.notFromHere"],
] as const)("PJ7: concluding, %s", (_when, state, openCommitments, code) => {
  expect(codeOf(canConclude({ ...READY, state, openCommitments }))).toBe(code);
});

test.each([
  ["active in the association", {}, false, "ok"],
  ["paused", { state: "PAUSED" }, true, "project.notActiveThere"],
  ["candidate or gone", { state: "LEFT" }, true, "project.notActiveThere"],
  ["PT1: active but only listening", { isListening: true }, true, "project.listeningThere"],
  ["M11: active, the charter overdue", { isCharterOverdue: true }, true, "membership.charterOverdue"],
  ["active, behind and barred from proposing", { bars: ["PROPOSE"] }, true, "membership.behind"],
  ["active, behind and barred from voting", { bars: ["VOTE"] }, true, "ok"],
  ["on their own with a minimum profile", null, true, "ok"],
  ["on their own without one", null, false, "project.profileIncomplete"],
] as const)("PJ1: proposing, %s", (_who, limits, hasMinimumProfile, code) => {
  const free = {
    state: "ACTIVE",
    isListening: false,
    isStatementOver: false,
    isCharterOverdue: false,
    bars: [],
  } as const;
  expect(codeOf(canPropose({ association: limits && { ...free, ...limits }, hasMinimumProfile }))).toBe(code);
});

test.each([
  ["today", "2026-11-21", "ok"],
  ["yesterday", "2026-11-20", "project.dueInPast"],
  ["never", null, "ok"],
])("a date %s is refused at its row", (_when, due, code) => {
  const verdict = areDatesAhead({ needs: [{ row: 3, due }], deliverables: [] }, "2026-11-21");
  expect(codeOf(verdict)).toBe(code);
  if (!verdict.ok) expect(verdict.refusal.field).toBe("needs.3.due");
});

test.each([
  ["IDEA", false, false],
  ["PROPOSED", true, false],
  ["FEASIBILITY", true, false],
  ["ACTIVE", true, false],
  ["SUSPENDED", true, false],
  ["COMPLETED", false, true],
  ["ABANDONED", false, true],
] as const)("PJ3: in %s offers come in: %s; it is over: %s", (state, isOpen, isEnd) => {
  expect(isOver(state)).toBe(isEnd);
  expect(isOpenToOffers(state)).toBe(isOpen);
  expect(codeOf(canAddNeed({ state, needs: [] }, false))).toBe(isOpen ? "ok" : "project.closed");
  expect(codeOf(canAddDeliverable(state, 0))).toBe(isOpen ? "ok" : "project.closed");
});

test("PJ2: once running, nothing indispensable is added; lists have an end", () => {
  const needs = (count: number) => Array.from({ length: count }, () => ({ isCritical: false, seats: 1, accepted: 0 }));
  expect(codeOf(canAddNeed({ state: "ACTIVE", needs: [] }, true))).toBe("project.criticalTooLate");
  expect(codeOf(canAddNeed({ state: "FEASIBILITY", needs: needs(11) }, true))).toBe("ok");
  expect(codeOf(canAddNeed({ state: "FEASIBILITY", needs: needs(12) }, true))).toBe("project.tooManyNeeds");
  expect(codeOf(canAddDeliverable("ACTIVE", 9))).toBe("ok");
  expect(codeOf(canAddDeliverable("ACTIVE", 10))).toBe("project.tooManyDeliverables");
});

test("P56: the bar counts seats by weight", () => {
  const coverage = coverageOf(READY.needs);
  expect(coverage).toEqual({ critical: 2, criticalTaken: 2, useful: 1, usefulTaken: 0 });
  expect(shareCovered(coverage)).toBeCloseTo(2 / 3);
  expect(shareCovered(coverageOf([]))).toBe(0);
});
