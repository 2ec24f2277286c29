import { describe, expect, test } from "vitest";
import { arePapersInOrder, isStatementValid, latestUntil } from "./rules";
import type { Papers, Statement, Terms } from "./types";

const TODAY = "2026-11-21";
const TERMS: Terms = {
  charterHash: "h1",
  valueIds: ["care", "trust"],
  questions: [
    { id: "q1", isRequired: true },
    { id: "q2", isRequired: false },
  ],
  minMinutes: 180,
  minPeriod: "MONTH",
};
const STATEMENT: Statement = {
  kinds: ["TIME"],
  isListening: false,
  minutesPerPeriod: 180,
  period: "MONTH",
  untilOn: "2027-11-21",
  statement: "Il sabato mattina.",
};
const PAPERS: Papers = {
  ...STATEMENT,
  charterHash: "h1",
  stances: [
    { valueId: "care", stance: "SHARED", note: "" },
    { valueId: "trust", stance: "NOT_MINE", note: "Abito lontano." },
  ],
  answers: [
    { questionId: "q1", text: "Sì" },
    { questionId: "q2", text: "" },
  ],
};
const [care, trust] = PAPERS.stances as [Papers["stances"][0], Papers["stances"][0]];
const [first, second] = PAPERS.answers as [Papers["answers"][0], Papers["answers"][0]];

const codeOf = (verdict: { ok: true } | { ok: false; refusal: { code: string; field?: string } }) =>
  verdict.ok ? undefined : [verdict.refusal.code, verdict.refusal.field];

describe("M2: papers", () => {
  test.each([
    ["complete", {}, undefined],
    ["on another version of the charter", { charterHash: "h0" }, ["membership.charterAmended", undefined]],
    ["without a stance on a value", { stances: [care] }, ["membership.stanceMissing", "stances.1.stance"]],
    ["with two stances on one value", { stances: [care, trust, trust] }, ["membership.charterAmended", undefined]],
    [
      "with a stance on a value of another charter",
      { stances: [care, { ...trust, valueId: "x" }] },
      ["membership.charterAmended", undefined],
    ],
    [
      "with a mute «non è mio»",
      { stances: [care, { ...trust, note: " " }] },
      ["membership.noteMissing", "stances.1.note"],
    ],
    [
      "without a required answer",
      { answers: [{ ...first, text: " " }, second] },
      ["membership.answerMissing", "answers.0.text"],
    ],
    ["without one of the questions", { answers: [first] }, ["membership.questionsChanged", undefined]],
    [
      "with a question nobody asked",
      { answers: [first, { questionId: "x", text: "" }] },
      ["membership.questionsChanged", undefined],
    ],
    ["without a statement", { statement: " " }, ["membership.statementMissing", "statement"]],
  ])("%s", (_what, change, expected) => {
    expect(codeOf(arePapersInOrder({ ...PAPERS, ...change }, TERMS, TODAY))).toEqual(expected);
  });

  test("«non è mio» with a sentence is never an automatic no", () => {
    const stances = PAPERS.stances.map((taken) => ({ ...taken, stance: "NOT_MINE" as const, note: "Perché." }));
    expect(arePapersInOrder({ ...PAPERS, stances }, TERMS, TODAY).ok).toBe(true);
  });
});

describe("PT1: a statement", () => {
  const listening = { isListening: true, kinds: [], minutesPerPeriod: null, period: null };
  test.each([
    ["until a year from today", {}, undefined],
    ["until one day more", { untilOn: "2027-11-22" }, ["membership.untilTooFar", "untilOn"]],
    ["until tomorrow", { untilOn: "2026-11-22" }, undefined],
    ["until today", { untilOn: TODAY }, ["membership.untilPassed", "untilOn"]],
    ["one minute short", { minutesPerPeriod: 179 }, ["membership.pledgeTooSmall", "hours"]],
    ["as much on another period", { minutesPerPeriod: 540, period: "QUARTER" }, undefined],
    ["less on another period", { minutesPerPeriod: 539, period: "QUARTER" }, ["membership.pledgeTooSmall", "hours"]],
    ["without a kind", { kinds: [] }, ["membership.pledgeMissing", "kinds"]],
    ["without a quantity", { minutesPerPeriod: null }, ["membership.pledgeMissing", "hours"]],
    ["without a period", { period: null }, ["membership.pledgeMissing", "hours"]],
    ["«solo ascolto»", listening, undefined],
    ["«solo ascolto» that never ends", { ...listening, untilOn: "2028-01-01" }, ["membership.untilTooFar", "untilOn"]],
  ] as const)("%s", (_what, change, expected) => {
    expect(codeOf(isStatementValid({ ...STATEMENT, ...change }, TERMS, TODAY))).toEqual(expected);
  });

  test("a charter that asks nothing takes any quantity", () => {
    const terms = { minMinutes: null, minPeriod: null };
    expect(isStatementValid({ ...STATEMENT, minutesPerPeriod: 1 }, terms, TODAY).ok).toBe(true);
  });

  test("a year from the 29th of February is the 28th", () => {
    expect(latestUntil("2028-02-29")).toBe("2029-02-28");
  });
});
