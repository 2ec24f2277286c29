import fc from "fast-check";
import { expect, test } from "vitest";
import { activeCount, countsOf, decodeCursor, encodeCursor, filtersOf, queryOf } from "./rules";
import { SORTS } from "./types";

const ID = "01890a5d-ac96-774b-bcce-b302099a8057";

test("an address becomes filters, and what it asks that does not exist is left out", () => {
  const filters = filtersOf({
    q: " lavatoio ",
    state: ["active", "secret"],
    kind: "thematic",
    competence: "Contabilità",
    sort: "random",
  });
  expect(filters).toEqual({
    ...{ q: "lavatoio", states: ["ACTIVE"], kinds: ["THEMATIC"], competence: "accounting" },
    ...{ unknownCompetence: null, association: null, sort: "newest", after: null },
  });
  expect(activeCount(filters)).toBe(4);
  expect(queryOf(filters)).toEqual({ q: "lavatoio", state: ["active"], kind: ["thematic"], competence: "accounting" });
});

const COUNTED = [
  ["ACTIVE", "THEMATIC", 5],
  ["ACTIVE", "PERSONAL", 2],
  ["IDEA", "THEMATIC", 3],
  ["ABANDONED", "THEMATIC", 9],
] as const;

test.each([
  ["nothing", [], [], [10, { ACTIVE: 7, IDEA: 3, ABANDONED: 9 }, { THEMATIC: 8, PERSONAL: 2 }]],
  ["a state", ["ACTIVE"], [], [7, { ACTIVE: 7, IDEA: 3, ABANDONED: 9 }, { THEMATIC: 5, PERSONAL: 2 }]],
  ["a kind", [], ["PERSONAL"], [2, { ACTIVE: 2 }, { THEMATIC: 8, PERSONAL: 2 }]],
  ["what was abandoned", ["ABANDONED"], ["PERSONAL"], [0, { ACTIVE: 2 }, { THEMATIC: 9 }]],
] as const)(
  "filtered by %s, each filter counts what the others leave",
  (_case, states, kinds, [total, byState, byKind]) => {
    const counts = countsOf(COUNTED, { states, kinds });
    expect(counts.total).toBe(total);
    expect(counts.states).toEqual(byState);
    expect(counts.kinds).toEqual(byKind);
  },
);

test.each([
  ["accounting", "accounting", null],
  [" contabilita ", "accounting", null],
  ["bookkeepers", "bookkeeping", null],
  ["xyzzy", null, "xyzzy"],
  ["", null, null],
])("the competence «%s» means %s, and what means none is kept: %s", (competence, meant, unknown) => {
  expect(filtersOf({ competence })).toMatchObject({ competence: meant, unknownCompetence: unknown });
});

test("filters and address say the same, there and back", () => {
  for (const competence of ["Contabilità", "xyzzy"]) {
    const filters = filtersOf({
      state: ["proposed", "active"],
      competence,
      association: "cantiere-comune",
      sort: "due",
    });
    expect(filtersOf(queryOf(filters))).toEqual(filters);
  }
});

const good = [
  { sort: "newest", key: "2026-11-01T10:00:00.123000Z", id: ID },
  { sort: "due", key: "2027-01-15", id: ID },
] as const;

test.each(good)("a cursor of $sort comes back as it went, for that order alone", (cursor) => {
  for (const sort of SORTS)
    expect(decodeCursor(encodeCursor(cursor), sort)).toEqual(sort === cursor.sort ? cursor : null);
});

test.each([
  { sort: "newest", key: "yesterday", id: ID },
  { sort: "due", key: "2027-13-45", id: ID },
  { sort: "due", key: "2027-01-15", id: "1; DROP" },
] as const)("a forged cursor is no cursor: %j", (cursor) => {
  expect(decodeCursor(encodeCursor(cursor), cursor.sort)).toBeNull();
});

test("whatever stands in the address, reading it never fails", () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(...SORTS), (text, sort) => {
      expect(() => decodeCursor(text, sort)).not.toThrow();
      expect(() =>
        filtersOf({ q: text, state: text, competence: text, after: text, association: [text, text] }),
      ).not.toThrow();
    }),
  );
});

test.each([
  ["due", "2026-02-31"],
  ["due", "0000-01-01"],
  ["newest", "2026-02-31T00:00:00Z"],
] as const)("a cursor of %s at %s, a day that never was, is none", (sort, key) => {
  expect(decodeCursor(encodeCursor({ sort, key, id: "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b" }), sort)).toBeNull();
});
