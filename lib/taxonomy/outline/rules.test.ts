import { describe, expect, test } from "vitest";
import { findMunicipality, PROVINCES, REGIONS, regionOf } from "../place/rules";
import { capitalOf, ITALY, OUTLINES, type Point, pointOf, seatOf } from "./rules";

/** About six kilometres: outlines are simplified, and towns lie on the sea. */
const NEAR = 12;

/** The rings of a path made of «M» and relative lines. */
function ringsOf(path: string): Point[][] {
  return path
    .split("z")
    .filter(Boolean)
    .map((ring) => {
      const [x = 0, y = 0, ...steps] = (ring.match(/-?\d+/g) ?? []).map(Number);
      const points: Point[] = [[x, y]];
      for (let i = 0; i < steps.length; i += 2) {
        const [lastX, lastY] = points.at(-1) ?? [0, 0];
        points.push([lastX + (steps[i] ?? 0), lastY + (steps[i + 1] ?? 0)]);
      }
      return points;
    });
}

function contains(ring: readonly Point[], [x, y]: Point): boolean {
  return ring.reduce((isInside, [ax, ay], i) => {
    const [bx, by] = ring.at(i - 1) ?? [0, 0];
    const crosses = ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax;
    return crosses ? !isInside : isInside;
  }, false);
}

/** How far a point is from the nearest side of a ring. */
const distanceTo = (ring: readonly Point[], [x, y]: Point) =>
  Math.min(
    ...ring.map(([ax, ay], i) => {
      const [bx, by] = ring.at(i - 1) ?? [ax, ay];
      const [dx, dy] = [bx - ax, by - ay];
      const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1);
      const t = Math.max(0, Math.min(1, along));
      return Math.hypot(ax + t * dx - x, ay + t * dy - y);
    }),
  );

const outlineOf = (slug: string) => {
  const outline = OUTLINES.get(slug);
  if (!outline) throw new Error(`no outline of ${slug}`);
  return outline;
};

describe("the map of Italy", () => {
  test("draws every region of the taxonomy and no other", () => {
    expect([...OUTLINES.keys()].toSorted()).toEqual(REGIONS.map(({ slug }) => slug).toSorted());
  });

  test("weighs little, since it stands in the page", () => {
    expect([...OUTLINES.values()].reduce((sum, { path }) => sum + path.length, 0)).toBeLessThan(12_000);
  });

  test.each([...OUTLINES.keys()])("%s lies in the map, in the box it says, around its own middle", (slug) => {
    const { path, middle, west, north, width, height } = outlineOf(slug);
    const rings = ringsOf(path);
    const [xs, ys] = [rings.flat().map(([x]) => x), rings.flat().map(([, y]) => y)];
    expect([Math.min(...xs), Math.min(...ys)]).toEqual([west, north]);
    expect([Math.max(...xs), Math.max(...ys)]).toEqual([west + width, north + height]);
    expect([west, north, ITALY.width - west - width, ITALY.height - north - height].every((gap) => gap > 0)).toBe(true);
    expect(contains(rings[0] ?? [], middle)).toBe(true);
  });

  test.each(PROVINCES.map(({ code }) => code))("%s is drawn in its region, or on its coast", (code) => {
    const seat = seatOf(code);
    if (!seat) throw new Error(`${code} is drawn nowhere`);
    const own = ringsOf(outlineOf(regionOf(code) ?? "").path);
    const isNear = own.some((ring) => contains(ring, seat) || distanceTo(ring, seat) < NEAR);
    expect(isNear).toBe(true);
  });
});

test("no two provinces are drawn at one place", () => {
  const seats = PROVINCES.map(({ code }) => seatOf(code)?.map(Math.round).join());
  expect(new Set(seats).size).toBe(PROVINCES.length);
});

test("north is up, east is right", () => {
  const at = (slug: string) => pointOf(findMunicipality(slug) ?? { lat: 0, lon: 0 });
  expect(at("milano")[1]).toBeLessThan(at("palermo")[1]);
  expect(at("torino")[0]).toBeLessThan(at("bari")[0]);
});

test.each([
  ["BO", "Bologna"],
  ["VA", "Varese"],
  ["FC", "Forlì"],
  ["MB", "Monza"],
  ["BT", "Barletta"],
  ["PU", "Pesaro"],
  ["OT", "Olbia"],
])("%s is drawn at %s", (code, town) => {
  const province = PROVINCES.find((one) => one.code === code);
  expect(province && capitalOf(province)?.name.it).toBe(town);
});

test("what is no province is drawn nowhere", () => {
  expect(seatOf("ZZ")).toBeNull();
});
