import { describe, expect, test } from "vitest";
import { addDays } from "@/lib/core/duration";
import { type AskFacts, canAnswerAsk, canAskToCover } from "./rules";

const NOW = new Date("2026-11-22T10:00:00Z");
const codeOf = (verdict: { ok: boolean; refusal?: { code: string } }) => (verdict.ok ? "ok" : verdict.refusal?.code);
const later = (instant: Date, ms: number) => new Date(instant.getTime() + ms);
const FACTS: AskFacts = {
  ...{ now: NOW, state: "FEASIBILITY", seatsFree: 1, isIn: false, isAsked: false, lastNo: null },
  ...{ openCount: 0, weekCount: 0 },
};
const noAt = (days: number, ms = 0, isSilence = false) => ({ at: later(addDays(NOW, -days), ms), isSilence });

describe("asking somebody to cover a need", () => {
  test.each([
    ["while the project takes offers", {}, "ok"],
    ["of a proposal", { state: "PROPOSED" }, "ok"],
    ["of a running project", { state: "ACTIVE" }, "ok"],
    ["of a suspended one", { state: "SUSPENDED" }, "ok"],
    ["of one that is over", { state: "ABANDONED" }, "project.notOpenToOffers"],
    ["of an idea", { state: "IDEA" }, "project.notOpenToOffers"],
    ["PJ4: without a free seat", { seatsFree: 0 }, "project.seatsTaken"],
    ["of somebody who is in", { isIn: true }, "project.theyAreIn"],
    ["of somebody who is asked", { isAsked: true }, "project.askedAlready"],
    ["PT3: ninety days after a «non ora»", { lastNo: noAt(90) }, "ok"],
    ["PT3: a moment before", { lastNo: noAt(90, 1) }, "project.askedTooSoon"],
    ["PT3: ninety days after a silence", { lastNo: noAt(90, 0, true) }, "ok"],
    ["PT3: a moment before", { lastNo: noAt(90, 1, true) }, "project.silentLately"],
    ["with four questions waiting", { openCount: 4 }, "ok"],
    ["with five", { openCount: 5 }, "project.askedEnough"],
    ["with nine asked this week", { weekCount: 9 }, "ok"],
    ["with ten", { weekCount: 10 }, "project.askedThisWeek"],
  ] as const)("%s: %o is %s", (_when, change, code) => {
    expect(codeOf(canAskToCover({ ...FACTS, ...change }))).toBe(code);
  });
});

test.each([
  ["before its end", true, 1, "ok"],
  ["at its end", true, 0, "project.askClosed"],
  ["once closed", false, 1, "project.askClosed"],
] as const)("a question is answered %s", (_when, isOpen, left, code) => {
  expect(codeOf(canAnswerAsk({ isOpen, expiresAt: later(NOW, left), now: NOW }))).toBe(code);
});
