import { expect, test } from "vitest";
import type { Responsibility } from "@/lib/membership/role/types";
import { anActor } from "@/lib/testing/actors";
import { mayAmend, mayEntrust, mayRead, mayWithdraw } from "./policy";

const actor = anActor();
const OTHER = "00000000-0000-7000-8000-000000000001";
const MODERATOR: readonly Responsibility[] = ["MODERATE"];

//    who                    member elector subject moderates  general charter exclusion appeal
test.each([
  ["a stranger", false, false, false, false, [false, false, false, false]],
  ["a member", true, false, false, false, [true, true, false, false]],
  ["an elector", true, true, false, false, [true, true, true, true]],
  ["an elector who left", false, true, false, false, [false, false, false, false]],
  ["a moderator", true, false, false, true, [true, true, true, true]],
  ["the person, out", false, false, true, false, [false, false, true, true]],
] as const)("A2: what %s reads", (_, isMember, isElector, isSubject, moderates, reads) => {
  const seen = {
    isMember,
    isElector,
    subjectMemberId: isSubject ? actor.memberId : OTHER,
    responsibilities: moderates ? MODERATOR : [],
  };
  const kinds = ["GENERAL", "CHARTER", "EXCLUSION", "APPEAL"] as const;
  expect(kinds.map((kind) => mayRead(actor, { kind, ...seen }))).toEqual(reads);
});

test.each([
  ["who opened it", actor.memberId, "GENERAL", false, true],
  ["somebody else", OTHER, "GENERAL", false, false],
  ["nobody any more", null, "GENERAL", false, false],
  ["who opened it, suspended", actor.memberId, "GENERAL", true, false],
  ["who opened a vote on a charter", actor.memberId, "CHARTER", false, false],
  ["who opened a vote on an exclusion", actor.memberId, "EXCLUSION", false, false],
  ["who opened a vote on an appeal", actor.memberId, "APPEAL", false, false],
] as const)("DC3: %s may change or take back a proposal: %s %s %s %s", (_, openedById, kind, isSuspended, may) => {
  expect(mayAmend({ ...actor, isSuspended }, { openedById, kind })).toBe(may);
});

test.each([
  ["who opened a proposal", actor.memberId, "GENERAL", [], false, true],
  ["who edits", OTHER, "GENERAL", ["EDIT"], false, false],
  ["who opened a vote on a charter", actor.memberId, "CHARTER", [], false, false],
  ["who edits, a vote on a charter", OTHER, "CHARTER", ["EDIT"], false, true],
  ["who edits, suspended", OTHER, "CHARTER", ["EDIT"], true, false],
  ["who edits, a vote on an exclusion", actor.memberId, "EXCLUSION", ["EDIT"], false, false],
] as const)("DC3: %s takes a vote back: %s %s %s %s", (_, openedById, kind, responsibilities, isSuspended, may) => {
  expect(mayWithdraw({ ...actor, isSuspended }, { openedById, kind, responsibilities })).toBe(may);
});

test.each([
  ["who opened it", actor.memberId, [], false, true],
  ["who edits", OTHER, ["EDIT"], false, true],
  ["who moderates", OTHER, ["MODERATE"], false, false],
  ["anybody", null, [], false, false],
  ["who edits, suspended", OTHER, ["EDIT"], true, false],
] as const)("DC8: %s finds somebody to see to it", (_, openedById, responsibilities, isSuspended, may) => {
  expect(mayEntrust({ ...actor, isSuspended }, { openedById, responsibilities })).toBe(may);
});
