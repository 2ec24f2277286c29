import { expect, test } from "vitest";
import { canRenew, carryStances, nextUntil } from "./rules";

const FACTS = {
  state: "ACTIVE",
  hasRole: false,
  isCharterNewer: false,
  openValueIds: [] as readonly string[],
  terms: { charterHash: "h", minMinutes: 60, minPeriod: "MONTH" },
  today: "2026-11-21",
} as const;
const GIVEN: Parameters<typeof canRenew>[0] = {
  ...{ charterHash: "h", kinds: ["TIME"], isListening: false, minutesPerPeriod: 60, period: "MONTH" },
  ...{ untilOn: "2027-11-21", statement: "Il sabato.", stances: [] },
};
const stance = (valueId: string, stance: "SHARED" | "NOT_MINE" = "SHARED", note = "") => ({ valueId, stance, note });
const LISTENING = { isListening: true, kinds: [], minutesPerPeriod: null, period: null } as const;

test.each([
  ["in time", {}, {}, undefined],
  ["M11: on a charter no longer in force", { charterHash: "h0" }, {}, "membership.charterAmended"],
  ["in pause", {}, { state: "PAUSED" }, "membership.notMember"],
  ["M11: in pause, on a charter that changed", {}, { state: "PAUSED", isCharterNewer: true }, undefined],
  ["M11: without a stance on what is new", {}, { openValueIds: ["a"] }, "membership.stanceMissing"],
  ["M11: with one on what is new", { stances: [stance("a")] }, { openValueIds: ["a"] }, undefined],
  [
    "M11: with one that says no, and a sentence",
    { stances: [stance("a", "NOT_MINE", "Ci penso.")] },
    { openValueIds: ["a"] },
    undefined,
  ],
  [
    "M11: with one that says no and nothing more",
    { stances: [stance("a", "NOT_MINE")] },
    { openValueIds: ["a"] },
    "membership.noteMissing",
  ],
  ["M11: with one on what nobody asked", { stances: [stance("a")] }, {}, "membership.charterAmended"],
  ["after leaving", {}, { state: "LEFT" }, "membership.notMember"],
  ["PT1: below what the charter asks", { minutesPerPeriod: 59 }, {}, "membership.pledgeTooSmall"],
  ["PT1: for more than twelve months", { untilOn: "2027-11-22" }, {}, "membership.untilTooFar"],
  ["PT1: listening only", LISTENING, {}, undefined],
  ["PT1: listening only, with a role", LISTENING, { hasRole: true }, "membership.listeningHoldsRole"],
] as const)("renewing %s", (_case, given, facts, code) => {
  const verdict = canRenew({ ...GIVEN, ...given }, { ...FACTS, ...facts });
  expect(verdict.ok ? undefined : verdict.refusal.code).toBe(code);
});

test.each([
  ["as long again", "2026-01-10", "2026-04-10", "2026-04-12", "2026-07-11"],
  ["a whole year again, not a day more", "2026-01-10", "2027-01-11", "2027-01-12", "2028-01-12"],
  ["never today or before", "2026-01-10", "2026-01-10", "2026-01-12", "2026-01-13"],
])("PT1: a renewal starts from %s", (_case, givenOn, untilOn, today, wished) => {
  expect(nextUntil({ givenOn, untilOn }, today)).toBe(wished);
});

test("M11: stances stay on values that stayed as they were, and are asked on the others", () => {
  const value = (id: string, valueSlug: string, meaning = "Si ascolta.") => ({
    id,
    valueSlug,
    name: "",
    meaning,
    shownBy: "Un fatto.",
  });
  const taken = [
    { ...stance("1", "NOT_MINE", "Non ora."), value: value("1", "care") },
    { ...stance("2"), value: value("2", "trust") },
    { ...stance("3"), value: value("3", "roots") },
  ];
  const now = [value("7", "trust", "Si dice prima."), value("8", "care"), value("9", "courage")];
  const { carried, open } = carryStances(now, taken);
  expect(carried).toEqual([stance("8", "NOT_MINE", "Non ora.")]);
  expect(open.map(({ id }) => id)).toEqual(["7", "9"]);
});
