import { describe, expect, test } from "vitest";
import { rulingOn } from "../asking/rules";
import { accountOf, endingSoon, shortOf } from "./rules";
import type { AccountFacts, Given, Ruling } from "./types";

const RULING: Ruling = {
  ...{ version: 1, isMaterial: true, publishedOn: "2026-01-01", minMinutes: 180, minDeeds: null },
  ...{ minPeriod: "MONTH", countedKinds: [], graceDays: 14 },
};
const FACTS: AccountFacts = {
  today: "2026-11-20",
  joinedOn: "2026-09-01",
  rulings: [RULING],
  words: [{ acceptedOn: "2026-09-01", version: 1, isListening: false }],
  idle: [],
  given: [],
};
let count = 0;
const gave = (doneOn: string, minutes: number | null, kind: Given["kind"] = "TIME"): Given => {
  count += 1;
  return { id: String(count).padStart(4, "0"), title: "Cosa fatta", doneOn, minutes, kind };
};
const standing = (change: Partial<AccountFacts>) => {
  const { periods, behindOn } = accountOf({ ...FACTS, ...change });
  return { states: periods.map(({ startsOn, state }) => `${startsOn} ${state}`), behindOn, periods };
};
const SEPTEMBER = gave("2026-09-10", 180);

describe("the end of a period and of its grace", () => {
  test.each([
    ["the last day of the month", "2026-10-31", "RUNNING", null],
    ["the first day after it", "2026-11-01", "OPEN", null],
    ["the last day of grace", "2026-11-14", "OPEN", null],
    ["the day after", "2026-11-15", "SHORT", "2026-11-15"],
  ])("on %s", (_when, today, state, behindOn) => {
    const found = standing({ today, given: [SEPTEMBER] });
    expect(found.states).toContain(`2026-10-01 ${state}`);
    expect(found.behindOn).toBe(behindOn);
  });

  test.each([
    ["spring", "2026-03-01", "2026-03-31", "2026-04-14"],
    ["autumn", "2026-10-01", "2026-10-31", "2026-11-14"],
  ])("a month in whose midst the clocks change in %s ends on its day", (_when, joinedOn, endsOn, graceEndsOn) => {
    const words = [{ acceptedOn: joinedOn, version: 1, isListening: false }];
    const [period] = standing({ joinedOn, words, today: joinedOn }).periods;
    expect([period?.endsOn, period?.graceEndsOn, period?.owed.minutes]).toEqual([endsOn, graceEndsOn, 180]);
  });

  test("one is behind since the first of an unbroken run, and owes the newest alone", () => {
    const found = standing({});
    expect(found.states).toEqual(["2026-11-01 RUNNING", "2026-10-01 SHORT", "2026-09-01 LET_GO"]);
    expect(found.behindOn).toBe("2026-10-15");
  });
});

describe("catching up", () => {
  test.each([
    ["a minute too little", 179, "2026-11-15"],
    ["all of it", 180, null],
  ])("with %s", (_how, minutes, behindOn) => {
    expect(standing({ given: [SEPTEMBER, gave("2026-11-18", minutes)] }).behindOn).toBe(behindOn);
  });

  test("each minute counts once, for the oldest period that lacks it, and the rest for the next", () => {
    const found = standing({ given: [SEPTEMBER, gave("2026-10-05", 100), gave("2026-11-02", 120)] });
    expect(found.periods.map(({ missing }) => missing.minutes)).toEqual([140, 0, 0]);
    expect(found.periods[0]?.shares.map(({ minutes }) => minutes)).toEqual([40]);
  });

  test("nothing goes to a period that was let go by then, nor to one that had not begun", () => {
    const found = standing({ given: [gave("2026-11-20", 180)] });
    expect(found.states).toEqual(["2026-11-01 RUNNING", "2026-10-01 MET", "2026-09-01 LET_GO"]);
    expect(found.behindOn).toBeNull();
    expect(standing({ given: [gave("2026-09-02", 1000)] }).behindOn).toBe("2026-11-15");
  });

  test("kinds the charter does not count are left out; deeds are counted beside minutes", () => {
    const rulings = [{ ...RULING, minDeeds: 1, countedKinds: ["SKILL" as const] }];
    expect(standing({ rulings, given: [gave("2026-10-02", 500)] }).behindOn).toBe("2026-10-15");
    const skilled = [gave("2026-10-02", 200, "SKILL")];
    expect(standing({ rulings, given: skilled }).periods[1]?.missing).toEqual({ minutes: 160, deeds: 1 });
    const twice = [...skilled, gave("2026-10-03", null, "SKILL"), gave("2026-10-04", 200, "SKILL")];
    expect(standing({ rulings, given: twice }).behindOn).toBeNull();
  });
});

