import { describe, expect, test } from "vitest";
import { addDays, dayOf } from "@/lib/core/duration";
import { isCharterOverdue } from "../standing/rules";
import { CHARTER_PAUSE_DAYS, dueSince, reviewStageOf, stageOf, waitingVersion } from "./rules";

const MS = 1;

// Rome goes back an hour on 25 October 2026 and forward on 28 March 2027.
describe.each([
  ["in winter", new Date("2026-11-20T10:00:00Z")],
  ["across the end of summer time", new Date("2026-10-01T22:30:00Z")],
  ["across its beginning", new Date("2027-03-10T23:30:00Z")],
])("M11: a version published %s", (_when, publishedAt) => {
  test.each([
    [0, "OPEN", "OPEN"],
    [23, "OPEN", "DUE_SOON"],
    [30, "DUE_SOON", "OVERDUE"],
    [83, "OVERDUE", "PAUSE_SOON"],
    [90, "PAUSE_SOON", "PAUSE"],
  ] as const)("at day %i goes from %s to %s, to the millisecond", (days, before, from) => {
    const bound = addDays(publishedAt, days);
    expect(bound.getTime() - publishedAt.getTime()).toBe(days * 24 * 60 * 60 * 1000);
    expect(stageOf(publishedAt, new Date(bound.getTime() - MS))).toBe(before);
    expect(stageOf(publishedAt, bound)).toBe(from);
  });

  test("the gate closes when the stage says so", () => {
    const charters = [{ version: 2, isMaterial: true, publishedAt }];
    const bound = addDays(publishedAt, 30);
    expect(isCharterOverdue(charters, 1, new Date(bound.getTime() - MS))).toBe(false);
    expect(isCharterOverdue(charters, 1, bound)).toBe(true);
    expect(dueSince(addDays(publishedAt, 23))).toEqual(publishedAt);
  });
});

test("M11: the day a page names is the one of the instant in Rome, an hour earlier or later when clocks changed", () => {
  expect(dayOf(addDays(new Date("2026-10-01T22:30:00Z"), 30))).toBe("2026-10-31");
  expect(dayOf(addDays(new Date("2027-03-10T22:30:00Z"), 30))).toBe("2027-04-10");
  expect(CHARTER_PAUSE_DAYS).toBe(90);
});

const at = (version: number, isMaterial: boolean) => ({ version, isMaterial, publishedAt: new Date(version) });
test.each([
  ["nothing newer", [at(1, true)], 1, undefined],
  ["only wording since", [at(2, false), at(1, true)], 1, undefined],
  ["one of substance", [at(2, true), at(1, true)], 1, 2],
  ["two of substance: the days of the first count", [at(3, true), at(2, true)], 1, 2],
  ["wording after substance", [at(3, false), at(2, true)], 1, 2],
  ["the first accepted, the second waiting", [at(3, true), at(2, true)], 2, 3],
] as const)("M11: what waits, %s", (_case, charters, accepted, expected) => {
  expect(waitingVersion(charters, accepted)?.version).toBe(expected);
});

test.each([
  ["2027-05-31", "2027-06-30", "SOON"],
  ["2027-05-30", "2027-06-30", "FAR"],
  ["2027-06-29", "2027-06-30", "SOON"],
  ["2027-06-30", "2027-06-30", "DUE"],
  ["2027-07-15", "2027-06-30", "DUE"],
  ["2027-03-01", "2027-03-31", "SOON"],
  ["2027-02-28", "2027-03-31", "FAR"],
  ["2026-10-02", "2026-11-01", "SOON"],
  ["2026-10-01", "2026-11-01", "FAR"],
] as const)("on %s the review of %s is %s, whatever clocks do between", (today, reviewOn, stage) => {
  expect(reviewStageOf(reviewOn, today)).toBe(stage);
});
