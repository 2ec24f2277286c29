import type { Drawing } from "./drawing";
import { escaped, pathsOf } from "./shapes";

/** The drawing as a file of its own, for link previews and downloads; pages use components/ui/emblem.tsx. */
export function svgOf(drawing: Drawing, title?: string): string {
  const { width, height, seats, initials } = drawing;
  const free =
    seats &&
    `<path d="${seats}" fill="none" stroke="currentColor" stroke-dasharray="3 3" vector-effect="non-scaling-stroke"/>`;
  const letters =
    initials &&
    `<text x="6" y="7.7" text-anchor="middle" font-family="Piazzolla,Georgia,serif" font-size="4.8" font-weight="600" fill="${initials.fill}">${escaped(initials.text)}</text>`;
  const fit = drawing.isBanner ? ' preserveAspectRatio="xMinYMin slice"' : "";
  const name = title ? ` role="img"><title>${escaped(title)}</title>` : ' aria-hidden="true">';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" fill-rule="evenodd"${fit}${name}${pathsOf(drawing)}${free}${letters ?? ""}</svg>`;
}
