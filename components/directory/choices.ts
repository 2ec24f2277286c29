import type { Choice } from "@/components/layout/counted-choices";

/** How many choices stand in the open, and how many more unfold below them. */
const SHOWN = 6;

type Cut = {
  readonly counts: Readonly<Record<string, number>>;
  readonly chosen: readonly string[];
  readonly labelOf: (slug: string) => string;
  /** At most so many are folded away; whoever looks for another searches for it, or browses the taxonomy. */
  readonly foldedMax?: number;
};

/** The choices of a facet: what is chosen, then what would leave most people. */
export function choicesOf({ counts, chosen, labelOf, foldedMax = Number.POSITIVE_INFINITY }: Cut) {
  const drawn = (slug: string): Choice => ({ slug, label: labelOf(slug), count: counts[slug] ?? 0 });
  const others = Object.entries(counts)
    .filter(([slug, count]) => count > 0 && !chosen.includes(slug))
    .sort(([a, most], [b, least]) => least - most || (a < b ? -1 : 1))
    .map(([slug]) => slug);
  const open = Math.max(0, SHOWN - chosen.length);
  return {
    shown: [...chosen.map((slug) => ({ ...drawn(slug), isOn: true })), ...others.slice(0, open).map(drawn)],
    folded: others.slice(open, open + foldedMax).map(drawn),
  };
}
