import { expect, test } from "vitest";
import { ROWS } from "../schema";
import { canAdd, canEndOn } from "./rules";

const none = { offers: 0, asks: 0, asksEver: 0 };
const code = (verdict: ReturnType<typeof canAdd>) => (verdict.ok ? "ok" : verdict.refusal.code);

test.each([
  ["OFFER", none, "ok"],
  ["ASK", none, "member.offerFirst"],
  ["ASK", { ...none, offers: 1 }, "ok"],
  ["ASK", { ...none, asksEver: 1 }, "ok"],
  ["OFFER", { ...none, offers: ROWS.exchanges - 1 }, "ok"],
  ["OFFER", { ...none, offers: ROWS.exchanges }, "member.tooManyExchanges"],
  ["ASK", { offers: 1, asks: ROWS.exchanges, asksEver: ROWS.exchanges }, "member.tooManyExchanges"],
  ["OFFER", { ...none, asks: ROWS.exchanges, asksEver: ROWS.exchanges }, "ok"],
] as const)("G3: an %s with %j is %s", (side, facts, expected) => {
  expect(code(canAdd(side, facts))).toBe(expected);
});

test.each([
  [null, true],
  ["2026-11-21", true],
  ["2026-11-20", false],
])("ending on %s today, 21 November, is %s", (untilOn, expected) => {
  expect(canEndOn(untilOn, "2026-11-21").ok).toBe(expected);
});
