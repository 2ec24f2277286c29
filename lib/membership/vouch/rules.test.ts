import { describe, expect, test } from "vitest";
import type { Limits } from "../standing/types";
import { type AskVouchFacts, askedAs, canAskVouch, canGiveVouch, missingVouches } from "./rules";

const NOW = new Date("2026-11-21T10:00:00Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const PENDING = { now: NOW, state: "PENDING", answerBy: NOW } as const;
const ASKING: AskVouchFacts = { ...PENDING, sponsorsRequired: 1, isSelf: false, isAsked: false, askedCount: 4 };
const TAKES_PART: Limits = {
  ...{ state: "ACTIVE", isListening: false, isStatementOver: false, isCharterOverdue: false, bars: [] },
};
const said = (verdict: { ok: true } | { ok: false; refusal: { code: string } }) =>
  verdict.ok ? "ok" : verdict.refusal.code;

test.each([
  ["on the last instant", {}, "ok"],
  ["M4: once it is decided", { state: "DECLINED" }, "membership.alreadyDecided"],
  ["where none is wanted", { sponsorsRequired: 0 }, "membership.noVouchNeeded"],
  ["of oneself", { isSelf: true }, "membership.vouchSelf"],
  ["twice", { isAsked: true }, "membership.vouchAsked"],
  ["of a sixth person", { askedCount: 5 }, "membership.vouchesEnough"],
] as const)("asking for a word %s", (_when, change, expected) => {
  expect(said(canAskVouch({ ...ASKING, ...change }))).toBe(expected);
});

test.each([
  [null, "ASKED"],
  [daysAgo(90), "ASKED"],
  [daysAgo(89), "REFUSED"],
])("PT3: after a «non ora» at %s a new asking is %s", (lastRefusedAt, expected) => {
  expect(askedAs(lastRefusedAt, NOW)).toBe(expected);
});

describe("giving a word", () => {
  test.each([
    ["on the last instant", "ASKED", {}, {}, "ok"],
    ["only listening", "ASKED", {}, { isListening: true }, "ok"],
    ["twice", "GIVEN", {}, {}, "membership.vouchOver"],
    ["after «non ora»", "REFUSED", {}, {}, "membership.vouchOver"],
    ["once it is decided", "ASKED", { state: "ACCEPTED" }, {}, "membership.vouchOver"],
    ["M10: in pause", "ASKED", {}, { state: "PAUSED" }, "membership.notActive"],
    ["M11: before accepting the charter", "ASKED", {}, { isCharterOverdue: true }, "membership.charterOverdue"],
  ] as const)("%s", (_when, vouch, application, limits, expected) => {
    const facts = { ...PENDING, ...application, vouch, limits: { ...TAKES_PART, ...limits } };
    expect(said(canGiveVouch(facts))).toBe(expected);
  });
});

test.each([
  [0, 0, 0],
  [0, 2, 2],
  [1, 2, 1],
  [3, 2, 0],
])("with %i of %i words %i are missing", (given, required, missing) => {
  expect(missingVouches({ given, required })).toBe(missing);
});
