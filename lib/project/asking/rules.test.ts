import { expect, test } from "vitest";
import { addDays } from "@/lib/core/duration";
import { ASK_AGAIN_DAYS, ASKINGS_OPEN_MAX, canInvite } from "./rules";

const NOW = new Date("2026-11-21T10:00:00Z");
const facts = { now: NOW, state: "IDEA", isIn: false, isAsked: false, openCount: 0, lastDeclinedAt: null } as const;
const ago = (days: number) => addDays(NOW, -days);

test.each([
  ["somebody new", {}, "ok"],
  ["into what is a proposal", { state: "PROPOSED" }, "project.notAnIdea"],
  ["who is in", { isIn: true }, "project.theyAreIn"],
  ["who was asked", { isAsked: true }, "project.askedAlready"],
  ["one day before the ninety are over", { lastDeclinedAt: ago(ASK_AGAIN_DAYS - 1) }, "project.askedTooSoon"],
  ["when they are over", { lastDeclinedAt: ago(ASK_AGAIN_DAYS) }, "ok"],
  ["as the last one", { openCount: ASKINGS_OPEN_MAX - 1 }, "ok"],
  ["beyond the last one", { openCount: ASKINGS_OPEN_MAX }, "project.askedEnough"],
] as const)("PT3: the owner asks %s", (_case, change, code) => {
  const answer = canInvite({ ...facts, ...change });
  expect(answer.ok ? "ok" : answer.refusal.code).toBe(code);
});
