import fc from "fast-check";
import { expect, test } from "vitest";
import { type Cursor, decodeCursor, encodeCursor } from "./rules";

const CURSORS: readonly Cursor[] = [
  { sort: "relevance", points: 31, place: 50_331_700, handle: "ada-prova-7" },
  { sort: "relevance", points: -1, place: 0, handle: "ada-prova-7" },
  { sort: "relevance", points: null, place: 4_169_770, handle: "ada-prova-7" },
  { sort: "name", key: "dall'o carlo", handle: "ada-prova-7" },
  { sort: "newest", key: "2026-05-05T05:05:05.555Z", handle: "ada-prova-7" },
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
  ["relevance", ["relevance", "31", 1, "ada"]],
  ["relevance", ["relevance", 31, 1]],
  ["relevance", ["relevance", 31, 1, 7]],
  ["relevance", ["relevance", 31, 1.5, "ada"]],
  ["relevance", ["relevance", 31, -(2 ** 31), "ada"]],
  ["name", ["name", "", "ada"]],
  ["name", ["name", "a\0b", "ada"]],
  ["name", ["name", "a", "Ada"]],
  ["name", ["name", "a", 7]],
  ["name", ["name", "a", "a".repeat(81)]],
  ["name", ["name", "a".repeat(201), "ada"]],
  ["newest", ["newest", "2026-02-30T00:00:00Z", "ada"]],
  ["newest", ["newest", "yesterday", "ada"]],
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
