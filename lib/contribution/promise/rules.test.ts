import { describe, expect, test } from "vitest";
import { canAttest, canCloseOwn, canNote, canPromise, isMissed } from "./rules";

const codeOf = (verdict: { ok: boolean; refusal?: { code: string } }) => (verdict.ok ? "ok" : verdict.refusal?.code);
const CLEAR = { isListening: false, isCharterOverdue: false, isStatementOver: false, bars: [], responsibilities: [] };
const STANDING = { state: "ACTIVE", ...CLEAR } as const;
const EDITOR = { ...STANDING, responsibilities: ["EDIT"] } as const;
const FACTS = {
  ...{ standing: STANDING, today: "2026-11-20", values: ["care"], isForAssociation: false, isToFellow: null },
} as const;

test.each([
  ["by tomorrow", {}, "2026-11-21", null, "ok"],
  ["by today", {}, "2026-11-20", null, "contribution.dueOutOfRange"],
  ["in a year", {}, "2027-11-20", null, "ok"],
  ["a day later", {}, "2027-11-21", null, "contribution.dueOutOfRange"],
  ["for a value", {}, "2026-12-01", "care", "ok"],
  ["for another", {}, "2026-12-01", "trust", "contribution.noSuchValue"],
  ["to a fellow member", { isToFellow: true }, "2026-12-01", null, "ok"],
  ["to somebody outside, or to oneself", { isToFellow: false }, "2026-12-01", null, "contribution.noSuchFellow"],
  ["for the association", { isForAssociation: true }, "2026-12-01", null, "contribution.notAnswering"],
  ["for it, answering for it", { isForAssociation: true, standing: EDITOR }, "2026-12-01", null, "ok"],
  ["in pause", { standing: { ...STANDING, state: "PAUSED" } }, "2026-12-01", null, "membership.notActive"],
] as const)("K1: committing %s", (_how, change, dueOn, value, expected) => {
  expect(codeOf(canPromise({ ...FACTS, ...change }, { dueOn, value }))).toBe(expected);
});

describe("closing one's own", () => {
  const NOW = new Date("2026-11-19T23:00:00.000Z");
  const OPEN = {
    now: NOW,
    today: "2026-11-20",
    state: "OPEN",
    dueOn: "2026-11-22",
    isSubject: true,
    isConfirmed: false,
  } as const;

  test.each([
    ["kept, with nothing to show", OPEN, "KEPT", "", "contribution.needsEvidence"],
    ["kept, with evidence", OPEN, "KEPT", "https://example.org/verbale", "ok"],
    ["kept, on another's word", { ...OPEN, isConfirmed: true }, "KEPT", "", "ok"],
    ["in part", OPEN, "PARTLY", "", "ok"],
    ["let go exactly 48 hours before its day", OPEN, "RELEASED", "", "ok"],
    [
      "let go a moment later",
      { ...OPEN, now: new Date("2026-11-19T23:00:00.001Z") },
      "RELEASED",
      "",
      "contribution.tooLateToRelease",
    ],
    ["by anybody else", { ...OPEN, isSubject: false }, "PARTLY", "", "contribution.notYours"],
    ["again", { ...OPEN, state: "KEPT" }, "PARTLY", "", "contribution.commitmentClosed"],
    ["on the 14th day after", { ...OPEN, today: "2026-12-06" }, "PARTLY", "", "ok"],
    [
      "on the 15th, whether or not the job has run",
      { ...OPEN, today: "2026-12-07" },
      "PARTLY",
      "",
      "contribution.commitmentOverdue",
    ],
  ] as const)("K1, K2: %s", (_how, facts, outcome, evidence, expected) => {
    expect(codeOf(canCloseOwn(facts, { outcome, evidence }))).toBe(expected);
  });

  test("K2: without a day nothing is ever missed", () => {
    expect(isMissed(null, "2099-01-01")).toBe(false);
  });
});

test.each([
  ["another, whom it lets", {}, "ok"],
  ["its subject", { isOwn: true }, "contribution.ownCommitment"],
  ["another, whom it does not", { isWitness: false }, "contribution.notItsWitness"],
  ["another, once closed", { state: "KEPT" }, "contribution.commitmentClosed"],
  ["another, a second time", { isConfirmed: true }, "contribution.alreadyConfirmed"],
] as const)("K1: %s says that it was done", (_who, change, expected) => {
  const facts = { isOwn: false, isWitness: true, state: "OPEN", isConfirmed: false } as const;
  expect(codeOf(canAttest({ ...facts, ...change }))).toBe(expected);
});

test.each([
  ["its subject, once", {}, "ok"],
  ["its subject, twice", { note: "Ero malata." }, "contribution.noteWritten"],
  ["somebody else", { isSubject: false }, "contribution.notYours"],
  ["its subject, beside a kept one", { state: "KEPT" }, "contribution.notMissed"],
] as const)("K2: words beside a missed one by %s", (_who, change, expected) => {
  expect(codeOf(canNote({ isSubject: true, state: "MISSED", note: "", ...change }))).toBe(expected);
});
