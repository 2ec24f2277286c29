/** The value below which a share of a sorted list lies. */
export function quantile(sorted, share) {
  if (sorted.length === 0) return Number.NaN;
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

export const ascending = (values) => Float64Array.from(values).sort();

/** The middle value; of an even number, the mean of the two. */
export function median(values) {
  const sorted = ascending(values);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** Median and spread of a figure over rounds. */
export const spread = (values) => ({ median: median(values), low: Math.min(...values), high: Math.max(...values) });

/** One figure over another, round by round: rounds next to each other met the same machine. */
export const ratios = (values, floors) => spread(values.map((value, i) => value / floors[i]));
