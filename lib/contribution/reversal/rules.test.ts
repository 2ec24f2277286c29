import { expect, test } from "vitest";
import { answersFor, canReverse, isConcerned } from "./rules";

const FACTS = { state: "CONFIRMED", isReversed: false, isConcerned: true } as const;

test.each([
  ["confirmed, by somebody it concerns", FACTS, "ok"],
  ["by anybody else", { ...FACTS, isConcerned: false }, "contribution.notReverser"],
  ["only declared", { ...FACTS, state: "DECLARED" }, "contribution.notConfirmed"],
  ["rejected", { ...FACTS, state: "REJECTED" }, "contribution.notConfirmed"],
  ["lapsed", { ...FACTS, state: "LAPSED" }, "contribution.notConfirmed"],
  ["reversed already", { ...FACTS, isReversed: true }, "contribution.alreadyReversed"],
] as const)("PJ6: a contribution %s is reversed: %s", (_how, facts, expected) => {
  const verdict = canReverse(facts);
  expect(verdict.ok ? "ok" : verdict.refusal.code).toBe(expected);
});

test.each([
  [{ isLead: true, isParticipant: true, isEditor: false }, true],
  [{ isLead: true, isParticipant: false, isEditor: false }, false],
  [{ isLead: false, isParticipant: true, isEditor: false }, false],
  [{ isLead: false, isParticipant: false, isEditor: true }, true],
])("PJ6, M8: %j answers for what is done there: %s", (facts, expected) => {
  expect(answersFor(facts)).toBe(expected);
});

test("PJ6: it concerns its author, whoever confirmed it, whoever answers for it, and nobody else", () => {
  const nobody = { isAuthor: false, isConfirmer: false, isAnswering: false };
  expect(isConcerned(nobody)).toBe(false);
  for (const fact of ["isAuthor", "isConfirmer", "isAnswering"])
    expect(isConcerned({ ...nobody, [fact]: true })).toBe(true);
});
