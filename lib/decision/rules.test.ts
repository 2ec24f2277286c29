import { describe, expect, test } from "vitest";
import { addDays } from "@/lib/core/duration";
import { type Counted, canLast, endingOf, hasQuorum, showsCounts, stateAt } from "./rules";
import type { Answer, Quorum, Threshold } from "./types";

const NOW = new Date("2026-11-22T10:00:00.000Z");
const before = (instant: Date) => new Date(instant.getTime() - 1);

describe("DC4: what came of a vote", () => {
  const sides = (counts: Partial<Record<Answer, number>>): Counted[] =>
    (["YES", "NO", "OBJECTION", "ABSTAIN"] as const).map((stance) => ({
      id: stance,
      stance,
      votes: counts[stance] ?? 0,
    }));
  test.each<[string, Partial<Record<Answer, number>>, Quorum, Threshold, number, string]>([
    ["more yes than no", { YES: 2, NO: 1 }, "NONE", "MAJORITY", 9, "APPROVED"],
    ["as many yes as no", { YES: 2, NO: 2 }, "NONE", "MAJORITY", 9, "TIED"],
    ["fewer yes than no", { YES: 1, NO: 2 }, "NONE", "MAJORITY", 9, "REJECTED"],
    ["DC7: an objection counts as a no", { YES: 2, NO: 1, OBJECTION: 1 }, "NONE", "MAJORITY", 9, "TIED"],
    ["abstentions alone", { ABSTAIN: 5 }, "HALF", "MAJORITY", 9, "TIED"],
    ["nobody voted", {}, "NONE", "MAJORITY", 9, "NO_QUORUM"],
    ["half of ten", { YES: 3, NO: 1, ABSTAIN: 1 }, "HALF", "MAJORITY", 10, "APPROVED"],
    ["less than half of ten", { YES: 4 }, "HALF", "MAJORITY", 10, "NO_QUORUM"],
    ["half of eleven is six", { YES: 5 }, "HALF", "MAJORITY", 11, "NO_QUORUM"],
    ["a third of ten is four", { YES: 3 }, "THIRD", "MAJORITY", 10, "NO_QUORUM"],
    ["a third of nine", { YES: 3 }, "THIRD", "MAJORITY", 9, "APPROVED"],
    ["DC6: two thirds to the vote", { YES: 4, NO: 2 }, "HALF", "TWO_THIRDS", 10, "APPROVED"],
    ["DC6: one short of two thirds", { YES: 3, NO: 2 }, "HALF", "TWO_THIRDS", 10, "REJECTED"],
    ["DC6: abstentions take no side", { YES: 2, NO: 1, ABSTAIN: 7 }, "HALF", "TWO_THIRDS", 10, "APPROVED"],
    ["DC6: abstentions alone decide nothing", { ABSTAIN: 10 }, "HALF", "TWO_THIRDS", 10, "REJECTED"],
    ["DC6: even sides are no tie", { YES: 5, NO: 5 }, "HALF", "TWO_THIRDS", 10, "REJECTED"],
  ])("%s", (_, counts, quorum, threshold, electorate, outcome) => {
    expect(endingOf({ quorum, threshold, electorate, options: sides(counts) }).outcome).toBe(outcome);
  });

  const choices = (...votes: number[]): Counted[] => [
    ...votes.map((count, at) => ({ id: `${at}`, stance: "CHOICE" as const, votes: count })),
    { id: "none", stance: "ABSTAIN", votes: 1 },
  ];
  test.each<[string, number[], Threshold, string, string | null]>([
    ["more than any other", [2, 3, 1], "MAJORITY", "APPROVED", "1"],
    ["two with as many", [3, 3, 1], "MAJORITY", "TIED", null],
    ["nobody chose", [0, 0], "MAJORITY", "TIED", null],
    ["two thirds of those who chose", [4, 2], "TWO_THIRDS", "APPROVED", "0"],
    ["less than two thirds", [5, 3], "TWO_THIRDS", "REJECTED", null],
  ])("of several, %s", (_, votes, threshold, outcome, chosenId) => {
    expect(endingOf({ quorum: "NONE", threshold, electorate: 20, options: choices(...votes) })).toEqual({
      outcome,
      chosenId,
    });
  });

  test("nobody is never a quorum, not even of nobody", () => {
    expect(hasQuorum("HALF", 0, 0)).toBe(false);
  });
});

test("DC4: a vote is closed from its end on, whether a job has run or not", () => {
  expect(stateAt({ state: "OPEN", closesAt: NOW, now: before(NOW) })).toBe("OPEN");
  expect(stateAt({ state: "OPEN", closesAt: NOW, now: NOW })).toBe("CLOSED");
  expect(stateAt({ state: "WITHDRAWN", closesAt: NOW, now: addDays(NOW, 1) })).toBe("WITHDRAWN");
});

test.each([
  ["GENERAL", 1 / 24, true],
  ["GENERAL", 0, false],
  ["GENERAL", 90, true],
  ["GENERAL", 91, false],
  ["CHARTER", 7, true],
  ["EXCLUSION", 6.99, false],
  ["APPEAL", 6.99, false],
  ["APPEAL", 7, true],
] as const)("DC6: a vote of kind %s over %f days may be: %s", (kind, days, may) => {
  expect(canLast(kind, NOW, addDays(NOW, days))).toBe(may);
});

test.each([
  ["open, under way", false, false, false, 1, true],
  ["hidden, under way", false, true, false, 9, false],
  ["hidden, closed", false, true, true, 1, true],
  ["secret, under way", true, true, false, 9, false],
  ["secret, closed, of four", true, true, true, 4, false],
  ["secret, closed, of five", true, true, true, 5, true],
])("DC5, PV5: counts are shown, %s", (_, isSecret, isHidden, isOver, cast, are) => {
  expect(showsCounts({ isSecret, isHidden }, isOver, cast)).toBe(are);
});
