import { expect, test } from "vitest";
import { addDays } from "@/lib/core/duration";
import { bindingVersion, canAct, isCharterOverdue, isStatementOver, responsibilitiesNow } from "./rules";
import type { Act, Limits } from "./types";

const FREE: Limits = { state: "ACTIVE", isListening: false, isStatementOver: false, isCharterOverdue: false, bars: [] };
const [ACTS, OVERDUE] = [
  ["PROPOSE", "VOTE", "VOTE_CHARTER", "HOLD_ROLE", "TAKE_PART"] satisfies Act[],
  "membership.charterOverdue",
] as const;
const [PAUSE, LISTENS, BEHIND] = ["membership.notActive", "membership.listeningOnly", "membership.behind"] as const;
const ENDED = "membership.statementOver";

//    who                                     propose  vote     on the charter  hold a role  take part
test.each([
  ["M1: active", {}, [null, null, null, null, null]],
  ["M10: in pause", { state: "PAUSED" }, [PAUSE, PAUSE, PAUSE, PAUSE, PAUSE]],
  ["M8: gone", { state: "LEFT" }, [PAUSE, PAUSE, PAUSE, PAUSE, PAUSE]],
  ["M9: excluded", { state: "EXCLUDED" }, [PAUSE, PAUSE, PAUSE, PAUSE, PAUSE]],
  ["M11: charter overdue", { isCharterOverdue: true }, [OVERDUE, OVERDUE, null, OVERDUE, OVERDUE]],
  ["PT1: listening", { isListening: true }, [LISTENS, LISTENS, LISTENS, LISTENS, null]],
  ["PT1: statement over", { isStatementOver: true }, [ENDED, ENDED, ENDED, ENDED, null]],
  ["behind, barred from proposing", { bars: ["PROPOSE"] }, [BEHIND, null, null, null, null]],
  ["behind, barred from voting", { bars: ["VOTE"] }, [null, BEHIND, BEHIND, null, null]],
  ["behind, barred from roles", { bars: ["HOLD_ROLE"] }, [null, null, null, BEHIND, null]],
] as const)("%s", (_who, limits, codes) => {
  const said = ACTS.map((act) => {
    const verdict = canAct({ ...FREE, ...(limits as Partial<Limits>) }, act);
    return verdict.ok ? null : verdict.refusal.code;
  });
  expect(said).toEqual(codes);
});

test("M10, M11: roles sleep in pause; a word that is missing leaves custody awake and nothing else", () => {
  const held = ["CUSTODY", "ADMIT"] as const;
  expect(responsibilitiesNow(held, FREE)).toEqual(held);
  expect(responsibilitiesNow(held, { ...FREE, state: "PAUSED" })).toEqual([]);
  expect(responsibilitiesNow(held, { ...FREE, isCharterOverdue: true })).toEqual(["CUSTODY"]);
  expect(responsibilitiesNow(held, { ...FREE, isStatementOver: true })).toEqual(["CUSTODY"]);
  expect(responsibilitiesNow(held, { ...FREE, bars: ["HOLD_ROLE"] })).toEqual(["CUSTODY"]);
  expect(responsibilitiesNow(held, { ...FREE, bars: ["VOTE"] })).toEqual(held);
});

test("M11: thirty days to the instant, by the oldest material version not accepted", () => {
  const at = new Date("2026-10-10T08:00:00.000Z");
  const charters = [
    { version: 3, isMaterial: false, publishedAt: addDays(at, 20) },
    { version: 2, isMaterial: true, publishedAt: at },
    { version: 1, isMaterial: true, publishedAt: addDays(at, -400) },
  ];
  const end = addDays(at, 30);
  expect(isCharterOverdue(charters, 1, new Date(end.getTime() - 1))).toBe(false);
  expect(isCharterOverdue(charters, 1, end)).toBe(true);
  expect(isCharterOverdue(charters, 2, addDays(at, 400))).toBe(false);
});

test.each([
  ["2026-11-03", "2026-10-20", false],
  ["2026-11-04", "2026-10-20", true],
  ["2027-04-03", "2027-03-20", false],
  ["2027-04-04", "2027-03-20", true],
])("PT1: on %s a statement that lasted until %s is over beyond its fourteen days: %s", (today, until, isOver) => {
  expect(isStatementOver(until, today)).toBe(isOver);
});

//    the versions after the first, as what they are  accepted  binding
test.each([
  ["M11: one of substance not accepted binds not", [true], 1, 1],
  ["M11: accepted, it does", [true], 2, 2],
  ["M11: wording alone asks for no word", [false], 1, 2],
  ["M11: wording after substance not accepted waits with it", [true, false], 1, 1],
  ["M11: wording after what was accepted binds", [true, false], 2, 3],
  ["the first binds whoever has given no word yet", [true, true], 0, 1],
] as const)("%s", (_what, later, accepted, binding) => {
  const versions = [true, ...later].map((isMaterial, at) => ({ version: at + 1, isMaterial }));
  expect(bindingVersion(versions, accepted)?.version).toBe(binding);
  expect(bindingVersion([], accepted)).toBeNull();
});
