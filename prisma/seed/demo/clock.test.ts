import { describe, expect, it } from "vitest";
import { clockOf } from "./clock.mjs";

describe("the clock of the demo world", () => {
  const clock = clockOf(new Date("2028-03-01T23:30:00Z"));

  it("counts days of an Italian calendar", () => {
    expect(clock.today).toBe("2028-03-02");
    expect(clock.on(0)).toBe("2028-03-02");
    expect(clock.on(-2)).toBe("2028-02-29");
  });

  it("reads hours as people in Italy do, summer and winter", () => {
    expect(clock.at(0, "12:00")).toBe("2028-03-02T11:00:00.000Z");
    expect(clock.at(90, "12:00")).toBe("2028-05-31T10:00:00.000Z");
  });

  it("PT1: lets a statement stand twelve months at most", () => {
    expect(clock.within12Months(0, 100)).toBe("2028-06-10");
    expect(clock.within12Months(0, 400)).toBe("2029-03-02");
    expect(clock.within12Months(0, null)).toBe("2029-03-02");
    expect(clock.within12Months(-2, null)).toBe("2029-02-28");
  });
});
