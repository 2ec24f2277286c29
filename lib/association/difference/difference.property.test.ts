import fc from "fast-check";
import { expect, test } from "vitest";
import type { CharterContent } from "../types";
import { compareCharters, differenceOf } from "./rules";
import type { Piece } from "./types";

const word = fc.constantFrom("tre", "ore", "al", "mese", "si", "esce", "quando", "perché", ",", ".", " ", "\n");
const text = fc.array(word, { maxLength: 14 }).map((words) => words.join(" "));
const side = (pieces: readonly Piece[], left: "REMOVED" | "ADDED") =>
  pieces
    .filter(({ kind }) => kind !== left)
    .map((piece) => piece.text)
    .join("");

test("the pieces give both texts back, letter by letter", () => {
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: "grapheme" })), text, (before, after) => {
      const pieces = differenceOf(before, after);
      expect(side(pieces, "ADDED")).toBe(before);
      expect(side(pieces, "REMOVED")).toBe(after);
    }),
  );
});

/** The longest common run of two lists, by trying everything. */
function longest(left: readonly string[], right: readonly string[]): number {
  if (left.length === 0 || right.length === 0) return 0;
  if (left[0] === right[0]) return 1 + longest(left.slice(1), right.slice(1));
  return Math.max(longest(left.slice(1), right), longest(left, right.slice(1)));
}

test("as much as can stay the same does", () => {
  const letters = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 6 });
  fc.assert(
    fc.property(letters, letters, (left, right) => {
      const same = differenceOf(left.join("-"), right.join("-")).filter(({ kind }) => kind === "SAME");
      const kept =
        same
          .map((piece) => piece.text)
          .join("")
          .match(/[abc-]/g) ?? [];
      expect(kept).toHaveLength(longest([...left.join("-")], [...right.join("-")]));
    }),
  );
});

test("every clause of both versions is read exactly once, and the later ones in their order", () => {
  const clause = fc.record({ kind: fc.constantFrom("RULE", "COMMITMENT"), text });
  const clauses = fc.array(clause, { maxLength: 6 }).map((all) => all.map((one, i) => ({ ...one, number: i + 1 })));
  const of = (given: unknown) =>
    ({ values: [], countedKinds: [], bars: [], ruleNote: "", clauses: given }) as unknown as CharterContent;
  fc.assert(
    fc.property(clauses, clauses, (before, after) => {
      const changes = compareCharters(of(before), of(after)).clauses;
      expect(changes.flatMap((one) => one.after?.number ?? [])).toEqual(after.map(({ number }) => number));
      const read = changes.flatMap((one) => one.before?.number ?? []);
      expect(read.sort((a, b) => a - b)).toEqual(before.map(({ number }) => number));
    }),
  );
});
