import { describe, expect, test } from "vitest";
import { canWriteLetter, type LetterFacts, letterStateAt, markOf, outcomeOf } from "./rules";

const NOW = new Date("2026-11-21T10:00:00Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const FACTS: LetterFacts = {
  ...{ now: NOW, associationState: "OPEN", isWritten: false, lastDeclinedAt: null },
  room: { invitedToday: 19, openCount: 99 },
};

test.each([
  ["somebody new", {}, "ok"],
  ["M7: while nobody looks after it", { associationState: "CUSTODY" }, "membership.inCustody"],
  ["twice while it waits", { isWritten: true }, "membership.addressWaits"],
  ["PT3: one day before the ninety are over", { lastDeclinedAt: daysAgo(89) }, "membership.addressNotYet"],
  ["PT3: when the ninety days are over", { lastDeclinedAt: daysAgo(90) }, "ok"],
  ["C4: after twenty today", { room: { invitedToday: 20, openCount: 0 } }, "membership.invitedEnough"],
  ["C4: while a hundred wait", { room: { invitedToday: 0, openCount: 100 } }, "membership.tooManyWait"],
] as const)("writing to an address: %s", (_case, change, expected) => {
  const verdict = canWriteLetter({ ...FACTS, ...change });
  expect(verdict.ok ? "ok" : verdict.refusal.code).toBe(expected);
});

describe("what becomes of a letter", () => {
  const later = new Date(NOW.getTime() + 1);
  test.each([
    ["PENDING", later, null, "PENDING"],
    ["PENDING", NOW, null, "EXPIRED"],
    ["TAKEN", later, "PENDING", "PENDING"],
    ["TAKEN", later, "DECLINED", "DECLINED"],
    ["TAKEN", later, "ACCEPTED", "ACCEPTED"],
    ["TAKEN", later, null, "TAKEN"],
    ["DECLINED", later, null, "DECLINED"],
    ["WITHDRAWN", NOW, null, "WITHDRAWN"],
  ] as const)("%s until %s, its invitation %s, reads %s", (state, expiresAt, invitation, expected) => {
    expect(outcomeOf({ state, expiresAt, now: NOW }, invitation)).toBe(expected);
    if (state !== "TAKEN") expect(letterStateAt({ state, expiresAt, now: NOW })).toBe(expected);
  });
});

test("a mark tells an address apart within one association, and holds no address", () => {
  const mark = markOf("a", "ada@example.org");
  expect(mark).toMatch(/^[0-9a-f]{64}$/);
  expect(markOf("a", "ada@example.org")).toBe(mark);
  expect(markOf("b", "ada@example.org")).not.toBe(mark);
  expect(markOf("a", "bo@example.org")).not.toBe(mark);
});
