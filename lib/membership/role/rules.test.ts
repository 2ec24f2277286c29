import { describe, expect, test } from "vitest";
import type { Limits } from "../standing/types";
import {
  BUNDLES,
  canAccept,
  canEnd,
  canOffer,
  canTakeUp,
  type EndFacts,
  type OfferFacts,
  responsibilitiesOf,
} from "./rules";
import type { Responsibility, RoleState } from "./types";

const NOW = new Date("2026-11-21T10:00:00Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const ALL: readonly Responsibility[] = ["CUSTODY", "ADMIT", "INVITE", "GRANT", "EDIT", "MODERATE"];
const code = (verdict: { ok: true } | { ok: false; refusal: { code: string } }) =>
  verdict.ok ? undefined : verdict.refusal.code;

test.each([
  ["nobody in particular", [], []],
  ["a steward", ["STEWARD"], ["CUSTODY", "ADMIT", "INVITE", "GRANT", "EDIT", "MODERATE"]],
  ["a welcomer", ["WELCOMER"], ["ADMIT", "INVITE"]],
  [
    "both, each responsibility once",
    ["WELCOMER", "STEWARD"],
    ["ADMIT", "INVITE", "CUSTODY", "GRANT", "EDIT", "MODERATE"],
  ],
] as const)("R1: %s answers for", (_who, roles, responsibilities) => {
  expect(responsibilitiesOf(roles.map((role) => ({ role, accepted: [], ownRole: null })))).toEqual(responsibilities);
});

test.each([
  ["as accepted", ["ADMIT", "INVITE"], ["ADMIT", "INVITE"], ["ADMIT", "INVITE"]],
  ["R2: what was added since only once it is accepted", ["ADMIT"], ["ADMIT", "GRANT"], ["ADMIT"]],
  ["R2: what was taken away no more", ["ADMIT", "GRANT"], ["ADMIT"], ["ADMIT"]],
  ["R3: never custody, whatever is stored", ["CUSTODY", "EDIT"], ["CUSTODY", "EDIT"], ["EDIT"]],
  ["nothing, when it stands for words alone", [], [], []],
])("PT2: an own role answers for %s", (_case, accepted, responsibilities, answers) => {
  expect(responsibilitiesOf([{ role: null, accepted, ownRole: { responsibilities } }])).toEqual(answers);
});

describe("offering a role", () => {
  const HOLDER = {
    memberId: "bo",
    state: "ACTIVE",
    isListening: false,
    isCurrent: false,
    lastRefusedAt: null,
  } as const;
  const FACTS: OfferFacts = { now: NOW, bundle: ALL, grantorId: "ada", grantorHolds: ALL, holder: HOLDER };
  const holder = (change: Partial<OfferFacts["holder"]>) => ({ holder: { ...HOLDER, ...change } });
  test.each([
    ["by a steward, to a member", {}, undefined],
    ["R2: to oneself", holder({ memberId: "ada" }), "membership.ownRole"],
    ["R2: beyond what one holds", { grantorHolds: ["ADMIT", "INVITE", "GRANT"] }, "membership.grantsBeyondOwn"],
    ["R2: as much as one holds", { grantorHolds: ["ADMIT", "INVITE", "GRANT"], bundle: BUNDLES.WELCOMER }, undefined],
    ["to somebody in pause", holder({ state: "PAUSED" }), "membership.noSuchMember"],
    ["to somebody who left", holder({ state: "LEFT" }), "membership.noSuchMember"],
    ["PT1: to somebody who only listens", holder({ isListening: true }), "membership.listeningHoldsRole"],
    ["twice", holder({ isCurrent: true }), "membership.roleCurrent"],
    ["PT3: one day before the ninety days are over", holder({ lastRefusedAt: daysAgo(89) }), "membership.notAgainYet"],
    ["PT3: when the ninety days are over", holder({ lastRefusedAt: daysAgo(90) }), undefined],
  ] as const)("%s", (_case, change, expected) => {
    expect(code(canOffer({ ...FACTS, ...change }))).toBe(expected);
  });
});

test.each([
  ["an offer that stands", {}, undefined],
  ["PT2: a refused offer", { state: "REFUSED" }, "membership.roleOfferOver"],
  ["an offer taken back", { state: "ENDED" }, "membership.roleOfferOver"],
  ["a role held already", { state: "HELD" }, "membership.roleOfferOver"],
  ["an offer, in pause", { holder: { state: "PAUSED" } }, "membership.roleOfferOver"],
  ["PT1: an offer, listening only", { holder: { isListening: true } }, "membership.listeningHoldsRole"],
  ["M11: an offer, the charter overdue", { holder: { isCharterOverdue: true } }, "membership.charterOverdue"],
  ["an offer, behind and barred from roles", { holder: { bars: ["HOLD_ROLE"] } }, "membership.behind"],
] as const)("accepting %s", (_case, change, expected) => {
  const { state, holder }: { state: RoleState; holder?: Partial<Limits> } = { state: "OFFERED", ...change };
  const free: Limits = {
    state: "ACTIVE",
    isListening: false,
    isStatementOver: false,
    isCharterOverdue: false,
    bars: [],
  };
  expect(code(canAccept(state, { ...free, ...holder }))).toBe(expected);
});

test.each([
  ["an offer as it was shown", { state: "OFFERED", version: 3, bound: 3, shown: 3 }, undefined],
  [
    "an offer that changed while it was read",
    { state: "OFFERED", version: 4, bound: 3, shown: 3 },
    "membership.roleChangedMeanwhile",
  ],
  ["a role held that changed since", { state: "HELD", version: 4, bound: 3, shown: 4 }, undefined],
  ["a role held as it is", { state: "HELD", version: 4, bound: 4, shown: 4 }, "membership.roleOfferOver"],
  ["one of the two every association has", { state: "OFFERED", version: null, bound: null, shown: null }, undefined],
  [
    "R4: one by trust, one truster short",
    { state: "OFFERED", version: 1, bound: 1, shown: 1, trust: { needed: 3, given: 2 } },
    "membership.trustMissing",
  ],
  [
    "R4: one by trust, trusted enough",
    { state: "OFFERED", version: 1, bound: 1, shown: 1, trust: { needed: 3, given: 3 } },
    undefined,
  ],
  ["the same, held", { state: "HELD", version: null, bound: null, shown: null }, "membership.roleOfferOver"],
] as const)("PT2: taking up %s", (_case, offer, expected) => {
  const free = {
    state: "ACTIVE",
    isListening: false,
    isStatementOver: false,
    isCharterOverdue: false,
    bars: [],
  } as const;
  expect(code(canTakeUp({ trust: { needed: 0, given: 0 }, ...offer }, free))).toBe(expected);
});

describe("ending a role", () => {
  const FACTS: EndFacts = { state: "HELD", bundle: ALL, isOwn: false, actorHolds: ALL, otherCustodians: 1 };
  test.each([
    ["another steward's", {}, undefined],
    ["one's own, laid down", { isOwn: true, actorHolds: [] }, undefined],
    ["R3: the last steward's own", { isOwn: true, otherCustodians: 0 }, "membership.lastSteward"],
    ["R3: the last steward's, by anybody", { otherCustodians: 0 }, "membership.lastSteward"],
    ["an offer to steward, while one steward is there", { state: "OFFERED", otherCustodians: 0 }, undefined],
    ["a welcomer's, while one steward is there", { bundle: BUNDLES.WELCOMER, otherCustodians: 0 }, undefined],
    ["R2: beyond what one holds", { actorHolds: ["GRANT", "ADMIT", "INVITE"] }, "membership.grantsBeyondOwn"],
    ["R1: without GRANT", { actorHolds: ["CUSTODY", "ADMIT", "INVITE", "EDIT"] }, "common.notFound"],
    ["by an outsider", { actorHolds: [] }, "common.notFound"],
    ["a role that ended", { state: "ENDED" }, "membership.roleOver"],
    ["an offer that was refused", { state: "REFUSED" }, "membership.roleOver"],
  ] as const)("%s", (_case, change, expected) => {
    expect(code(canEnd({ ...FACTS, ...change }))).toBe(expected);
  });
});
