import { describe, expect, test } from "vitest";
import { anActor } from "@/lib/testing/actors";
import { mayDecide, mayEdit, mayGrant, mayInvite, mayReadAdoption, mayReadApplication } from "./policy";
import type { Responsibility } from "./role/types";

const ada = anActor({ memberId: "ada" });
const suspended = anActor({ memberId: "ada", isSuspended: true });
const STEWARD: readonly Responsibility[] = ["CUSTODY", "ADMIT", "INVITE", "GRANT", "EDIT", "MODERATE"];
const WELCOMER: readonly Responsibility[] = ["ADMIT", "INVITE"];
const NONE: readonly Responsibility[] = [];

//   who                                    actor      applicant  holds      read   decide
describe.each([
  ["the candidate", ada, "ada", NONE, true, false],
  ["a candidate who admits", ada, "ada", WELCOMER, true, false],
  ["a candidate who is a steward", ada, "ada", STEWARD, true, false],
  ["a suspended candidate", suspended, "ada", NONE, true, false],
  ["a steward", ada, "bo", STEWARD, true, true],
  ["a welcomer", ada, "bo", WELCOMER, true, true],
  ["whoever holds all but ADMIT", ada, "bo", ["CUSTODY", "INVITE", "GRANT", "EDIT", "MODERATE"], false, false],
  ["a plain member or an outsider", ada, "bo", NONE, false, false],
  ["a suspended steward", suspended, "bo", STEWARD, true, false],
] as const)("M6, R1: an application, seen by %s", (_who, actor, applicantId, responsibilities, read, decide) => {
  test(`read ${read}`, () => expect(mayReadApplication(actor, { applicantId, responsibilities })).toBe(read));
  test(`decide ${decide}`, () => expect(mayDecide(actor, { applicantId, responsibilities })).toBe(decide));
});

//   who                        actor      holds      invite grant  edit
test.each([
  ["a steward", ada, STEWARD, true, true, true],
  ["a welcomer", ada, WELCOMER, true, false, false],
  ["whoever only grants", ada, ["GRANT"], false, true, false],
  ["a plain member or an outsider", ada, NONE, false, false, false],
  ["a suspended steward", suspended, STEWARD, false, false, false],
] as const)("R1: inviting, granting and editing, %s", (_who, actor, responsibilities, invite, grant, edit) => {
  expect(mayInvite(actor, { responsibilities })).toBe(invite);
  expect(mayGrant(actor, { responsibilities })).toBe(grant);
  expect(mayEdit(actor, { responsibilities })).toBe(edit);
});

test.each([
  ["a steward", STEWARD, true],
  ["whoever only edits", ["EDIT"], true],
  ["whoever only grants", ["GRANT"], true],
  ["a welcomer", WELCOMER, false],
  ["whoever only keeps it alive, a charter of theirs overdue", ["CUSTODY"], false],
  ["a plain member or an outsider", NONE, false],
] as const)("R1: who has still to accept the charter, %s", (_who, responsibilities, adoption) => {
  expect(mayReadAdoption({ responsibilities })).toBe(adoption);
});
