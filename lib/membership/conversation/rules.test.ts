import { expect, test } from "vitest";
import { canSay } from "./rules";

const NOW = new Date("2026-11-21T10:00:00Z");
const PENDING = { now: NOW, state: "PENDING", answerBy: NOW, messageCount: 59 } as const;

test.each([
  ["on the last instant", {}, "ok"],
  ["M6: one instant late", { now: new Date(NOW.getTime() + 1) }, "membership.alreadyDecided"],
  ["M4: on an accepted one", { state: "ACCEPTED" }, "membership.alreadyDecided"],
  ["M4: on a withdrawn one", { state: "WITHDRAWN" }, "membership.alreadyDecided"],
  ["after sixty", { messageCount: 60 }, "membership.saidEnough"],
] as const)("saying something %s", (_when, change, expected) => {
  const verdict = canSay({ ...PENDING, ...change });
  expect(verdict.ok ? "ok" : verdict.refusal.code).toBe(expected);
});
