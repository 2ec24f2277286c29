import { expect, test } from "vitest";
import { canTakeUp, type TakingFacts } from "./rules";

const NOW = new Date("2026-11-21T10:00:00Z");
const SOON = new Date(NOW.getTime() + 1);
const ASSOCIATION = { state: "OPEN", memberLimit: 10, memberCount: 9 } as const;
const HOLDER = { state: null, hasPending: false, reapplyFrom: null } as const;
const FACTS: TakingFacts = { now: NOW, isLink: false, association: ASSOCIATION, holder: HOLDER };
const holder = (change: Partial<TakingFacts["holder"]>, isLink = false) => ({
  isLink,
  holder: { ...HOLDER, ...change },
});
const association = (change: Partial<TakingFacts["association"]>) => ({ association: { ...ASSOCIATION, ...change } });

test.each([
  ["somebody new", {}, "ok"],
  ["somebody who left", holder({ state: "LEFT" }), "ok"],
  ["M1: a member", holder({ state: "ACTIVE" }), "membership.alreadyMember"],
  ["M1: a member in pause", holder({ state: "PAUSED" }), "membership.alreadyMember"],
  ["M9: somebody excluded, by a letter", holder({ state: "EXCLUDED" }), "membership.excludedAsks"],
  ["M9: somebody excluded, by a link", holder({ state: "EXCLUDED" }, true), "membership.excludedAsks"],
  ["M4: somebody declined yesterday, by a letter", holder({ reapplyFrom: SOON }), "ok"],
  ["M4: somebody declined yesterday, by a link", holder({ reapplyFrom: SOON }, true), "membership.reapplyTooSoon"],
  ["M4: when the days are over, by a link", holder({ reapplyFrom: NOW }, true), "ok"],
  ["M3: somebody who waits, by a link", holder({ reapplyFrom: SOON, hasPending: true }, true), "ok"],
  ["A5: where no place is left", association({ memberCount: 10 }), "membership.full"],
  ["M7: where nobody looks after it", association({ state: "CUSTODY" }), "membership.inCustody"],
] as const)("taking up, %s", (_case, change, expected) => {
  const verdict = canTakeUp({ ...FACTS, ...change });
  expect(verdict.ok ? "ok" : verdict.refusal.code).toBe(expected);
});
