import { chanceOf } from "./chance.mjs";

/** Share of all members in the largest association; the k-th has 1/k of it, and none fewer than three. */
const LARGEST = 0.05;
const SMALLEST = 3;

/** How many people the k-th association has: a power law. */
export const sizeOf = ({ members }, k) =>
  Math.min(members, Math.max(SMALLEST, Math.floor((members * LARGEST) / (k + 1))));

/** Numbers of the members of the k-th association, all different: steps of a fixed length around the list of everyone. */
export function placesOf(world, k) {
  const { seed, members } = world;
  const chance = chanceOf(seed, "places", k);
  const first = chance.below(members);
  const step = coprimeTo(members, 1 + chance.below(members));
  return Array.from({ length: sizeOf(world, k) }, (_, i) => (first + i * step) % members);
}

function coprimeTo(count, from) {
  let step = from;
  while (divisor(step, count) !== 1) step += 1;
  return step;
}

const divisor = (a, b) => (b === 0 ? a : divisor(b, a % b));
