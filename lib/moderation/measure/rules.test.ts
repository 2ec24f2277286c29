import { expect, test } from "vitest";
import type { Responsibility } from "@/lib/membership/role/types";
import { canTake, measuresFor, PAUSE_DAYS_MAX } from "./rules";

const STEWARD: readonly Responsibility[] = ["CUSTODY", "ADMIT", "INVITE", "GRANT", "EDIT", "MODERATE"];

test.each([
  ["MEMBER", false, null, ["NONE", "NOTE", "WARNING"]],
  ["MEMBER", true, null, ["NONE", "NOTE", "WARNING", "PAUSE"]],
  ["TEXT", false, null, ["NONE", "NOTE", "WARNING"]],
  ["PROJECT", false, null, ["NONE", "NOTE", "WARNING", "HIDE"]],
  ["CONTRIBUTION", true, null, ["NONE", "NOTE", "WARNING", "HIDE", "PAUSE"]],
  ["PROJECT", true, "NONE", ["NONE"]],
  ["PROJECT", true, "NOTE", ["NONE", "NOTE"]],
  ["PROJECT", true, "WARNING", ["NONE", "NOTE", "WARNING"]],
  ["PROJECT", true, "HIDE", ["NONE", "NOTE", "WARNING", "HIDE"]],
  ["MEMBER", false, "PAUSE", ["NONE", "NOTE", "WARNING", "PAUSE"]],
] as const)("MO4: on a %s, a role held %s, first %s", (about, hasRole, first, kinds) => {
  expect(measuresFor({ about, hasRole, first })).toEqual(kinds);
});

type Taking = Parameters<typeof canTake>[0];
const pause: Taking = {
  ...{ about: "MEMBER", hasRole: true, first: null, kind: "PAUSE", days: PAUSE_DAYS_MAX, otherCustodians: 1 },
  ...{ deciderHolds: STEWARD, bundle: STEWARD },
};

test.each<[string, Partial<Taking>, string]>([
  ["MO4: a role, for some days", {}, "ok"],
  ["MO4: on appeal as it was", { first: "PAUSE", bundle: null, days: null }, "ok"],
  ["MO4: never worse on appeal", { first: "WARNING" }, "moderation.notThisMeasure"],
  ["MO4: nothing written", { kind: "HIDE" }, "moderation.notThisMeasure"],
  ["MO4: no role held", { hasRole: false }, "moderation.notThisMeasure"],
  ["MO4: none of theirs", { bundle: null }, "moderation.whichRole"],
  ["MO4: no days", { days: null }, "moderation.howLong"],
  ["R2: by whoever holds all of it", { deciderHolds: ["MODERATE"] }, "moderation.beyondOwn"],
  ["R3: never the last", { otherCustodians: 0 }, "moderation.lastCustodian"],
  ["R3: a role without custody", { otherCustodians: 0, bundle: ["ADMIT", "INVITE"] }, "ok"],
])("%s", (_, facts, answer) => {
  const verdict = canTake({ ...pause, ...facts });
  expect(verdict.ok ? "ok" : verdict.refusal.code).toBe(answer);
});
