/** Drawn on a 12 × 12 tile whose north-west corner looks at the centre of its block. Absolute M, L, H, V, A, Z only. */
export const MOTIFS = {
  quarto: "M0 0H12A12 12 0 0 1 0 12Z",
  foglia: "M0 0A12 12 0 0 1 12 12A12 12 0 0 1 0 0Z",
  clessidra: "M0 0H12L0 12H12Z",
  rombo: "M6 0L12 6L6 12L0 6Z",
  archi: "M12 0A12 12 0 0 1 0 12V8A8 8 0 0 0 8 0ZM4 0A4 4 0 0 1 0 4V0Z",
  ponte: "M0 0H12V12H9.5V6A3.5 3.5 0 0 0 2.5 6V12H0Z",
  meta: "M0 0H12L0 12Z",
  scala: "M0 0H12V3H9V6H6V9H3V12H0Z",
  seme: "M6 2A4 4 0 0 1 6 10A4 4 0 0 1 6 2Z",
  cornice: "M0 0H12V12H0ZM3 3V9H9V3Z",
  scaglie: "M0 6A6 6 0 0 1 12 6ZM0 12A6 6 0 0 1 12 12Z",
  petali:
    "M6 6A6 6 0 0 1 0 0A6 6 0 0 1 6 6A6 6 0 0 1 12 0A6 6 0 0 1 6 6A6 6 0 0 1 12 12A6 6 0 0 1 6 6A6 6 0 0 1 0 12A6 6 0 0 1 6 6Z",
} as const;

export type Motif = keyof typeof MOTIFS;

/** Where a tile lies and how it is mirrored. Tiles mirror, they never rotate: pinwheels can resemble symbols nobody wants. */
export type Place = {
  readonly x: number;
  readonly y: number;
  readonly side: number;
  readonly flipX?: number;
  readonly flipY?: number;
  /** Mirrored on its diagonal, before the flips. */
  readonly isTurned?: boolean;
};

/** One step of the pen, with its end written in full. */
type Step = {
  readonly command: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly sweep: number;
};

const STEPS = new Map(Object.entries(MOTIFS).map(([motif, path]) => [motif, stepsOf(path)]));

function stepsOf(path: string): Step[] {
  let end: readonly [number, number] = [0, 0];
  return [...path.matchAll(/([MLHVAZ])([^MLHVAZ]*)/g)].map(([, command = "", rest = ""]) => {
    const numbers = rest.split(" ").filter(Boolean).map(Number);
    if (command !== "Z") end = endOf(command, numbers, end);
    const [radius = 0, , , , sweep = 0] = command === "A" ? numbers : [];
    return { command: command === "H" || command === "V" ? "L" : command, x: end[0], y: end[1], radius, sweep };
  });
}

function endOf(
  command: string,
  numbers: readonly number[],
  [x, y]: readonly [number, number],
): readonly [number, number] {
  if (command === "H") return [numbers[0] ?? x, y];
  if (command === "V") return [x, numbers[0] ?? y];
  const [toX = x, toY = y] = numbers.slice(-2);
  return [toX, toY];
}

const short = (length: number) => Math.round(length * 100) / 100;

/** The whole tile as path data. */
export function groundPath({ x, y, side }: Place): string {
  const edge = short(side);
  return `M${short(x)} ${short(y)}h${edge}v${edge}h-${edge}z`;
}

/** Every emblem is laid on one of few grids, so few different tiles are ever asked for. */
const drawn = new Map<string, string>();

/** The motif as path data in the coordinates of the emblem, so that tiles of one colour share one path. */
export function motifPath(motif: Motif, place: Place): string {
  const key = `${motif} ${place.x} ${place.y} ${place.side} ${place.flipX} ${place.flipY} ${place.isTurned}`;
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const path = motifAt(motif, place);
  drawn.set(key, path);
  return path;
}

function motifAt(motif: Motif, place: Place): string {
  const { flipX = 1, flipY = 1, isTurned = false } = place;
  const scale = place.side / 12;
  const at = (x: number, y: number) => {
    const [u, v] = isTurned ? [y, x] : [x, y];
    return `${short(place.x + (6 + flipX * (u - 6)) * scale)} ${short(place.y + (6 + flipY * (v - 6)) * scale)}`;
  };
  const isMirrored = flipX * flipY < 0 !== isTurned;

  return (STEPS.get(motif) ?? [])
    .map(({ command, x, y, radius, sweep }) => {
      if (command === "Z") return "Z";
      if (command !== "A") return `${command}${at(x, y)}`;
      const r = short(radius * scale);
      return `A${r} ${r} 0 0 ${isMirrored ? 1 - sweep : sweep} ${at(x, y)}`;
    })
    .join("");
}
