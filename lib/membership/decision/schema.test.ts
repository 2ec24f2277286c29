import { describe, expect, test } from "vitest";
import { refusalsOf } from "@/lib/form/reading";
import { decideInput } from "./schema";

const ID = "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";
const FORM = { applicationId: ID, outcome: "DECLINE", reason: "CAPACITY", message: "", clauseId: "" };

describe("M6: a decline carries a reason", () => {
  test.each([
    ["of the list", {}, []],
    ["missing", { reason: "" }, [["validation.choose", "reason"]]],
    ["unknown", { reason: "FACE" }, [["validation.choose", "reason"]]],
    ["«altro» without a sentence", { reason: "OTHER" }, [["validation.tooShort", "message"]]],
    ["«altro» one character short", { reason: "OTHER", message: "x".repeat(39) }, [["validation.tooShort", "message"]]],
    ["«altro» just long enough", { reason: "OTHER", message: "x".repeat(40) }, []],
  ])("%s", (_what, change, expected) => {
    const issues = decideInput.safeParse({ ...FORM, ...change }).error?.issues ?? [];
    expect(refusalsOf(issues).map(({ code, field }) => [code, field])).toEqual(expected);
  });
});

test("an admission needs no reason and keeps none", () => {
  expect(decideInput.parse({ ...FORM, outcome: "ADMIT" })).toMatchObject({ reason: null, message: "", clauseId: null });
});

test.each([
  ["missing", undefined],
  ["empty", ""],
  ["unknown", "MAYBE"],
])("an outcome that is %s is asked for at its field", (_what, outcome) => {
  const issues = decideInput.safeParse({ ...FORM, outcome }).error?.issues ?? [];
  expect(refusalsOf(issues)).toEqual([expect.objectContaining({ code: "validation.choose", field: "outcome" })]);
});
