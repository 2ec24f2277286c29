import { expect, test } from "vitest";
import { type ActivationFacts, canBecomeActive } from "./rules";

const FACTS: ActivationFacts = {
  papers: {
    kinds: [],
    isListening: true,
    minutesPerPeriod: null,
    period: null,
    untilOn: "2027-01-01",
    statement: "Ascolto.",
    charterHash: "h",
    stances: [],
    answers: [],
  },
  terms: { charterHash: "h", valueIds: [], questions: [], minMinutes: null, minPeriod: null },
  missingProfile: [],
  state: null,
  memberLimit: 10,
  memberCount: 9,
  today: "2026-11-21",
};

test.each([
  ["the last place is free", {}, undefined],
  ["A5: no place is left", { memberCount: 10 }, "membership.full"],
  ["there is no limit", { memberLimit: null, memberCount: 10_000 }, undefined],
  ["M1: they are in already", { state: "ACTIVE" }, "membership.alreadyMember"],
  ["M1: they are in pause", { state: "PAUSED" }, "membership.alreadyMember"],
  ["they left and come back", { state: "LEFT" }, undefined],
  ["they were excluded and come back", { state: "EXCLUDED" }, undefined],
  ["M2: the profile lacks something", { missingProfile: ["headline"] }, "membership.profileIncomplete"],
  ["M2: the charter changed meanwhile", { terms: { ...FACTS.terms, charterHash: "h2" } }, "membership.charterAmended"],
  ["M2: the statement ran out meanwhile", { today: "2027-01-01" }, "membership.untilPassed"],
] as const)("becoming a member: %s", (_case, change, code) => {
  const verdict = canBecomeActive({ ...FACTS, ...change });
  expect(verdict.ok ? undefined : verdict.refusal.code).toBe(code);
});
