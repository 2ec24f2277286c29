import { describe, expect, test } from "vitest";
import { canDecideNow, type DecisionFacts, outcomeOf } from "./rules";

const NOW = new Date("2026-11-21T10:00:00Z");
const PENDING: DecisionFacts = {
  ...{ now: NOW, state: "PENDING", answerBy: NOW, hasDecided: false, clauseIds: ["c1"] },
  ...{ sponsorsRequired: 0, vouchCount: 0 },
};

describe("deciding", () => {
  test.each([
    ["on the last instant", {}, null, undefined],
    ["citing a clause of that charter", {}, "c1", undefined],
    ["citing a clause of another", {}, "c2", ["membership.noSuchClause", undefined]],
    ["M6: one instant late", { now: new Date(NOW.getTime() + 1) }, null, ["membership.alreadyDecided", "EXPIRED"]],
    ["M4: an accepted one", { state: "ACCEPTED" }, null, ["membership.alreadyDecided", "ACCEPTED"]],
    ["M4: a declined one", { state: "DECLINED" }, null, ["membership.alreadyDecided", "DECLINED"]],
    ["M4: a withdrawn one", { state: "WITHDRAWN" }, null, ["membership.alreadyDecided", "WITHDRAWN"]],
    ["M4: an expired one", { state: "EXPIRED" }, null, ["membership.alreadyDecided", "EXPIRED"]],
    ["M6: twice", { hasDecided: true }, null, ["membership.alreadySaidYours", undefined]],
  ] as const)("%s", (_case, change, clauseId, expected) => {
    const verdict = canDecideNow({ ...PENDING, ...change }, { outcome: "ADMIT", clauseId });
    expect(verdict.ok ? undefined : [verdict.refusal.code, verdict.refusal.params?.state]).toEqual(expected);
  });

  test.each([
    ["ADMIT", 0, 1, "membership.vouchesMissing"],
    ["ADMIT", 1, 1, "ok"],
    ["ADMIT", 1, 2, "membership.vouchesMissing"],
    ["ADMIT", 3, 2, "ok"],
    ["DECLINE", 0, 2, "ok"],
  ] as const)("%s with %i words of %i asked for: %s", (outcome, vouchCount, sponsorsRequired, expected) => {
    const verdict = canDecideNow({ ...PENDING, vouchCount, sponsorsRequired }, { outcome, clauseId: null });
    expect(verdict.ok ? "ok" : verdict.refusal.code).toBe(expected);
  });

  test.each([
    ["ADMIT", 0, 1, "ACCEPTED"],
    ["ADMIT", 0, 2, "PENDING"],
    ["ADMIT", 1, 2, "ACCEPTED"],
    ["DECLINE", 0, 1, "DECLINED"],
    ["DECLINE", 0, 2, "DECLINED"],
    ["DECLINE", 1, 2, "DECLINED"],
  ] as const)(
    "M6: %s after %i admissions where %i are needed makes it %s",
    (word, admissions, decidersRequired, state) => {
      expect(outcomeOf(word, { admissions, decidersRequired })).toBe(state);
    },
  );
});
