/** A row's own source of chance: the same seed, table and number always give the same row, in whatever order rows are made. */
export function chanceOf(seed, table, number) {
  let state = mixed(mixed(seed ^ hashOf(table)) ^ number);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    return mixed(state) / 4_294_967_296;
  };
  const below = (limit) => Math.floor(next() * limit);
  return {
    next,
    below,
    between: (low, high) => low + below(high - low + 1),
    is: (probability) => next() < probability,
    pick: (list) => list[below(list.length)],
  };
}

function mixed(value) {
  let h = Math.imul(value ^ (value >>> 15), value | 1);
  h ^= h + Math.imul(h ^ (h >>> 7), h | 61);
  return (h ^ (h >>> 14)) >>> 0;
}

function hashOf(text) {
  let h = 2_166_136_261;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16_777_619);
  return h >>> 0;
}

/** Draws from a list by weight. */
export function weighted(entries, weightOf) {
  const sums = [];
  let total = 0;
  for (const entry of entries) {
    total += weightOf(entry);
    sums.push(total);
  }
  return (chance) => entries[firstAbove(sums, chance.next() * total)];
}

/** Draws from a list whose k-th entry is 1/k as popular as the first: Zipf with exponent 1. */
export function zipf(entries) {
  const rank = new Map(entries.map((entry, i) => [entry, i + 1]));
  return weighted(entries, (entry) => 1 / rank.get(entry));
}

/** The given number of different draws. */
export function several(draw, count, chance) {
  const drawn = new Set();
  while (drawn.size < count) drawn.add(draw(chance));
  return [...drawn];
}

/** The list in an order that only the seed decides. */
export function shuffled(list, chance) {
  const order = [...list];
  for (let i = order.length - 1; i > 0; i--) {
    const j = chance.below(i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

function firstAbove(sums, value) {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle] > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
