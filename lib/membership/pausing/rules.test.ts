import { expect, test } from "vitest";
import { canPause, canResume } from "./rules";

//    state      last    pause                           resume
test.each([
  ["ACTIVE", false, undefined, "membership.notPaused"],
  ["ACTIVE", true, "membership.lastStewardPauses", "membership.notPaused"],
  ["PAUSED", false, "membership.alreadyPaused", undefined],
  ["PAUSED", true, "membership.alreadyPaused", undefined],
  ["LEFT", false, "membership.notMember", "membership.notMember"],
  ["EXCLUDED", false, "membership.notMember", "membership.notMember"],
] as const)("M10, R3: %s, last who looks after it: %s", (state, isLast, pause, resume) => {
  const [pausing, resuming] = [canPause(state, isLast), canResume(state)];
  expect(pausing.ok ? undefined : pausing.refusal.code).toBe(pause);
  expect(resuming.ok ? undefined : resuming.refusal.code).toBe(resume);
});
