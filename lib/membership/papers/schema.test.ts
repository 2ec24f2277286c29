import { describe, expect, test } from "vitest";
import { addDays, addMonths, dayOf } from "@/lib/core/duration";
import { refusalsOf } from "@/lib/form/reading";
import { applyInput } from "../application/schema";

const ID = "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";
const TODAY = dayOf(new Date());
const FORM = {
  associationSlug: "orto",
  charterHash: "a".repeat(64),
  stances: [{ valueId: ID, stance: "SHARED", note: "" }],
  answers: [{ questionId: ID, isRequired: "on", text: "Sì" }],
  accepts: "on",
  kinds: ["TIME"],
  hours: "3",
  period: "MONTH",
  untilOn: addMonths(TODAY, 12),
  statement: "Il sabato.",
};
const refusals = (change: object) =>
  refusalsOf(applyInput.safeParse({ ...FORM, ...change }).error?.issues ?? []).map(({ code, field }) => [
    code.slice("validation.".length),
    field,
  ]);

test("hours become minutes, and the tick of acceptance stays at the door", () => {
  const papers = applyInput.parse(FORM);
  expect(papers).toMatchObject({ minutesPerPeriod: 180, period: "MONTH", isListening: false });
  expect(papers).not.toHaveProperty("accepts");
  expect(papers).not.toHaveProperty("hours");
  expect(papers.answers).toEqual([{ questionId: ID, text: "Sì" }]);
});

test("PT1: «solo ascolto» promises no quantity, whatever else was typed", () => {
  const change = { isListening: "on", kinds: [], hours: "", period: "" };
  expect(applyInput.parse({ ...FORM, ...change })).toMatchObject({
    isListening: true,
    minutesPerPeriod: null,
    period: null,
  });
  expect(applyInput.parse({ ...FORM, isListening: "on" })).toMatchObject({ minutesPerPeriod: null, period: null });
});

describe("M2: every mistake comes back at once, each at its field", () => {
  test("all of them", () => {
    const stances = [
      { valueId: ID, note: "" },
      { valueId: ID, stance: "NOT_MINE", note: " " },
    ];
    const change = { stances, accepts: undefined, kinds: [], hours: "", period: "", untilOn: TODAY, statement: "" };
    expect(refusals({ ...change, answers: [{ questionId: ID, isRequired: "on", text: "" }] }).sort()).toEqual(
      [
        ["choose", "stances.0.stance"],
        ["required", "stances.1.note"],
        ["required", "answers.0.text"],
        ["mustTick", "accepts"],
        ["tooFew", "kinds"],
        ["required", "hours"],
        ["choose", "period"],
        ["dayTooEarly", "untilOn"],
        ["required", "statement"],
      ].sort(),
    );
  });

  test.each([
    [
      "a day too far",
      { untilOn: dayOf(addDays(new Date(`${addMonths(TODAY, 12)}T12:00:00Z`), 1)) },
      "dayTooLate",
      "untilOn",
    ],
    ["a day that is none", { untilOn: "2026-02-30" }, "notADay", "untilOn"],
    ["hours in words", { hours: "tre" }, "notANumber", "hours"],
    ["a kind nobody offers", { kinds: ["MONEY"] }, "choose", "kinds.0"],
    ["a hash that is none", { charterHash: "x" }, "invalid", "charterHash"],
    ["A1: somebody else's name", { memberId: ID }, "unexpected", undefined],
  ])("%s", (_what, change, code, field) => {
    expect(refusals(change)).toContainEqual([code, field]);
  });
});
