import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { OUTLINES, seatOf } from "@/lib/taxonomy/outline/rules";
import { PROVINCES } from "@/lib/taxonomy/place/rules";
import type { PlaceRef } from "@/lib/taxonomy/types";
import { queryOf, readFilters } from "../filter/rules";
import { boundsOf, circlesOf, frameOf, legendOf, narrowedTo, placed, regionAround, SHADES, shadeOf } from "./rules";

test.each<[PlaceRef | null, string | null]>([
  [null, null],
  [{ type: "region", ref: "marche" }, "marche"],
  [{ type: "province", ref: "BO" }, "emilia-romagna"],
  [{ type: "municipality", ref: "imola" }, "emilia-romagna"],
  [{ type: "municipality", ref: "atlantide" }, null],
  [{ type: "region", ref: "atlantide" }, null],
])("around %j lies %s", (place, region) => {
  expect(regionAround(place)).toBe(region);
});

test("a place of the map takes the place of the one chosen, with its distance and the point reached; the rest stays", () => {
  const filters = readFilters({ q: "circo", place: "imola", within: "25", side: "asks", view: "map", after: "x" });
  const there = narrowedTo(filters, { type: "region", ref: "marche" });
  expect(queryOf(there)).toEqual({ q: "circo", place: "marche", side: ["asks"], view: "map" });
  expect(queryOf(narrowedTo(filters, null))).toEqual({ q: "circo", side: ["asks"], view: "map" });
});

describe("the frame", () => {
  test("of Italy holds all of it", () => {
    const sheet = frameOf(null);
    for (const { west, north, width, height } of OUTLINES.values()) {
      const [[left, top], [right, bottom]] = [[west, north] as const, [west + width, north + height] as const].map(
        (corner) => placed(corner, frameOf(null)),
      ) as [[number, number], [number, number]];
      expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
      expect([right <= sheet.width, bottom <= sheet.height]).toEqual([true, true]);
    }
  });

  test.each([...OUTLINES.keys()])(
    "of %s holds it, larger than in Italy, with its provinces and their circles",
    (slug) => {
      const [frame, outline] = [frameOf(slug), OUTLINES.get(slug)];
      expect(frame.scale).toBeGreaterThan(frameOf(null).scale);
      expect(frame.scale).toBeLessThanOrEqual(1);
      const corner = placed([outline?.west ?? -1, outline?.north ?? -1], frame);
      expect(Math.min(...corner)).toBeGreaterThan(0);
      const circles = circlesOf(slug, Object.fromEntries(PROVINCES.map(({ code }) => [code, 5])), frame);
      expect(circles.length).toBeGreaterThan(0);
      for (const { at, radius } of circles) {
        expect(Math.min(...at) - radius).toBeGreaterThanOrEqual(0);
        expect([at[0] + radius <= frame.width, at[1] + radius <= frame.height]).toEqual([true, true]);
      }
    },
  );
});

test("every province is a circle of exactly one region", () => {
  const codes = [...OUTLINES.keys()].flatMap((slug) => circlesOf(slug, {}, frameOf(slug)).map(({ code }) => code));
  expect(codes.toSorted()).toEqual(PROVINCES.map(({ code }) => code).toSorted());
});

test("circles grow with their counts, the largest comes first, nobody is a dot", () => {
  const circles = circlesOf("umbria", { PG: 4, TR: 16 }, frameOf("umbria"));
  expect(circles.map(({ code, radius }) => [code, radius])).toEqual([
    ["TR", 20],
    ["PG", 15],
  ]);
  expect(circlesOf("umbria", { PG: 4 }, frameOf("umbria")).at(-1)).toMatchObject({ code: "TR", count: 0, radius: 3 });
});

test("no circle hides the letters of another, whatever the counts, and none leaves its town far behind", () => {
  const counts = fc.dictionary(fc.constantFrom(...PROVINCES.map(({ code }) => code)), fc.nat(500), { minKeys: 40 });
  fc.assert(
    fc.property(fc.constantFrom(...OUTLINES.keys()), counts, (region, given) => {
      const frame = frameOf(region);
      const circles = circlesOf(region, given, frame);
      for (const [i, { at, radius, code }] of circles.entries()) {
        const [x, y] = placed(seatOf(code) ?? [0, 0], frame);
        expect(Math.hypot(at[0] - x, at[1] - y), code).toBeLessThan(40);
        for (const other of circles.slice(i + 1))
          expect(Math.hypot(at[0] - other.at[0], at[1] - other.at[1])).toBeGreaterThan(radius + other.radius - 4);
      }
    }),
  );
});

describe("shades", () => {
  test.each([
    [0, 0],
    [1, 1],
    [2, 2],
    [4, 2],
    [5, 3],
    [9, 3],
    [10, 4],
    [16, 4],
    [17, 4],
  ])("of %i where most are 16: %i", (count, shade) => {
    expect(shadeOf(count, boundsOf({ a: 16, b: 1 }))).toBe(shade);
  });

  test.each([
    [{}, []],
    [{ a: 0 }, []],
    [{ a: 1 }, [[1, 1, 1]]],
    [
      { a: 3 },
      [
        [1, 1, 1],
        [3, 2, 2],
        [4, 3, 3],
      ],
    ],
    [
      { a: 16 },
      [
        [1, 1, 1],
        [2, 2, 4],
        [3, 5, 9],
        [4, 10, 16],
      ],
    ],
  ])("the legend of %j is %j", (counts, legend) => {
    expect(
      legendOf(boundsOf(counts as Record<string, number>)).map(({ shade, from, to }) => [shade, from, to]),
    ).toEqual(legend);
  });

  test("more people are never lighter, somebody is never nobody, and the legend says each count once", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2000), { minLength: 1, maxLength: 20 }), (list) => {
        const bounds = boundsOf(Object.fromEntries(list.map((count, i) => [String(i), count])));
        const shades = list.toSorted((a, b) => a - b).map((count) => shadeOf(count, bounds));
        expect(shades).toEqual(shades.toSorted((a, b) => a - b));
        for (const count of list) {
          const shade = shadeOf(count, bounds);
          expect(shade > 0).toBe(count > 0);
          expect(shade).toBeLessThanOrEqual(SHADES);
          const rows = legendOf(bounds).filter(({ from, to }) => from <= count && count <= to);
          expect(rows.map((row) => row.shade)).toEqual(count > 0 ? [shade] : []);
        }
      }),
    );
  });
});
