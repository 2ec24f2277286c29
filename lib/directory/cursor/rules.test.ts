import fc from "fast-check";
import { expect, test } from "vitest";
import { type Cursor, decodeCursor, encodeCursor } from "./rules";

const CURSORS: readonly Cursor[] = [
  { sort: "relevance", points: 31, place: 50_331_700, id: 7 },
  { sort: "relevance", points: -1, place: 0, id: 2_147_483_647 },
  { sort: "relevance", points: null, place: 4_169_770, id: 1 },
  { sort: "name", key: "dall'o carlo", id: 12 },
  { sort: "newest", key: "2026-05-05T05:05:05.555Z", id: 3 },
];

test.each(CURSORS)("what is written can be read: %j", (cursor) => {
  expect(decodeCursor(encodeCursor(cursor), cursor.sort)).toEqual(cursor);
});

test.each(CURSORS)("a cursor of one order is none of another: %j", (cursor) => {
  const other = cursor.sort === "name" ? "newest" : "name";
  expect(decodeCursor(encodeCursor(cursor), other)).toBeNull();
});

const raw = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString("base64url");

test.each([
  ["relevance", ["relevance", "31", 1, 1]],
  ["relevance", ["relevance", 31, 1]],
  ["relevance", ["relevance", 31, 1, 2 ** 31]],
  ["relevance", ["relevance", 31, 1.5, 1]],
  ["relevance", ["relevance", 31, -(2 ** 31), 1]],
  ["name", ["name", "", 1]],
  ["name", ["name", "a\0b", 1]],
  ["name", ["name", "a", "1"]],
  ["name", ["name", "a".repeat(201), 1]],
  ["newest", ["newest", "2026-02-30T00:00:00Z", 1]],
  ["newest", ["newest", "yesterday", 1]],
  ["newest", { 0: "newest" }],
] as const)("%s: %j is none", (sort, parts) => {
  expect(decodeCursor(raw(parts), sort)).toBeNull();
});

test("nothing that can stand in an address makes reading fail", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(decodeCursor(text, "relevance")).toBeNull();
    }),
  );
});
