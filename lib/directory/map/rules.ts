import { ITALY, OUTLINES, type Point, seatOf } from "@/lib/taxonomy/outline/rules";
import { lies, PROVINCES, regionOf, widerPlace } from "@/lib/taxonomy/place/rules";
import type { PlaceRef } from "@/lib/taxonomy/types";
import type { Filters } from "../types";

type Counts = Readonly<Record<string, number>>;

/** How many shades tell counts apart, besides none. */
export const SHADES = 4;
/** Width of the drawing in its own units: about the pixels of a phone. */
const WIDTH = 360;
const MARGIN = 28;
/** Closer than this the corners of the outlines would show. */
const CLOSEST = 1;
const RADIUS = { least: 9, most: 20 } as const;
const TURNS = 60;

/** A sheet of this size, and the map on it at `scale`, moved by `x` and `y`. */
export type Frame = {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly x: number;
  readonly y: number;
};

/** The region whose provinces are shown: the one chosen, or the one around what was chosen. */
export function regionAround(place: PlaceRef | null): string | null {
  if (place === null) return null;
  if (place.type === "region") return OUTLINES.has(place.ref) ? place.ref : null;
  const province = place.type === "province" ? place.ref : widerPlace(place)?.ref;
  return province ? regionOf(province) : null;
}

/** The same search in a place of the map, from the start; a distance belongs to the town chosen before. */
export function narrowedTo(filters: Filters, place: PlaceRef | null): Filters {
  return { ...filters, place, within: null, after: null };
}

/** How the map is put on paper: all of Italy, or one region as large as fits a square. */
export function frameOf(region: string | null): Frame {
  const outline = OUTLINES.get(region ?? "");
  const whole = WIDTH / ITALY.width;
  if (!outline) return { width: WIDTH, height: Math.round(ITALY.height * whole), scale: whole, x: 0, y: 0 };
  const { west, north, width, height } = outline;
  const fits = Math.min(CLOSEST, (WIDTH - 2 * MARGIN) / Math.max(width, height));
  const scale = Math.round(fits * 1000) / 1000;
  return {
    width: WIDTH,
    height: WIDTH,
    scale,
    x: Math.round(WIDTH / 2 - (west + width / 2) * scale),
    y: Math.round(WIDTH / 2 - (north + height / 2) * scale),
  };
}

/** A point of the map on the sheet. */
export function placed([x, y]: Point, frame: Frame): Point {
  return [Math.round(x * frame.scale + frame.x), Math.round(y * frame.scale + frame.y)];
}

/** The highest count of each shade: small ones lie closer together than large ones, so that few people are not nobody. */
export function boundsOf(counts: Counts): readonly number[] {
  const most = Math.max(0, ...Object.values(counts));
  return Array.from({ length: SHADES }, (_, i) => Math.ceil(most * ((i + 1) / SHADES) ** 2));
}

/** Which shade a count has: 0 for nobody, then 1 to 4. */
export function shadeOf(count: number, bounds: readonly number[]): number {
  if (count <= 0) return 0;
  const at = bounds.findIndex((bound) => count <= bound);
  return at === -1 ? bounds.length : at + 1;
}

/** What stands beside the shades: from how many to how many people; a shade that no count can have is left out. */
export function legendOf(bounds: readonly number[]): readonly { shade: number; from: number; to: number }[] {
  return bounds
    .map((to, i) => ({ shade: i + 1, from: (bounds[i - 1] ?? 0) + 1, to }))
    .filter(({ from, to }) => from <= to);
}

export type Circle = { readonly code: string; readonly count: number; readonly at: Point; readonly radius: number };

/** The provinces of a region as circles whose areas follow the counts, largest first; those of towns close by move apart. */
export function circlesOf(region: string, counts: Counts, frame: Frame): readonly Circle[] {
  const own = PROVINCES.filter(({ code }) => lies({ type: "province", ref: code }, { type: "region", ref: region }));
  const most = Math.max(1, ...own.map(({ code }) => counts[code] ?? 0));
  const circles = own.flatMap(({ code }) => {
    const [seat, count] = [seatOf(code), counts[code] ?? 0];
    const radius = RADIUS.least + Math.round((RADIUS.most - RADIUS.least) * Math.sqrt(count / most));
    return seat ? [{ code, count, at: placed(seat, frame), radius: count > 0 ? radius : 3 }] : [];
  });
  return parted(circles.toSorted((a, b) => b.radius - a.radius));
}

/** Circles moved as little as it takes for each to show its letters. */
function parted(circles: readonly Circle[]): readonly Circle[] {
  const centres = circles.map(({ at: [x, y], radius }) => ({ x, y, radius }));
  for (let turn = 0; turn < TURNS; turn++)
    for (const [i, one] of centres.entries()) for (const other of centres.slice(i + 1)) pushApart(one, other);
  return circles.map((circle, i) => {
    const { x, y } = centres[i] ?? { x: circle.at[0], y: circle.at[1] };
    return { ...circle, at: [Math.round(x), Math.round(y)] };
  });
}

type Centre = { x: number; y: number; readonly radius: number };

/** Half of what they overlap, each away from the other; along the horizontal where they stand on one spot. */
function pushApart(one: Centre, other: Centre): void {
  const [dx, dy] = [other.x - one.x, other.y - one.y];
  const distance = Math.hypot(dx, dy);
  const excess = one.radius + other.radius - distance;
  if (excess <= 0) return;
  const [alongX, alongY] = distance === 0 ? [1, 0] : [dx / distance, dy / distance];
  one.x -= (alongX * excess) / 2;
  one.y -= (alongY * excess) / 2;
  other.x += (alongX * excess) / 2;
  other.y += (alongY * excess) / 2;
}
