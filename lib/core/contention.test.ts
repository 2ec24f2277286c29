import { expect, test } from "vitest";
import { contentionOf } from "./contention";

const stateOf = (originalCode: string) =>
  Object.assign(new Error("raw query failed"), {
    code: "P2010",
    meta: { driverAdapterError: { cause: { originalCode } } },
  });
const coded = (code: string) => Object.assign(new Error("of the client"), { code });
const broken = stateOf("23514");

test.each([
  ["a lock not had in time", stateOf("55P03"), "55P03"],
  ["two that waited for each other", stateOf("40P01"), "40P01"],
  ["a snapshot overtaken", stateOf("40001"), "40001"],
  ["a statement whose time was up", stateOf("57014"), "57014"],
  ["a conflict", coded("P2034"), "P2034"],
  ["a transaction that could not begin", coded("P2028"), "P2028"],
  ["no connection to be had", new Error("timeout exceeded when trying to connect"), "pool"],
  ["a guard of the database", broken, null],
  ["a record that is not there", coded("P2025"), null],
  ["anything else", new Error("no"), null],
  ["nothing", null, null],
])("%s", (_, error, expected) => {
  expect(contentionOf(error)).toBe(expected);
});

test("several gathered in one are so when each of them is", () => {
  expect(contentionOf(new AggregateError([stateOf("55P03"), coded("P2034")]))).toBe("55P03");
  expect(contentionOf(new AggregateError([stateOf("55P03"), broken]))).toBeNull();
  expect(contentionOf(new AggregateError([]))).toBeNull();
});
