import { expect, test } from "vitest";
import { deadlineAfter } from "@/lib/core/duration";
import { LAPSE_DAYS } from "../exclusion/rules";
import { canAppealMeasure, canReport, isParty, stageOf, waitsUntil } from "./rules";
import type { ReportState } from "./types";

const STATES: readonly ReportState[] = ["OPEN", "DECIDED", "APPEALED", "CLOSED", "LAPSED"];
const NOW = new Date("2026-11-22T10:00:00.000Z");
const codeOf = (answer: { ok: true } | { ok: false; refusal: { code: string } }) =>
  answer.ok ? "ok" : answer.refusal.code;

const FACTS = { reporterId: "ada", authorId: "bo", isThere: true, isClauseInForce: true };
test.each([
  ["somebody else’s", {}, "ok"],
  ["the association’s own text", { authorId: null }, "ok"],
  ["MO3: one’s own", { authorId: "ada" }, "moderation.ownCase"],
  ["what is not there", { isThere: false }, "moderation.nothingThere"],
  ["MO1: without a clause in force", { isClauseInForce: false }, "moderation.noSuchClause"],
])("reporting %s", (_, change, code) => {
  expect(codeOf(canReport({ ...FACTS, ...change }))).toBe(code);
});

test("MO3: whoever told, the author and whoever decided first decide nothing", () => {
  const parties = { reporterId: "ada", authorId: "bo", firstDeciderId: "cy" };
  expect(["ada", "bo", "cy", "dan"].map((member) => isParty(member, parties))).toEqual([true, true, true, false]);
  expect(isParty("cy", { reporterId: null, authorId: null, firstDeciderId: null })).toBe(false);
});

test("MO4: decided once and once on appeal, which takes thirty days at most", () => {
  expect(STATES.map((state) => stageOf(state)?.isAppeal)).toEqual([false, undefined, true, undefined, undefined]);
  const parties = { reporterId: "ada", authorId: "bo", firstDeciderId: "cy" };
  const appeal = (state: ReportState, appealBy: Date) =>
    codeOf(canAppealMeasure({ ...parties, state, appealBy, now: NOW }));
  const later = new Date(NOW.getTime() + 1);
  expect(STATES.map((state) => appeal(state, later))).toEqual([
    "moderation.reportOver",
    "ok",
    "moderation.reportOver",
    "moderation.reportOver",
    "moderation.reportOver",
  ]);
  expect(appeal("DECIDED", NOW)).toBe("moderation.appealOver");
});

test("MO3: what nobody decides waits sixty whole days, from the report or from the appeal", () => {
  const appealedAt = new Date("2026-12-24T10:00:00.000Z");
  const until = STATES.map((state) => waitsUntil({ state, openedAt: NOW, appealedAt }));
  const [first, appeal] = [deadlineAfter(NOW, LAPSE_DAYS), deadlineAfter(appealedAt, LAPSE_DAYS)];
  expect(until).toEqual([first, null, appeal, null, null]);
});
