import { spread } from "../measure/statistics.mjs";
import { bytes, factor, milliseconds } from "./figures.mjs";
import { absent, line } from "./lines.mjs";

/** G7, G8: what a browser gets and does. */
export function browserTargets({ browser }) {
  if (!browser) return [absent("G7", "in the browser", "no Chromium here")];
  const { directory, empty, prefetch, suggestions } = browser;
  const scripts = directory.scripts / empty.scripts;
  const felt = (what, value, limit, isMet) => line("G7", what, { value, limit, isMet });
  return [
    line("G7", "first-load JavaScript", {
      value: `${factor(scripts)} (${bytes(directory.scripts)})`,
      limit: "≤ 1.10 × F1",
      floor: bytes(empty.scripts),
      isMet: scripts <= 1.1,
    }),
    felt("cold transfer", bytes(directory.transfer), "≤ 210 kB", directory.transfer <= 210_000),
    felt("LCP, 4 × slower", milliseconds(directory.lcp), "≤ 1250 ms", directory.lcp <= 1250),
    felt("INP while typing, 4 × slower", milliseconds(directory.interaction), "≤ 50 ms", directory.interaction <= 50),
    felt("CLS", directory.cls.toFixed(3), "0", directory.cls === 0),
    felt("total blocking, 4 × slower", milliseconds(directory.blocking), "≤ 50 ms", directory.blocking <= 50),
    suggestionTarget(suggestions),
    line("G8", `prefetches for ${prefetch.links} profile links`, {
      value: String(prefetch.requests),
      limit: "≤ 3",
      isMet: prefetch.requests <= 3,
    }),
  ];
}

function suggestionTarget(suggestions) {
  const what = "key to first suggestion";
  if (suggestions === null) return absent("–", what, "not measured: no field of the page suggests");
  const silent = suggestions.filter(({ took }) => took === null);
  if (silent.length > 0)
    return line("–", what, { value: `never for «${silent[0].word}»`, limit: "≤ 150 ms", isMet: false });
  const { median, high } = spread(suggestions.map(({ took }) => took));
  const value = `${milliseconds(median)}, at most ${milliseconds(high)}`;
  return line("–", what, { value, limit: "≤ 150 ms", isMet: high <= 150 });
}
