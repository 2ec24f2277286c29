import { expect, test } from "vitest";
import { addDays } from "@/lib/core/duration";
import { silenceStep } from "./rules";

const SIGN = new Date("2026-03-01T09:00:00.000Z");
const after = (days: number, ms = 0) => new Date(addDays(SIGN, days).getTime() + ms);

test.each([
  ["a day short of a notice", null, after(90, -1), null],
  ["ninety days", null, after(90), "NOTICE"],
  ["told, and nothing more to say", after(90), after(180, -1), null],
  ["a hundred and eighty days", after(90), after(180), "PAUSE"],
  ["never told, however long the silence", null, after(400), "NOTICE"],
  ["told late: ninety days after the notice, not before", after(170), after(260, -1), null],
  ["told late: ninety days after the notice", after(170), after(260), "PAUSE"],
] as const)("M12: %s", (_case, noticedAt, now, step) => {
  expect(silenceStep({ lastSignAt: SIGN, noticedAt }, now)).toBe(step);
});
