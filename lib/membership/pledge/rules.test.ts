import { expect, test } from "vitest";
import { canRenew, nextUntil } from "./rules";

const FACTS = {
  state: "ACTIVE",
  hasRole: false,
  terms: { charterHash: "h", minMinutes: 60, minPeriod: "MONTH" },
  today: "2026-11-21",
} as const;
const GIVEN: Parameters<typeof canRenew>[0] = {
  ...{ charterHash: "h", kinds: ["TIME"], isListening: false, minutesPerPeriod: 60, period: "MONTH" },
  ...{ untilOn: "2027-11-21", statement: "Il sabato." },
};
const LISTENING = { isListening: true, kinds: [], minutesPerPeriod: null, period: null } as const;

test.each([
  ["in time", {}, {}, undefined],
  ["M11: on a charter no longer in force", { charterHash: "h0" }, {}, "membership.charterAmended"],
  ["in pause", {}, { state: "PAUSED" }, "membership.notMember"],
  ["after leaving", {}, { state: "LEFT" }, "membership.notMember"],
  ["PT1: below what the charter asks", { minutesPerPeriod: 59 }, {}, "membership.pledgeTooSmall"],
  ["PT1: for more than twelve months", { untilOn: "2027-11-22" }, {}, "membership.untilTooFar"],
  ["PT1: listening only", LISTENING, {}, undefined],
  ["PT1: listening only, with a role", LISTENING, { hasRole: true }, "membership.listeningHoldsRole"],
] as const)("renewing %s", (_case, given, facts, code) => {
  const verdict = canRenew({ ...GIVEN, ...given }, { ...FACTS, ...facts });
  expect(verdict.ok ? undefined : verdict.refusal.code).toBe(code);
});

test.each([
  ["as long again", "2026-01-10", "2026-04-10", "2026-04-12", "2026-07-11"],
  ["a whole year again, not a day more", "2026-01-10", "2027-01-11", "2027-01-12", "2028-01-12"],
  ["never today or before", "2026-01-10", "2026-01-10", "2026-01-12", "2026-01-13"],
])("PT1: a renewal starts from %s", (_case, givenOn, untilOn, today, wished) => {
  expect(nextUntil({ givenOn, untilOn }, today)).toBe(wished);
});
