import { correctionOf } from "./reed-solomon";

type Version = { readonly correction: number; readonly blocks: readonly number[]; readonly align: readonly number[] };

/** Level M of ISO/IEC 18004, versions 1 to 10: bytes of correction a block, bytes of data in each block, centres of alignment. */
const VERSIONS: readonly Version[] = [
  { correction: 10, blocks: [16], align: [] },
  { correction: 16, blocks: [28], align: [6, 18] },
  { correction: 26, blocks: [44], align: [6, 22] },
  { correction: 18, blocks: [32, 32], align: [6, 26] },
  { correction: 24, blocks: [43, 43], align: [6, 30] },
  { correction: 16, blocks: [27, 27, 27, 27], align: [6, 34] },
  { correction: 18, blocks: [31, 31, 31, 31], align: [6, 22, 38] },
  { correction: 22, blocks: [38, 38, 39, 39], align: [6, 24, 42] },
  { correction: 22, blocks: [36, 36, 36, 37, 37], align: [6, 26, 46] },
  { correction: 26, blocks: [43, 43, 43, 43, 44], align: [6, 28, 50] },
];

/** Rows of a QR code, dark where true, without the quiet zone of four around it. */
export type QrCode = readonly (readonly boolean[])[];

/** A text as a QR code: bytes of UTF-8, level M, the smallest of versions 1 to 10 that holds it. Throws above 213 bytes. */
export function qrCodeOf(text: string): QrCode {
  const bytes = [...new TextEncoder().encode(text)];
  const number = VERSIONS.findIndex((version, i) => bytes.length <= sum(version.blocks) - (i < 9 ? 2 : 3)) + 1;
  const version = VERSIONS[number - 1];
  if (!version) throw new RangeError(`${bytes.length} bytes are more than a version 10 code holds`);
  const words = interleave(padded(bytes, number, sum(version.blocks)), version);
  const masked = MASKS.map((_, mask) => draw({ number, version, words, mask }));
  const penalties = masked.map(penaltyOf);
  return masked[penalties.indexOf(Math.min(...penalties))] ?? [];
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/** Mode, length, bytes, end, then 236 and 17 by turns until the code is full. */
function padded(bytes: readonly number[], number: number, capacity: number): number[] {
  const bits = [4, ...(number < 10 ? [] : [bytes.length >> 12, bytes.length >> 8])].map((nibble) => nibble & 15);
  const length = [bytes.length >> 4, bytes.length].map((nibble) => nibble & 15);
  const nibbles = [...bits, ...length, ...bytes.flatMap((byte) => [byte >> 4, byte & 15]), 0];
  const words: number[] = [];
  for (let i = 0; i + 1 < nibbles.length; i += 2) words.push(((nibbles[i] ?? 0) << 4) | (nibbles[i + 1] ?? 0));
  for (let pad = 236; words.length < capacity; pad = 253 - pad) words.push(pad);
  return words;
}

/** The first byte of each block, the second of each…, then the same of their corrections. */
function interleave(words: readonly number[], { blocks, correction }: Version): number[] {
  const data = blocks.map((length, i) => {
    const from = sum(blocks.slice(0, i));
    return words.slice(from, from + length);
  });
  const corrections = data.map((block) => correctionOf(block, correction));
  return [data, corrections].flatMap((parts) =>
    Array.from({ length: Math.max(...parts.map(({ length }) => length)) }, (_, i) =>
      parts.flatMap((part) => (i < part.length ? [part[i] ?? 0] : [])),
    ).flat(),
  );
}

const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

type Plan = { number: number; version: Version; words: readonly number[]; mask: number };
type Grid = (boolean | null)[][];

function draw({ number, version, words, mask }: Plan): boolean[][] {
  const side = 17 + 4 * number;
  const grid: Grid = Array.from({ length: side }, () => Array<boolean | null>(side).fill(null));
  drawPatterns(grid, version.align);
  drawFormat(grid, mask);
  if (number >= 7) drawVersion(grid, number);
  drawWords(grid, words, MASKS[mask] ?? (() => false));
  return grid as boolean[][];
}

function set(grid: Grid, x: number, y: number, isDark: boolean): void {
  const row = grid[y];
  if (row && x >= 0 && x < row.length) row[x] = isDark;
}

function drawPatterns(grid: Grid, align: readonly number[]): void {
  const side = grid.length;
  for (let i = 0; i < side; i++)
    for (const [x, y] of [
      [6, i],
      [i, 6],
    ] as const)
      set(grid, x, y, i % 2 === 0);
  for (const [x, y] of [
    [3, 3],
    [side - 4, 3],
    [3, side - 4],
  ] as const)
    drawSquares(grid, { x, y, reach: 4 });
  const last = align.length - 1;
  align.forEach((y, i) => {
    align.forEach((x, j) => {
      const isCorner = (i === 0 && (j === 0 || j === last)) || (i === last && j === 0);
      if (!isCorner) drawSquares(grid, { x, y, reach: 2 });
    });
  });
}

/** Squares around a centre: a finder reaches four (the light border included), an alignment two. */
function drawSquares(grid: Grid, { x, y, reach }: { x: number; y: number; reach: 2 | 4 }): void {
  for (let dy = -reach; dy <= reach; dy++)
    for (let dx = -reach; dx <= reach; dx++) {
      const ring = Math.max(Math.abs(dx), Math.abs(dy));
      set(grid, x + dx, y + dy, reach === 4 ? ring !== 2 && ring !== 4 : ring !== 1);
    }
}

/** Appends to some bits their remainder by a generator: how format and version are guarded. */
function guarded(bits: number, generator: number, degree: number): number {
  let rest = bits;
  for (let i = 0; i < degree; i++) rest = (rest << 1) ^ ((rest >>> (degree - 1)) * generator);
  return (bits << degree) | rest;
}

// Where the fifteen bits of the format stand, beside column 8 and row 8; below zero, from the far end.
const FORMAT_DOWN = [0, 1, 2, 3, 4, 5, 7, 8, -7, -6, -5, -4, -3, -2, -1];
const FORMAT_ACROSS = [-1, -2, -3, -4, -5, -6, -7, -8, 7, 5, 4, 3, 2, 1, 0];

/** Level M is 00; twice, around the finders. */
function drawFormat(grid: Grid, mask: number): void {
  const bits = guarded(mask, 0x537, 10) ^ 0x5412;
  const from = (place = 0) => (place < 0 ? grid.length + place : place);
  for (let i = 0; i < 15; i++) {
    const isDark = ((bits >>> i) & 1) === 1;
    set(grid, 8, from(FORMAT_DOWN[i]), isDark);
    set(grid, from(FORMAT_ACROSS[i]), 8, isDark);
  }
  set(grid, 8, grid.length - 8, true);
}

function drawVersion(grid: Grid, number: number): void {
  const bits = guarded(number, 0x1f25, 12);
  for (let i = 0; i < 18; i++) {
    const isDark = ((bits >>> i) & 1) === 1;
    const [far, near] = [grid.length - 11 + (i % 3), Math.floor(i / 3)];
    set(grid, far, near, isDark);
    set(grid, near, far, isDark);
  }
}

/** Every place in pairs of columns from the right, up and down by turns; the column of the timing is none of them. */
function* placesOf(side: number): Generator<readonly [x: number, y: number]> {
  const pairs = Array.from({ length: (side - 1) / 2 }, (_, i) => side - 1 - 2 * i).map((x) => (x > 6 ? x : x - 1));
  for (const [i, right] of pairs.entries())
    for (let step = 0; step < side; step++)
      for (const x of [right, right - 1]) yield [x, i % 2 === 0 ? side - 1 - step : step];
}

/** The bits, around what is drawn already. */
function drawWords(grid: Grid, words: readonly number[], mask: (x: number, y: number) => boolean): void {
  let bit = 0;
  for (const [x, y] of placesOf(grid.length)) {
    if (grid[y]?.[x] !== null) continue;
    const isSet = (((words[bit >> 3] ?? 0) >>> (7 - (bit & 7))) & 1) === 1;
    set(grid, x, y, isSet !== mask(x, y));
    bit += 1;
  }
}

/** How hard a code is to read: runs, squares, what looks like a finder, and too much of one shade. */
function penaltyOf(rows: boolean[][]): number {
  const columns = rows.map((_, x) => rows.map((row) => row[x] ?? false));
  const lines = [...rows, ...columns].map((line) => line.map((isDark) => (isDark ? "1" : "0")).join(""));
  const runs = lines.flatMap((line) => line.match(/0{5,}|1{5,}/g) ?? []).map(({ length }) => length - 2);
  const finders = lines.map((line) => [...line.matchAll(/(?=10111010000|00001011101)/g)].length * 40);
  const squares = rows.flatMap((row, y) =>
    row.map((isDark, x) =>
      x > 0 && y > 0 && [row[x - 1], rows[y - 1]?.[x], rows[y - 1]?.[x - 1]].every((one) => one === isDark) ? 3 : 0,
    ),
  );
  const share = (rows.flat().filter(Boolean).length * 20) / rows.length ** 2;
  return sum(runs) + sum(finders) + sum(squares) + Math.floor(Math.abs(share - 10)) * 10;
}
