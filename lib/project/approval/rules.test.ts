import { expect, test } from "vitest";
import { canAnswerApproval, canAskApproval } from "./rules";

const codeOf = (verdict: { ok: boolean; refusal?: { code: string } }) => (verdict.ok ? "ok" : verdict.refusal?.code);
const AGAIN = { state: "FEASIBILITY", needsApproval: true, last: "DECLINED" } as const;

test.each([
  ["after a no", {}, "ok"],
  ["of a proposal", { state: "PROPOSED" }, "ok"],
  ["that runs", { state: "ACTIVE" }, "project.notFromHere"],
  ["that ended", { state: "ABANDONED" }, "project.notFromHere"],
  ["while it waits", { last: "ASKED" }, "project.approvalOpen"],
  ["once given", { last: "APPROVED" }, "project.approvalOpen"],
  ["where nobody asks for it", { needsApproval: false }, "project.approvalNotAsked"],
] as const)("PJ2: approval is asked again %s: %o is %s", (_when, change, code) => {
  expect(codeOf(canAskApproval({ ...AGAIN, ...change }))).toBe(code);
});

test.each([
  ["ASKED", false, true, "ok"],
  ["ASKED", true, true, "project.ownApproval"],
  ["ASKED", true, false, "ok"],
  ["APPROVED", false, true, "project.approvalClosed"],
  ["DECLINED", false, true, "project.approvalClosed"],
  ["WITHDRAWN", false, true, "project.approvalClosed"],
] as const)("%s, by its owner %s, others there %s: %s", (state, isOwner, hasOthers, code) => {
  expect(codeOf(canAnswerApproval({ state, isOwner, hasOthers }))).toBe(code);
});
