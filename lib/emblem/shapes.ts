import { type Laying, type Paint, paintsOf } from "./drawing";

/** Text as it may stand in a document. */
export const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

const pathOf = ({ fill, d }: Paint): string => `<path fill="${fill}" d="${d}"/>`;

/** Tiles as paths of a document. */
export const pathsOf = (laid: Pick<Laying, "tiles">): string => paintsOf(laid).map(pathOf).join("");

/** What stands inside the `<svg>` of an emblem on a page. Text, since lists draw many: one element each, and not seven. */
export function shapesOf({ tiles, seats, initials }: Laying): string {
  const free = seats && `<path class="em-free" d="${seats}"/>`;
  const letters = initials
    ? `<text class="initials" x="6" y="7.7" fill="${initials.fill}">${escaped(initials.text)}</text>`
    : "";
  return pathsOf({ tiles }) + free + letters;
}

/** The same where each tile falls into place by itself. */
export function laidShapesOf({ tiles }: Pick<Laying, "tiles">): string {
  return tiles.map(({ ground, motif }) => `<g>${pathOf(ground)}${pathOf(motif)}</g>`).join("");
}
