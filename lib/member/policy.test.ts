import { expect, test } from "vitest";
import { anActor } from "@/lib/testing/actors";
import { mayEditProfile } from "./policy";

test.each([
  ["own", false, true],
  ["own", true, false],
  ["other", false, false],
  ["other", true, false],
] as const)("A1: %s profile, suspended %s: may edit is %s", (whose, isSuspended, expected) => {
  const actor = anActor({ isSuspended });
  expect(mayEditProfile(actor, whose === "own" ? actor.memberId : "00000000-0000-7000-8000-000000000001")).toBe(
    expected,
  );
});
