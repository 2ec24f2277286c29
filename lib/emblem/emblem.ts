import type { Drawing, Laying, Tile } from "./drawing";
import { type Mason, masonFor } from "./mason";
import { banner, block, type Grid, project } from "./mosaic";
import { groundPath, motifPath } from "./motifs";
import { shapesOf } from "./shapes";
import { colourOf, lightnessOf } from "./stones";

export type EmblemInput = {
  readonly slug: string;
  /** Value slugs in the order of the charter; the first rules the centre. Unknown ones get a stable tile of their own. */
  readonly values: readonly string[];
  readonly kind?: "association" | "project" | "member";
  /** icon ≤ 32 px, mark ≤ 160 px, banner 4:1. A project has one size; a member's mark carries the initials. */
  readonly size?: "icon" | "mark" | "banner";
  readonly initials?: string;
  /** Projects: share of the seats covered, 0 to 1. */
  readonly covered?: number;
  /** Banners: columns, rows, and the share of the width (0 to 1) after which tiles are still missing. */
  readonly grid?: Grid;
};

const BANNER: Grid = [16, 4, 0.55];

/** Emblems of associations and projects already drawn: lists show the same few again and again. Emptied when full. */
const drawn = new Map<string, Drawing>();
const DRAWN_MAX = 2000;

function remembered(key: string, draw: () => Drawing): Drawing {
  const known = drawn.get(key);
  if (known) return known;
  if (drawn.size >= DRAWN_MAX) drawn.clear();
  const drawing = draw();
  drawn.set(key, drawing);
  return drawing;
}

/**
 * The Tessera emblem. A person is one tile; a project is a 3 × 3 whose missing seats stay empty; an association is a
 * mosaic: its icon (2 × 2) is the heart of its mark (4 × 4), and the mark opens its banner (16 × 4).
 * The same input gives the same drawing everywhere.
 */
export function emblem(input: EmblemInput): Drawing {
  const { slug, values, kind = "association", size = "mark", covered = 1 } = input;
  if (kind === "member" || size === "banner") return drawingOf(input);
  return remembered(`${kind} ${size} ${covered} ${slug} ${values.join("\n")}`, () => drawingOf(input));
}

function drawingOf(input: EmblemInput): Drawing {
  const laid = laidOf(input);
  return { ...laid, shapes: shapesOf(laid) };
}

function laidOf(input: EmblemInput): Laying {
  const { slug, kind = "association", size = "mark" } = input;
  const values = input.values.length > 0 ? input.values : [slug];
  const isBanner = kind === "association" && size === "banner";
  const mason = masonFor({ slug, values, hasJoint: kind !== "member", isVeined: isBanner });

  if (kind === "member") return member(mason, input.initials);
  if (kind === "project") return { ...square(36), ...project(mason, input.covered ?? 1) };
  if (isBanner) {
    const grid = input.grid ?? BANNER;
    return { width: grid[0] * 12, height: grid[1] * 12, isBanner, ...banner(mason, grid) };
  }
  const side = size === "icon" ? 2 : 4;
  return { ...square(side * 12), tiles: block(mason, { left: 0, top: 0, unit: 12, side }) };
}

const square = (side: number): Laying => ({
  width: side,
  height: side,
  tiles: [],
  seats: "",
  isBanner: false,
});

function member(mason: Mason, initials: string | undefined): Laying {
  if (initials === undefined) {
    const tile = mason.lay({ x: 0, y: 0, unit: 12, value: 0, isSwapped: false, flipX: mason.sign(), flipY: 1 });
    return { ...square(12), tiles: [tile] };
  }
  const [motif, own] = mason.tessera(0);
  const isLight = lightnessOf(own) > 50;
  const whole = { x: 0, y: 0, side: 12 };
  const tile: Tile = {
    ground: { fill: colourOf(own), d: groundPath(whole) },
    motif: { fill: colourOf(own, isLight ? 5 : -5), d: motifPath(motif, whole) },
  };
  return { ...square(12), tiles: [tile], initials: { text: initials, fill: colourOf(isLight ? "nero" : "avorio") } };
}
