import type { Tile } from "./drawing";
import type { Mason } from "./mason";

export type Grid = readonly [columns: number, rows: number, thinsFrom: number];
export type Laid = { readonly tiles: readonly Tile[]; readonly seats: string };

type Square = { readonly left: number; readonly top: number; readonly unit: number; readonly side: number };

const seatAt = (column: number, row: number) => `M${column * 12 + 0.7} ${row * 12 + 0.7}h10.6v10.6h-10.6z`;

/** A square mirrored on both axes: orbit 0 is the heart, 1 the corners, 2 and 3 the sides. */
export function block(mason: Mason, { left, top, unit, side }: Square, heart = 0): Tile[] {
  return Array.from({ length: side * side }, (_, i) => {
    const x = (i % side) - (side - 1) / 2;
    const y = Math.floor(i / side) - (side - 1) / 2;
    const isTurned = Math.abs(x) < Math.abs(y);
    const which = orbitOf(x, y, mason.valueCount);
    const orbit = mason.orbits[which] ?? { x: 1, y: 1, isSwapped: false };
    return mason.lay({
      x: left + (i % side) * unit,
      y: top + Math.floor(i / side) * unit,
      unit,
      value: which + heart,
      isSwapped: orbit.isSwapped,
      flipX: x < 0 ? -orbit.x : orbit.x,
      flipY: y < 0 ? -orbit.y : orbit.y,
      isTurned,
    });
  });
}

function orbitOf(x: number, y: number, valueCount: number): number {
  if (Math.max(Math.abs(x), Math.abs(y)) < 1) return 0;
  if (Math.abs(x) === Math.abs(y)) return 1;
  return Math.abs(x) < Math.abs(y) && valueCount > 3 ? 3 : 2;
}

/** Seats fill from the heart outwards, in an order of their own. */
export function project(mason: Mason, covered: number): Laid {
  const rest = [0, 1, 2, 3, 5, 6, 7, 8]
    .map((spot) => [mason.random(), spot] as const)
    .sort(([a], [b]) => a - b)
    .map(([, spot]) => spot);
  const laid = covered >= 1 ? 9 : 1 + Math.floor(covered * 8);
  const filled = new Set([4, ...rest].slice(0, laid));
  const all = block(mason, { left: 0, top: 0, unit: 12, side: 3 });
  return {
    tiles: all.filter((_, spot) => filled.has(spot)),
    seats: all.map((_, spot) => (filled.has(spot) ? "" : seatAt(spot % 3, Math.floor(spot / 3)))).join(""),
  };
}

/** The mark, then big, plain and small tiles, thinning out to the right where places are still free. */
export function banner(mason: Mason, grid: Grid): Laid {
  const [columns, rows, thinsFrom] = grid;
  const taken = new Set(Array.from({ length: 16 }, (_, i) => `${Math.floor(i / 4)},${i % 4}`));
  const tiles = block(mason, { left: 0, top: 0, unit: 12, side: 4 });
  let seats = "";

  for (let i = 0; i < columns * rows; i += 1) {
    const [column, row] = [Math.floor(i / rows), i % rows];
    const roll = rollFor(mason, row);
    if (taken.has(`${column},${row}`)) continue;
    if (mason.random() < (column / columns - thinsFrom) / (1.08 - thinsFrom)) seats += seatAt(column, row);
    else
      tiles.push(
        ...laidAt(mason, { column, row, isBig: roll.dice < 0.26 && claimed(taken, grid, [column, row]), ...roll }),
      );
  }
  return { tiles, seats };
}

/** Takes the three cells a double tile also covers, when all are free. */
function claimed(taken: Set<string>, [columns, rows]: Grid, [column, row]: readonly [number, number]): boolean {
  const neighbours = [`${column},${row + 1}`, `${column + 1},${row}`, `${column + 1},${row + 1}`];
  const isFree = column + 1 < columns && row + 1 < rows && !neighbours.some((spot) => taken.has(spot));
  if (isFree) for (const spot of neighbours) taken.add(spot);
  return isFree;
}

type Roll = {
  readonly dice: number;
  readonly isSwapped: boolean;
  readonly value: number;
  readonly flipX: number;
  readonly flipY: number;
};

/** Every cell throws, laid or not, so that one more column never redraws those before it. */
function rollFor(mason: Mason, row: number): Roll {
  const dice = mason.random();
  const isSwapped = mason.random() < 0.5;
  return { dice, isSwapped, value: anyValue(mason), flipX: mason.sign(), flipY: row % 2 ? 1 : -1 };
}

/** Earlier values come more often. */
function anyValue({ valueCount, random }: Mason): number {
  const weights = Array.from({ length: valueCount }, (_, i) => 1 / (i + 1.5));
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  const chosen = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return Math.max(0, chosen);
}

type Spot = Roll & { readonly column: number; readonly row: number; readonly isBig: boolean };

function laidAt(mason: Mason, { column, row, isBig, dice, ...tile }: Spot): readonly Tile[] {
  const [x, y] = [column * 12, row * 12];
  if (isBig && dice > 0.13) return [mason.lay({ x, y, unit: 24, ...tile })];
  if (isBig) return block(mason, { left: x, top: y, unit: 12, side: 2 }, tile.value);
  if (dice > 0.86) return block(mason, { left: x, top: y, unit: 6, side: 2 }, tile.value);
  return [mason.lay({ x, y, unit: 12, ...tile })];
}
