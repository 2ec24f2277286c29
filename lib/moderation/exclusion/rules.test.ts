import { describe, expect, test } from "vitest";
import { addDays } from "@/lib/core/duration";
import {
  canAnswer,
  canAppeal,
  canOpenCase,
  canRule,
  hasLapsed,
  type Judge,
  mayJudge,
  neutralText,
  type OpeningFacts,
  type Quoting,
  type RulingFacts,
  stateAfter,
  wayOf,
  wordingOf,
} from "./rules";
import type { CaseState } from "./types";

const NOW = new Date("2026-11-22T10:00:00.000Z");
const justBefore = (instant: Date) => new Date(instant.getTime() - 1);
const codeOf = (answer: { ok: true } | { ok: false; refusal: { code: string } }) =>
  answer.ok ? "ok" : answer.refusal.code;
const STATES: readonly CaseState[] = [
  ...(["NOTICE", "VOTING", "EXCLUDED", "DISMISSED", "APPEALED", "APPEAL_VOTING", "CONFIRMED", "REVERSED"] as const),
];

const OPENING: OpeningFacts = {
  ...{ openerId: "rita", subjectId: "bo", state: "ACTIVE", hasOpenCase: false, isClauseInForce: true },
};
test.each<[string, Partial<OpeningFacts>, string]>([
  ["a member", {}, "ok"],
  ["one in pause", { state: "PAUSED" }, "ok"],
  ["who has left", { state: "LEFT" }, "moderation.noSuchMember"],
  ["somebody who never belonged", { state: null }, "moderation.noSuchMember"],
  ["MO3: oneself", { subjectId: "rita" }, "moderation.ownCase"],
  ["on no clause in force", { isClauseInForce: false }, "moderation.noSuchClause"],
  ["twice at a time", { hasOpenCase: true }, "moderation.caseOpen"],
])("M9: a case against %s", (_, change, code) => {
  expect(codeOf(canOpenCase({ ...OPENING, ...change }))).toBe(code);
});

const JUDGE: Judge = {
  ...{ memberId: "ada", openedById: "rita", subjectId: "bo", firstDeciders: [] },
  ...{ admittedAt: addDays(NOW, -1), openedAt: NOW },
};
test.each<[string, Partial<Judge>, boolean]>([
  ["somebody else", {}, true],
  ["whoever opened it", { memberId: "rita" }, false],
  ["the person", { memberId: "bo" }, false],
  ["whoever decided first", { firstDeciders: ["ada"] }, false],
  ["somebody else than decided first", { firstDeciders: ["cy"] }, true],
  ["who came in at that instant", { admittedAt: NOW }, true],
  ["who came in after", { admittedAt: new Date(NOW.getTime() + 1) }, false],
])("M9, MO3: %s judges", (_, change, may) => {
  expect(mayJudge({ ...JUDGE, ...change })).toBe(may);
});

const RULING: RulingFacts = {
  ...{ state: "NOTICE", answerBy: NOW, decidedBy: "STEWARDS", appealTo: null, hasJudge: true, now: NOW },
};
describe("M9: deciding", () => {
  test.each<[string, Partial<RulingFacts>, "STEWARDS" | "VOTE", string]>([
    ["once the time to answer is over", {}, "STEWARDS", "ok"],
    ["not an instant before", { now: justBefore(NOW) }, "STEWARDS", "moderation.tooEarly"],
    ["not in writing where a vote decides", { decidedBy: "VOTE" }, "STEWARDS", "moderation.byVote"],
    ["not by vote where a steward does", {}, "VOTE", "moderation.inWriting"],
    ["by vote where the steward has gone", { hasJudge: false }, "VOTE", "ok"],
    ["not in writing where the steward has gone", { hasJudge: false }, "STEWARDS", "moderation.byVote"],
    ["by vote, not early either", { hasJudge: false, now: justBefore(NOW) }, "VOTE", "moderation.tooEarly"],
    ["an appeal by vote", { state: "APPEALED", appealTo: "STEWARDS", hasJudge: false }, "VOTE", "ok"],
    ["by vote where a vote does", { decidedBy: "VOTE" }, "VOTE", "ok"],
    ["an appeal, at once", { state: "APPEALED", appealTo: "STEWARDS", now: justBefore(NOW) }, "STEWARDS", "ok"],
    ["an appeal, as fixed for it", { state: "APPEALED", appealTo: "VOTE" }, "STEWARDS", "moderation.byVote"],
  ])("%s", (_, change, way, code) => {
    expect(codeOf(canRule({ ...RULING, ...change }, way))).toBe(code);
  });

  test("what is decided, or being voted on, is not decided again", () => {
    const open = STATES.filter((state) => canRule({ ...RULING, state, appealTo: "STEWARDS" }, "STEWARDS").ok);
    expect(open).toEqual(["NOTICE", "APPEALED"]);
  });

  test("what a ruling makes of it, in the first place and on appeal", () => {
    expect([stateAfter(false, true), stateAfter(false, false)]).toEqual(["EXCLUDED", "DISMISSED"]);
    expect([stateAfter(true, true), stateAfter(true, false)]).toEqual(["CONFIRMED", "REVERSED"]);
  });

  test("by a vote where it is wished, or where no steward may judge", () => {
    expect([wayOf("STEWARDS", 1), wayOf("STEWARDS", 0), wayOf("VOTE", 3)]).toEqual(["STEWARDS", "VOTE", "VOTE"]);
  });
});

test("M9: what nobody decides ends after sixty whole days, from the notice or the appeal, and no vote under way", () => {
  const openedAt = new Date("2026-11-22T10:00:00.000Z");
  const appealedAt = addDays(openedAt, 30);
  const ends = new Date("2027-01-21T23:00:00.000Z");
  const appealEnds = new Date("2027-02-20T23:00:00.000Z");
  const lapses = (state: CaseState, now: Date) => hasLapsed({ state, openedAt, appealedAt }, now);
  expect([lapses("NOTICE", justBefore(ends)), lapses("NOTICE", ends)]).toEqual([false, true]);
  expect([lapses("APPEALED", justBefore(appealEnds)), lapses("APPEALED", appealEnds)]).toEqual([false, true]);
  expect(STATES.filter((state) => lapses(state, addDays(appealEnds, 400)))).toEqual(["NOTICE", "APPEALED"]);
});

test("MO3: a party puts a case to the vote where nobody else may, and in no words of their own", () => {
  const wording = (isParty: boolean, hasJudge: boolean) => {
    const verdict = wordingOf({ isParty, hasJudge });
    return verdict.ok ? verdict.value : verdict.refusal.code;
  };
  expect([wording(false, true), wording(false, false)]).toEqual(["OWN", "OWN"]);
  expect([wording(true, true), wording(true, false)]).toEqual(["moderation.party", "NEUTRAL"]);
  const words = { clause: { number: 3, text: "Si prenota." }, facts: "Tre volte.", answer: "No.", appeal: "" };
  const quote: Quoting = (part, { number, text }, locale) => [locale, part, number ?? "", text].join(" ");
  expect(neutralText({ ...words, locale: "it" }, quote)).toBe(
    "it clause 3 Si prenota.\n\nit facts  Tre volte.\n\nit answer  No.",
  );
});

test("M9: one answers until somebody decides, and appeals within the days there are", () => {
  expect(STATES.filter(canAnswer)).toEqual(["NOTICE"]);
  expect(STATES.filter((state) => canAppeal(state, NOW, justBefore(NOW)).ok)).toEqual(["EXCLUDED"]);
  expect(codeOf(canAppeal("EXCLUDED", NOW, NOW))).toBe("moderation.appealOver");
});
