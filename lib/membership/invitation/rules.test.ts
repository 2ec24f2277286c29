import { expect, test } from "vitest";
import { canInvite, type InviteFacts, invitationStateAt } from "./rules";

const NOW = new Date("2026-11-21T10:00:00Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const INVITEE = { id: "bo", state: null, isInvited: false, hasPending: false, lastDeclinedAt: null } as const;
const FACTS: InviteFacts = {
  ...{ now: NOW, associationState: "OPEN", inviterId: "ada", inviterHolds: ["INVITE"] },
  room: { invitedToday: 19, openCount: 99 },
  invitee: INVITEE,
};
const invitee = (change: Partial<InviteFacts["invitee"]>) => ({ invitee: { ...INVITEE, ...change } });

test.each([
  ["somebody new", {}, "INVITE"],
  ["somebody who left", invitee({ state: "LEFT" }), "INVITE"],
  ["oneself", invitee({ id: "ada" }), "membership.inviteSelf"],
  ["a member", invitee({ state: "ACTIVE" }), "membership.inviteeIsMember"],
  ["a member in pause", invitee({ state: "PAUSED" }), "membership.inviteeIsMember"],
  ["somebody already asked", invitee({ isInvited: true }), "membership.alreadyInvited"],
  ["PT3: one day before the ninety days are over", invitee({ lastDeclinedAt: daysAgo(89) }), "membership.notAgainYet"],
  ["PT3: when the ninety days are over", invitee({ lastDeclinedAt: daysAgo(90) }), "INVITE"],
  ["M3: somebody who knocked, without ADMIT", invitee({ hasPending: true }), "membership.applicantWaiting"],
  ["M3: somebody who knocked", { ...invitee({ hasPending: true }), inviterHolds: ["ADMIT", "INVITE"] }, "ADMIT"],
  ["C4: after twenty today", { room: { invitedToday: 20, openCount: 0 } }, "membership.invitedEnough"],
  ["C4: while a hundred wait", { room: { invitedToday: 0, openCount: 100 } }, "membership.tooManyWait"],
  ["M7: while nobody looks after it", { associationState: "CUSTODY" }, "membership.inCustody"],
] as const)("inviting %s", (_whom, change, expected) => {
  const verdict = canInvite({ ...FACTS, ...change });
  expect(verdict.ok ? verdict.value : verdict.refusal.code).toBe(expected);
});

test.each([
  ["PENDING", new Date(NOW.getTime() + 1), "PENDING"],
  ["PENDING", NOW, "EXPIRED"],
  ["DECLINED", daysAgo(1), "DECLINED"],
] as const)("an invitation %s until %s is %s", (state, expiresAt, expected) => {
  expect(invitationStateAt({ state, expiresAt, now: NOW })).toBe(expected);
});