describe("M10, PT1: what is asked", () => {
  const owed = (change: Partial<AccountFacts>) => standing({ today: "2026-10-20", ...change }).periods.at(-1)?.owed;

  test.each([
    ["from the first day", "2026-09-01", 180],
    ["from the 16th: half", "2026-09-16", 90],
    ["on the last day", "2026-09-30", 6],
  ])("who joins %s owes in proportion", (_when, joinedOn, minutes) => {
    const words = [{ acceptedOn: joinedOn, version: 1, isListening: false }];
    expect(owed({ joinedOn, words })?.minutes).toBe(minutes);
  });

  test("days in pause or away shrink what is owed, and stop the grace", () => {
    const idle = [{ startsOn: "2026-09-21", endsOn: "2026-10-10" }];
    const found = standing({ today: "2026-10-24", idle });
    expect(found.periods.at(-1)).toMatchObject({ owed: { minutes: 120 }, countedDays: 20, days: 30 });
    expect(found.periods.at(-1)?.graceEndsOn).toBe("2026-10-24");
    expect(found.behindOn).toBeNull();
    expect(standing({ today: "2026-10-25", idle }).behindOn).toBe("2026-10-25");
  });

  test("a pause with no end yet asks for nothing, and whoever comes back after it owes nothing of before", () => {
    const idle = [{ startsOn: "2026-09-01", endsOn: "9999-12-31" }];
    expect(standing({ idle }).behindOn).toBeNull();
    expect(owed({ idle })?.minutes).toBe(0);
  });

  test("listening only asks for nothing, from the day it is said", () => {
    const words = [...FACTS.words, { acceptedOn: "2026-09-16", version: 1, isListening: true }];
    expect(owed({ words })?.minutes).toBe(90);
    expect(standing({ words: [{ ...words[1], acceptedOn: "2026-09-01" } as never] }).behindOn).toBeNull();
  });

  test("without a rule nothing is asked; one that comes later counts from the month after", () => {
    const none = { ...RULING, minMinutes: null, minPeriod: null };
    expect(standing({ rulings: [none] }).periods).toEqual([]);
    const later = { ...RULING, version: 2, isMaterial: false, publishedOn: "2026-10-10" };
    expect(standing({ rulings: [none, later] }).states).toEqual(["2026-11-01 RUNNING"]);
  });
});

describe("PT2, M11: which version binds", () => {
  const second = { ...RULING, version: 2, publishedOn: "2026-10-01", minMinutes: 600 };
  const on = (change: Partial<AccountFacts>, day: string) => rulingOn({ ...FACTS, ...change }, day)?.version;

  test("a material one once accepted, any other from its day on; the running period goes by the one it began with", () => {
    expect(on({ rulings: [RULING, second] }, "2026-11-01")).toBe(1);
    expect(on({ rulings: [RULING, { ...second, isMaterial: false }] }, "2026-10-01")).toBe(2);
    expect(on({ rulings: [RULING, { ...second, isMaterial: false }] }, "2026-09-30")).toBe(1);
    const words = [...FACTS.words, { acceptedOn: "2026-10-05", version: 2, isListening: false }];
    expect(on({ rulings: [RULING, second], words }, "2026-11-01")).toBe(2);
    const found = standing({ rulings: [RULING, second], words, given: [SEPTEMBER] });
    expect(found.periods.map(({ owed }) => owed.minutes)).toEqual([600, 180, 180]);
  });
});

describe("reminding", () => {
  const soon = (today: string, given: Given[] = []) =>
    endingSoon(accountOf({ ...FACTS, today, given }), today)?.startsOn;

  test("fourteen days before the end and not sooner, only of what is missing", () => {
    expect(soon("2026-10-16")).toBeUndefined();
    expect(soon("2026-10-17")).toBe("2026-10-01");
    expect(soon("2026-10-31")).toBe("2026-10-01");
    expect(soon("2026-10-31", [SEPTEMBER, gave("2026-10-02", 180)])).toBeUndefined();
  });

  test("of being behind, by the period one is behind on", () => {
    expect(shortOf(accountOf(FACTS))?.startsOn).toBe("2026-10-01");
    expect(shortOf(accountOf({ ...FACTS, today: "2026-10-14" }))).toBeNull();
  });
});
