import { chance } from "./chance";
import type { Tile } from "./drawing";
import { groundPath, motifPath } from "./motifs";
import { colourOf, lightnessOf, type Stone } from "./stones";
import { type Tessera, tesseraOf } from "./vocabulary";

/** How one tile is laid: which value it shows, its place, its mirrors, and whether ground and motif change colours. */
export type Lay = {
  readonly x: number;
  readonly y: number;
  readonly unit: number;
  readonly value: number;
  readonly isSwapped: boolean;
  readonly flipX: number;
  readonly flipY: number;
  readonly isTurned?: boolean;
};

type Orbit = { readonly x: number; readonly y: number; readonly isSwapped: boolean };

/** Whoever lays the tiles of one emblem: its values, its hand, and a stream of chance that the slug decides. */
export type Mason = {
  readonly valueCount: number;
  readonly random: () => number;
  readonly sign: () => number;
  readonly orbits: readonly Orbit[];
  readonly tessera: (value: number) => Tessera;
  readonly lay: (tile: Lay) => Tile;
};

export type Craft = {
  readonly slug: string;
  readonly values: readonly string[];
  /** Joint between tiles; a person's single tile has none. */
  readonly hasJoint: boolean;
  /** Wide floors vary a little from tile to tile, as stone does. */
  readonly isVeined: boolean;
};

/** Steps of lightness between tiles of one stone; few, so that paths can be shared. */
const VEIN = 1.1;

const standsOut = (other: Stone, own: Stone) => Math.abs(lightnessOf(other) - lightnessOf(own)) >= 30;

export function masonFor({ slug, values, hasJoint, isVeined }: Craft): Mason {
  const random = chance(slug);
  const sign = () => (random() < 0.5 ? -1 : 1);
  const orbits = [0, 1, 2, 3].map((i) => ({ x: sign(), y: sign(), isSwapped: i > 0 && random() < 0.45 }));
  const tessera = (value: number) => tesseraOf(values[value % values.length] ?? slug);
  const shade = () => {
    const vein = Math.round(((random() - 0.5) * 3.2) / VEIN) * VEIN;
    return isVeined ? vein : 0;
  };

  /** A value's own stone against the next value's that stands out from it. */
  function contrasting(value: number, own: Stone): Stone {
    for (let next = value + 1; next <= value + values.length; next += 1) {
      const other = tessera(next)[1];
      if (standsOut(other, own)) return other;
    }
    return standsOut("avorio", own) || !standsOut("nero", own) ? "avorio" : "nero";
  }

  function lay({ x, y, unit, value, isSwapped, ...mirrors }: Lay): Tile {
    const [motif, own] = tessera(value);
    const other = contrasting(value, own);
    const joint = hasJoint ? Math.min(0.42, unit / 20) : 0;
    const place = { x: x + joint, y: y + joint, side: unit - 2 * joint, ...mirrors };
    return {
      ground: { fill: colourOf(isSwapped ? own : other, shade()), d: groundPath(place) },
      motif: { fill: colourOf(isSwapped ? other : own, shade()), d: motifPath(motif, place) },
    };
  }

  return { valueCount: values.length, random, sign, orbits, tessera, lay };
}
