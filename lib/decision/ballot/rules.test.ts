import { expect, test } from "vitest";
import { type BallotFacts, canAnswer, canVote } from "./rules";

const NOW = new Date("2026-11-22T10:00:00.000Z");
const FREE = {
  state: "ACTIVE",
  isListening: false,
  isStatementOver: false,
  isCharterOverdue: false,
  bars: [],
} as const;
const FACTS: BallotFacts = {
  ...{ kind: "GENERAL", state: "OPEN", isElector: true, standing: FREE, now: NOW },
  closesAt: new Date(NOW.getTime() + 1),
};
const codeOf = (answer: ReturnType<typeof canVote>) => (answer.ok ? "ok" : answer.refusal.code);

test.each<[string, Partial<BallotFacts>, string]>([
  ["DC2: to the last instant", {}, "ok"],
  ["DC2: not at the close", { closesAt: NOW }, "decision.over"],
  ["DC4: not once closed", { state: "CLOSED" }, "decision.over"],
  ["not once taken back", { state: "WITHDRAWN" }, "decision.over"],
  ["DC1: not outside the electorate", { isElector: false }, "decision.notElector"],
  ["M8: not after leaving", { standing: { ...FREE, state: "LEFT" } }, "membership.notActive"],
  ["M10: not in pause", { standing: { ...FREE, state: "PAUSED" } }, "membership.notActive"],
  ["PT1: not while listening", { standing: { ...FREE, isListening: true } }, "membership.listeningOnly"],
  ["PT1: not on a statement that ended", { standing: { ...FREE, isStatementOver: true } }, "membership.statementOver"],
  ["M11: not overdue on the charter", { standing: { ...FREE, isCharterOverdue: true } }, "membership.charterOverdue"],
  ["M11: but on the charter itself", { kind: "CHARTER", standing: { ...FREE, isCharterOverdue: true } }, "ok"],
  ["not barred from voting", { standing: { ...FREE, bars: ["VOTE"] } }, "membership.behind"],
  ["barred from proposing, one votes", { standing: { ...FREE, bars: ["PROPOSE"] } }, "ok"],
])("%s", (_, change, code) => {
  expect(codeOf(canVote({ ...FACTS, ...change }))).toBe(code);
});

test.each([
  ["DC7: an objection carries text", "OBJECTION", "Manca chi paga.", "ok"],
  ["DC7: without, it is none", "OBJECTION", null, "decision.objectionMissing"],
  ["a no needs no words", "NO", null, "ok"],
  ["what is not asked is no answer", undefined, null, "decision.noSuchOption"],
] as const)("%s", (_, stance, objection, code) => {
  expect(codeOf(canAnswer({ stance, objection }))).toBe(code);
});
