import { expect, test } from "vitest";
import { canAnswerCharge, canEntrust, type EntrustFacts } from "./rules";

const FREE = {
  state: "ACTIVE",
  isListening: false,
  isStatementOver: false,
  isCharterOverdue: false,
  bars: [],
} as const;
const FACTS: EntrustFacts = {
  ...{ kind: "GENERAL", outcome: "APPROVED", isCharged: false, standing: FREE, hasRefused: false },
  ...{ reviewOn: "2026-11-23", today: "2026-11-22" },
};

test.each<[string, Partial<EntrustFacts>, string]>([
  ["what was approved", {}, "ok"],
  ["a charter too", { kind: "CHARTER" }, "ok"],
  ["not an exclusion", { kind: "EXCLUSION" }, "decision.notApproved"],
  ["not an appeal", { kind: "APPEAL" }, "decision.notApproved"],
  ["not what was rejected", { outcome: "REJECTED" }, "decision.notApproved"],
  ["not a tie", { outcome: "TIED" }, "decision.notApproved"],
  ["not what is still open", { outcome: null }, "decision.notApproved"],
  ["once at a time", { isCharged: true }, "decision.charged"],
  ["not an outsider", { standing: null }, "decision.noSuchMember"],
  ["M10: not somebody in pause", { standing: { ...FREE, state: "PAUSED" } }, "decision.noSuchMember"],
  ["PT3: not again whoever said «non ora»", { hasRefused: true }, "decision.notAgain"],
  ["looked at again after today", { reviewOn: "2026-11-22" }, "decision.reviewPast"],
])("DC8: somebody sees to %s", (_, change, code) => {
  const answer = canEntrust({ ...FACTS, ...change });
  expect(answer.ok ? "ok" : answer.refusal.code).toBe(code);
});

test.each([
  ["OFFERED", "ACTIVE", "ok"],
  ["OFFERED", "PAUSED", "membership.notActive"],
  ["ACCEPTED", "ACTIVE", "decision.chargeOver"],
  ["REFUSED", "ACTIVE", "decision.chargeOver"],
] as const)("PT2: what is %s is taken on by somebody %s: %s", (state, membership, code) => {
  const answer = canAnswerCharge(state, { ...FREE, state: membership });
  expect(answer.ok ? "ok" : answer.refusal.code).toBe(code);
});

test.each([
  ["OFFERED", "ok"],
  ["ACCEPTED", "decision.chargeOver"],
] as const)("PT2: «non ora» to what is %s asks for no standing: %s", (state, code) => {
  const answer = canAnswerCharge(state, null);
  expect(answer.ok ? "ok" : answer.refusal.code).toBe(code);
});
