import { expect, test } from "vitest";
import { canPause, canResume } from "./rules";

const FREE = { untilOn: null, today: "2026-11-22" };

//    state      last    pause                           resume
test.each([
  ["ACTIVE", false, undefined, "membership.notPaused"],
  ["ACTIVE", true, "membership.lastStewardPauses", "membership.notPaused"],
  ["PAUSED", false, "membership.alreadyPaused", undefined],
  ["PAUSED", true, "membership.alreadyPaused", undefined],
  ["LEFT", false, "membership.notMember", "membership.notMember"],
  ["EXCLUDED", false, "membership.notMember", "membership.notMember"],
] as const)("M10, R3: %s, last who looks after it: %s", (state, isLast, pause, resume) => {
  const [pausing, resuming] = [canPause({ ...FREE, state, isLastCustodian: isLast }), canResume(state, null)];
  expect(pausing.ok ? undefined : pausing.refusal.code).toBe(pause);
  expect(resuming.ok ? undefined : resuming.refusal.code).toBe(resume);
});

test.each([
  ["2026-11-22", "membership.pauseDay"],
  ["2026-11-23", undefined],
  ["2027-11-22", undefined],
  ["2027-11-23", "membership.pauseDay"],
])("M10: a pause begun on the 22nd of November 2026 that names the %s", (untilOn, code) => {
  const verdict = canPause({ ...FREE, state: "ACTIVE", isLastCustodian: false, untilOn });
  expect(verdict.ok ? undefined : verdict.refusal.code).toBe(code);
});

test.each([
  [null, undefined],
  ["OPEN", undefined],
  ["OVERDUE", undefined],
  ["PAUSE_SOON", undefined],
  ["PAUSE", "membership.acceptFirst"],
] as const)("M11: coming back while a charter waits at %s", (waiting, code) => {
  const verdict = canResume("PAUSED", waiting);
  expect(verdict.ok ? undefined : verdict.refusal.code).toBe(code);
});
