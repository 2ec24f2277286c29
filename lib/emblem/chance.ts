/** FNV-1a over UTF-16 units: small, and the same on every engine. */
export function hashOf(text: string): number {
  return [...text].reduce((hash, character) => Math.imul(hash ^ character.charCodeAt(0), 16777619) >>> 0, 2166136261);
}

/** A stream of numbers from 0 to 1 that depends on the seed alone (mulberry32). */
export function chance(seed: string): () => number {
  let state = hashOf(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const pickBy = <T>(list: readonly T[], seed: string): T => list[hashOf(seed) % list.length] as T;
