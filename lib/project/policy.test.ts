import { expect, test } from "vitest";
import { anActor } from "@/lib/testing/actors";
import { mayManageProject, mayOffer, mayReadProject, mayStepBack, type ProjectScope } from "./policy";

const ada = anActor({ memberId: "ada" });
const scope = (
  ownerId: string | null,
  kind: "personal" | "open" | "closed" | "withheld",
  membership: ProjectScope["membership"],
  leading = membership,
): ProjectScope => ({
  ...{ ownerId, membership, leading, hasAssociation: kind !== "personal" },
  ...{ isMembersOnly: kind === "closed", isWithheld: kind === "withheld" },
});

test.each([
  // who looks                                                        read   manage step   offer
  ["owner of a personal project", scope("ada", "personal", null), true, true, true, false],
  ["anybody, personal project", scope("bo", "personal", null), true, false, false, true],
  ["owner, active in the association", scope("ada", "open", "ACTIVE"), true, true, true, false],
  ["owner in pause there", scope("ada", "open", "PAUSED"), true, false, true, false],
  ["owner who left", scope("ada", "open", null), true, false, true, false],
  ["member of the association", scope("bo", "open", "ACTIVE"), true, false, false, true],
  ["member in pause", scope("bo", "open", "PAUSED"), true, false, false, true],
  ["M11: owner who owes a word on the charter", scope("ada", "open", "UNPLEDGED"), true, false, true, false],
  ["M11: member who owes a word on the charter", scope("bo", "open", "UNPLEDGED"), true, false, false, false],
  ["outsider", scope("bo", "open", null), true, false, false, true],
  ["owner, members only", scope("ada", "closed", "ACTIVE"), true, true, true, false],
  ["owner in pause, members only", scope("ada", "closed", "PAUSED"), true, false, true, false],
  ["M8: owner who left, members only", scope("ada", "closed", null), false, false, true, false],
  ["member, members only", scope("bo", "closed", "ACTIVE"), true, false, false, true],
  ["M10: member in pause, members only", scope("bo", "closed", "PAUSED"), true, false, false, false],
  ["A2: outsider, members only", scope("bo", "closed", null), false, false, false, false],
  ["member of a co-host, members only", scope("bo", "closed", "ACTIVE", null), true, false, false, true],
  ["owner who is in a co-host and no more in the lead", scope("ada", "open", "ACTIVE", null), true, false, true, false],
  ["nobody owns it", scope(null, "open", "ACTIVE"), true, false, false, true],
  ["MO4: owner, hidden by a measure", scope("ada", "withheld", "ACTIVE"), true, true, true, false],
  ["MO4, A2: member, hidden by a measure", scope("bo", "withheld", "ACTIVE"), false, false, false, false],
  ["MO4: nobody owns it, hidden by a measure", scope(null, "withheld", "ACTIVE"), false, false, false, false],
])("%s", (_who, on, read, manage, step, offer) => {
  expect(mayReadProject(ada, on)).toBe(read);
  expect(mayManageProject(ada, on)).toBe(manage);
  expect(mayStepBack(ada, on)).toBe(step);
  expect(mayOffer(ada, on)).toBe(offer);
});

test.each([
  ["an open project", scope(null, "open", null), true],
  ["a personal project", scope("ada", "personal", null), true],
  ["A2: a project for members only", scope(null, "closed", null), false],
])("a visitor and %s", (_what, on, isRead) => {
  expect(mayReadProject(null, on)).toBe(isRead);
  expect(mayManageProject(null, on)).toBe(false);
  expect(mayStepBack(null, on)).toBe(false);
});
