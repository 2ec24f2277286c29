import { describe, expect, test } from "vitest";
import { fitOf, nearlyBegins, typedWordsOf, wordsOf } from "./rules";

test("words are folded, and articles and prepositions say nothing", () => {
  expect(wordsOf("Dall’Ò, è PERCHÉ 2")).toEqual(["dall", "o", "e", "perche", "2"]);
  expect(typedWordsOf("avvocato di Imola")).toEqual(["avvocato", "imola"]);
  expect(typedWordsOf("di")).toEqual([]);
});

test.each([
  ["bolongna", "bologna", true],
  ["bolgn", "bologna", true],
  ["bolo", "bologna", true],
  ["blogn", "bologna", true],
  ["bilongna", "bologna", false],
  ["vologna", "bologna", false],
  ["bxl", "bologna", false],
  ["bxlo", "bologna", true],
  ["bxlo", "bol", false],
  ["rossi", "rosticceria", false],
])("«%s» nearly begins «%s»: %s", (typed, word, expected) => {
  expect(nearlyBegins(typed, word)).toBe(expected);
});

describe("how what was typed stands in a term", () => {
  test.each([
    [["iva"], ["iva"], 0, 0],
    [["consulenza", "fisc"], ["consulenza", "fiscale"], 0, 1],
    [["fisc", "consul"], ["consulenza", "fiscale"], 0, 2],
    [["fisc"], ["consulenza", "fiscale"], 0, 2],
    [["scale"], ["consulenza", "fiscale"], 0, null],
    [["consulenza", "x"], ["consulenza", "fiscale"], 0, null],
    [["consulneza"], ["consulenza", "fiscale"], 0, null],
    [["consulneza"], ["consulenza", "fiscale"], 1, 1],
    [["consulenza", "fsicale"], ["consulenza", "fiscale"], 1, 1],
    [["consulneza", "fsicale"], ["consulenza", "fiscale"], 1, null],
    [["bolo"], [], 0, null],
  ] as const)("%j in %j with %i slips: %s", (typed, term, slipsMax, expected) => {
    expect(fitOf(typed, term, slipsMax)).toBe(expected);
  });
});
