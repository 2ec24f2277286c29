/** Path data in one colour. */
export type Paint = { readonly fill: string; readonly d: string };

export type Tile = { readonly ground: Paint; readonly motif: Paint };

/** An emblem before it becomes text: any renderer draws tiles, then the free seats, then the initials. */
export type Laying = {
  readonly width: number;
  readonly height: number;
  readonly tiles: readonly Tile[];
  /** Outlines of the places still free, in the colour of the text around; empty when none is. */
  readonly seats: string;
  readonly initials?: { readonly text: string; readonly fill: string };
  /** Banners keep whole rows and are cropped on the right. */
  readonly isBanner: boolean;
};

/** An emblem, with what stands inside its `<svg>` on a page. */
export type Drawing = Laying & { readonly shapes: string };

/** The fewest paths that draw the same tiles: one for each colour of the grounds, then one for each of the motifs. */
export function paintsOf({ tiles }: Pick<Laying, "tiles">): Paint[] {
  return [...byFill(tiles.map((tile) => tile.ground)), ...byFill(tiles.map((tile) => tile.motif))];
}

function byFill(paints: readonly Paint[]): Paint[] {
  const paths = new Map<string, string>();
  for (const { fill, d } of paints) paths.set(fill, (paths.get(fill) ?? "") + d);
  return [...paths].map(([fill, d]) => ({ fill, d }));
}
