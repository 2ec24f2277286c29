import { expect, test } from "vitest";
import { planOf, shareOfWord } from "./rules";

const MILLION = 1_000_000;

test.each([
  ["everybody", [], MILLION, "walk"],
  ["what half of them have", [0.5], MILLION, "walk"],
  ["what one in fifty has", [0.02], MILLION, "walk"],
  ["what one in a hundred has", [0.01], MILLION, "bitmap"],
  ["two common things together", [0.3, 0.07], MILLION, "walk"],
  ["two things together that few have", [0.08, 0.025], MILLION, "bitmap"],
  ["a few people", [0.001], MILLION, "bitmap"],
  ["everybody in a small world", [], 1000, "bitmap"],
  ["nobody at all", [0], 0, "bitmap"],
] as const)("%s", (_, shares, people, way) => {
  expect(planOf(shares, people)).toMatchObject({ way, stretch: 0 });
});

test("what is common beside something rare is checked, not mapped", () => {
  expect(planOf([0.4, 0.001], MILLION)).toEqual({ way: "bitmap", isMapped: [false, true], stretch: 0 });
  expect(planOf([0.08, 0.025], MILLION).isMapped).toEqual([true, true]);
});

test("where something is unknown a stretch is walked first, unless few are left to look at", () => {
  expect(planOf([null], MILLION)).toEqual({ way: "bitmap", isMapped: [true], stretch: 10_000 });
  expect(planOf([null, 0.001], MILLION)).toEqual({ way: "bitmap", isMapped: [true, true], stretch: 0 });
});

test("a word is as common as its stems, longer words that begin with it included", () => {
  const common = new Map([
    ["pomerigg", 0.05],
    ["pomeridian", 0.01],
    ["pom", 0.3],
  ]);
  expect(shareOfWord(common, "pomeriggio")).toBe(0.05);
  expect(shareOfWord(common, "pomeri")).toBeCloseTo(0.06 + 0.3);
  expect(shareOfWord(common, "mandolino")).toBe(0.0005);
  expect(shareOfWord(new Map([["cas", 2]]), "casa")).toBe(1);
});
