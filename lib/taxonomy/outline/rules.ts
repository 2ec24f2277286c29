import file from "../data/outlines.json";
import { MUNICIPALITIES, PROVINCES } from "../place/rules";
import type { Municipality, Province } from "../types";

export type Point = readonly [x: number, y: number];

/** The shape of a region on the map of Italy, in its units: x to the east, y to the south. */
export type Outline = {
  readonly path: string;
  /** The point farthest from its border, where a number has most room. */
  readonly middle: Point;
  readonly west: number;
  readonly north: number;
  readonly width: number;
  readonly height: number;
};

export const ITALY = { width: file.width, height: file.height } as const;

/** By slug of the region. */
export const OUTLINES: ReadonlyMap<string, Outline> = new Map(
  Object.entries(file.regions).map(([slug, { outline, middle, box }]) => {
    const [west = 0, north = 0, east = 0, south = 0] = box;
    const [x = 0, y = 0] = middle;
    return [slug, { path: outline, middle: [x, y], west, north, width: east - west, height: south - north }];
  }),
);

const RADIANS = Math.PI / 180;
const [SOUTHERN, NORTHERN, CENTRE, MERIDIAN] = [38 * RADIANS, 46 * RADIANS, 42 * RADIANS, 12.5 * RADIANS];
const CONE = (Math.sin(SOUTHERN) + Math.sin(NORTHERN)) / 2;
const distance = (latitude: number) =>
  Math.sqrt(Math.cos(SOUTHERN) ** 2 + 2 * CONE * (Math.sin(SOUTHERN) - Math.sin(latitude))) / CONE;

/** Where a place lies on the map: Albers’ equal-area conic, as the outlines were drawn. */
export function pointOf({ lat, lon }: { readonly lat: number; readonly lon: number }): Point {
  const [radius, angle] = [distance(lat * RADIANS), CONE * (lon * RADIANS - MERIDIAN)];
  return [
    radius * Math.sin(angle) * file.scale + file.east,
    (radius * Math.cos(angle) - distance(CENTRE)) * file.scale + file.south,
  ];
}

/** The town a province is drawn at: its namesake, else the first of its name («Forlì» of Forlì-Cesena), else the largest. */
export function capitalOf({ code, name }: Province): Municipality | null {
  const towns = MUNICIPALITIES.filter(({ province }) => province === code);
  const largest = towns.toSorted((a, b) => b.population - a.population)[0];
  return (
    towns.find((town) => town.name.it === name.it) ??
    towns.find((town) => name.it.startsWith(town.name.it)) ??
    largest ??
    null
  );
}

const seats = new Map(
  PROVINCES.flatMap((province) => {
    const capital = capitalOf(province);
    return capital ? [[province.code, pointOf(capital)] as const] : [];
  }),
);

/** Where a province is drawn, by its code; null when there is no such province. */
export function seatOf(provinceCode: string): Point | null {
  return seats.get(provinceCode) ?? null;
}
