import { expect, test } from "vitest";
import { canBeAway } from "./rules";

const FACTS = { state: "ACTIVE", today: "2026-11-20", others: [] } as const;
const away = (fromOn: string, untilOn: string) => ({ fromOn, untilOn });

test.each([
  ["from today", FACTS, away("2026-11-20", "2026-11-30"), "ok"],
  ["for one day", FACTS, away("2026-11-20", "2026-11-20"), "ok"],
  ["backwards", FACTS, away("2026-11-20", "2026-11-19"), "membership.absenceBackwards"],
  ["for 180 days", FACTS, away("2026-11-20", "2027-05-18"), "ok"],
  ["for 181", FACTS, away("2026-11-20", "2027-05-19"), "membership.absenceTooLong"],
  ["since 31 days ago", FACTS, away("2026-10-20", "2026-11-01"), "ok"],
  ["since 32", FACTS, away("2026-10-19", "2026-11-01"), "membership.absenceTooLongAgo"],
  ["in pause", { ...FACTS, state: "PAUSED" }, away("2026-11-20", "2026-11-30"), "ok"],
  ["having left", { ...FACTS, state: "LEFT" }, away("2026-11-20", "2026-11-30"), "membership.notMember"],
  [
    "on a day already said",
    { ...FACTS, others: [away("2026-11-25", "2026-11-26")] },
    away("2026-11-20", "2026-11-25"),
    "membership.absenceOverlaps",
  ],
  [
    "until the day before one already said",
    { ...FACTS, others: [away("2026-11-25", "2026-11-26")] },
    away("2026-11-20", "2026-11-24"),
    "ok",
  ],
] as const)("being away %s", (_how, facts, days, expected) => {
  const verdict = canBeAway(facts, days);
  expect(verdict.ok ? "ok" : verdict.refusal.code).toBe(expected);
});
