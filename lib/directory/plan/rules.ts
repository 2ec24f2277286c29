import { WINDOW } from "../ranking/rules";

/*
 * How the first people of a list are reached. Costs are in entries fetched; where a guess is bad a list is slower, never wrong.
 */

/** One thing asked for: by what share of everybody it is satisfied; null where nobody knows. */
export type Share = number | null;

/**
 * «walk»: from the best on, until the window is full. «bitmap»: all who satisfy it, then sorted; `isMapped` says of each thing
 * asked for whether it is part of the bitmap or only checked. `stretch` is how many entries are walked first, just in case.
 */
export type Plan = { readonly way: "walk" | "bitmap"; readonly isMapped: readonly boolean[]; readonly stretch: number };

/** To put somebody on a bitmap costs so much of fetching them. */
const MAPPING = 0.02;
/** To walk past somebody costs so much of fetching them by a bitmap and sorting them. */
const WALKING = 0.55;
/** How many entries are walked before a bitmap where something is unknown. */
const STRETCH = 10_000;
/** Up to so many fetches are not worth thinking about. */
const FEW = 2_000;

/** The cheapest way to the first people, taking what is asked for as independent. */
export function planOf(shares: readonly Share[], people: number): Plan {
  const rarest = Math.min(1, ...shares.map((share) => share ?? 1));
  const isMapped = shares.map((share) => share === null || isWorthMapping(share, { rarest, people }));
  const mapped = shares.flatMap((share, i) => (share !== null && isMapped[i] ? [share] : []));
  const bitmap = people * (product(mapped) + MAPPING * mapped.reduce((sum, share) => sum + share, 0));
  const walk = (WALKING * WINDOW) / Math.max(product(shares.map((share) => share ?? 1)), Number.MIN_VALUE);
  if (bitmap <= FEW) return { way: "bitmap", isMapped, stretch: 0 };
  if (shares.includes(null)) return { way: "bitmap", isMapped, stretch: STRETCH };
  return { way: walk <= bitmap ? "walk" : "bitmap", isMapped, stretch: 0 };
}

const product = (shares: readonly number[]) => shares.reduce((all, one) => all * one, 1);

/** Whether it costs less to put everybody who satisfies something on the bitmap than to check the rarest for it. */
const isWorthMapping = (share: number, { rarest, people }: { rarest: number; people: number }): boolean =>
  share <= rarest || MAPPING * share * people < rarest * people * (1 - share);

/** What stands in too few texts to be listed among the common words. */
const RARE = 0.0005;
/** How many letters of a word its stem may lack. */
const ENDING_MAX = 4;

/** In what share of texts a word stands, whatever its ending, by the stems that are common. */
export function shareOfWord(common: ReadonlyMap<string, number>, word: string): number {
  const isStem = (stem: string) =>
    stem.startsWith(word) || (word.startsWith(stem) && word.length - stem.length <= ENDING_MAX);
  const share = [...common].reduce((sum, [stem, one]) => (isStem(stem) ? sum + one : sum), 0);
  return Math.min(1, Math.max(share, RARE));
}
