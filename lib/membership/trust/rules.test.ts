import { expect, test } from "vitest";
import { canGiveTrust, countForKeeping, countForTaking, type GiveFacts, reviewAfter, trustNeededAmong } from "./rules";
import type { Trust } from "./types";

test.each([
  [1, 1],
  [2, 1],
  [3, 2],
  [4, 2],
  [5, 3],
  [6, 3],
  [7, 3],
  [500, 3],
])("R4: among %d who take part it takes the trust of %d", (members, needed) => {
  expect(trustNeededAmong(members)).toBe(needed);
});

const TAKEN = new Date("2026-03-10T08:00:00.000Z");
const NOW = new Date("2026-11-22T08:00:00.000Z");
const trust = (change: Partial<Trust>): Trust => ({ state: "ACTIVE", since: TAKEN, hasShared: true, ...change });

test.each([
  ["of who takes part", {}, 1, 1],
  ["of who did nothing together", { hasShared: false }, 0, 0],
  ["of who is in pause", { state: "PAUSED" }, 0, 1],
  ["of who was excluded", { state: "EXCLUDED" }, 0, 0],
  ["of who left this year", { state: "LEFT", since: new Date("2026-10-01T08:00:00Z") }, 0, 1],
] as const)("R4: a trust %s", (_case, change, taking, keeping) => {
  expect([countForTaking([trust(change)]), countForKeeping([trust(change)], TAKEN, NOW)]).toEqual([taking, keeping]);
});

test("R4: a leaver's trust counts until the next yearly review, to the instant", () => {
  const left = [trust({ state: "LEFT", since: new Date("2026-10-01T08:00:00Z") })];
  const review = new Date("2027-03-10T08:00:00.000Z");
  expect(countForKeeping(left, TAKEN, new Date(review.getTime() - 1))).toBe(1);
  expect(countForKeeping(left, TAKEN, review)).toBe(0);
});

test.each([
  ["2026-03-10T08:00:00.000Z", "2026-03-10T08:00:00.000Z", "2027-03-10T08:00:00.000Z"],
  ["2026-03-10T08:00:00.000Z", "2027-03-10T07:59:59.999Z", "2027-03-10T08:00:00.000Z"],
  ["2026-03-10T08:00:00.000Z", "2027-03-10T08:00:00.000Z", "2028-03-10T08:00:00.000Z"],
  ["2024-02-29T08:00:00.000Z", "2024-06-01T08:00:00.000Z", "2025-02-28T08:00:00.000Z"],
])("R4: taken up %s, after %s it is reviewed on %s", (taken, after, review) => {
  expect(reviewAfter(new Date(taken), new Date(after)).toISOString()).toBe(review);
});

const FACTS: GiveFacts = { isSelf: false, state: "ACTIVE", hasShared: true, isGiven: false };

test.each([
  ["to whom one did something with", {}, undefined],
  ["to somebody in pause", { state: "PAUSED" }, undefined],
  ["to oneself", { isSelf: true }, "membership.trustSelf"],
  ["to somebody who left", { state: "LEFT" }, "membership.noSuchMember"],
  ["without anything done together", { hasShared: false }, "membership.noSharedActivity"],
  ["twice", { isGiven: true }, "membership.trustGiven"],
] as const)("R4: trust given %s", (_case, change, expected) => {
  const verdict = canGiveTrust({ ...FACTS, ...change });
  expect(verdict.ok ? undefined : verdict.refusal.code).toBe(expected);
});
