import { expect, test } from "vitest";
import type { Responsibility } from "@/lib/membership/role/types";
import { anActor } from "@/lib/testing/actors";
import { mayChooseWay, mayModerate, mayReadCase } from "./policy";

const actor = anActor();
const OTHER = "00000000-0000-7000-8000-000000000001";

//   who                     answers for            suspended  moderates  reads  reads own  chooses
test.each<[string, readonly Responsibility[], boolean, readonly boolean[]]>([
  ["a moderator", ["MODERATE"], false, [true, true, true, false]],
  ["a moderator, suspended", ["MODERATE"], true, [false, true, true, false]],
  ["who grants roles", ["GRANT"], false, [false, false, true, false]],
  ["who admits", ["ADMIT"], false, [false, false, true, false]],
  ["who edits", ["EDIT"], false, [false, false, true, true]],
  ["who edits, suspended", ["EDIT"], true, [false, false, true, false]],
  ["a member, or a stranger", [], false, [false, false, true, false]],
])("MO3, M9, A2: %s", (_, responsibilities, isSuspended, may) => {
  const who = { ...actor, isSuspended };
  expect([
    mayModerate(who, { responsibilities }),
    mayReadCase(who, { subjectId: OTHER, responsibilities }),
    mayReadCase(who, { subjectId: actor.memberId, responsibilities }),
    mayChooseWay(who, { responsibilities }),
  ]).toEqual(may);
});
