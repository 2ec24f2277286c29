import { expect, test } from "vitest";
import { decodeCursor, encodeCursor, queryOf, readFilters } from "./rules";

const NONE = { q: "", value: null, region: null, entry: null, after: null };

test.each([
  [{}, NONE],
  [{ q: "  orto " }, { ...NONE, q: "orto" }],
  [{ q: ["orto", "altro"] }, { ...NONE, q: "orto" }],
  [
    { value: "care", region: "emilia-romagna", entry: "OPEN" },
    { ...NONE, value: "care", region: "emilia-romagna", entry: "OPEN" },
  ],
  [{ value: "no-such", region: "atlantis", entry: "open" }, NONE],
])("an address %o asks %o", (address, filters) => {
  expect(readFilters(address)).toEqual(filters);
});

test("filters and addresses say the same", () => {
  const filters = { q: "orto", value: "care", region: null, entry: "OPEN" as const, after: null };
  expect(queryOf(filters)).toEqual({ q: "orto", value: "care", entry: "OPEN" });
  expect(readFilters(queryOf(filters))).toEqual(filters);
});

test("a cursor comes back as it went; whatever is none starts the list again", () => {
  const cursor = { name: "perché no & altro", id: "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b" };
  expect(decodeCursor(encodeCursor(cursor))).toEqual(cursor);
  for (const text of ["", "x", `${"-".repeat(36)}.a`, `${cursor.id}.%`, `${cursor.id}.`])
    expect(decodeCursor(text)).toBeNull();
});

test("a cursor with a NUL, however wrapped, is none", () => {
  expect(decodeCursor("0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b.a%00")).toBeNull();
  expect(decodeCursor("0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b.a")).not.toBeNull();
});
