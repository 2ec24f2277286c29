/** Share of a first page that must be people who were expected. */
export const EXPECTED_SHARE = 0.8;

const mean = (levels) => levels.reduce((sum, level) => sum + level, 0) / levels.length;

/**
 * One first page beside everybody who should be found: good when somebody is on it and at least four in five were expected.
 * `people` are handles in their order, `expected` maps handles to levels. Null where the world holds nobody to expect.
 */
export function judgePage({ people, hasMore }, expected) {
  if (expected.size === 0) return null;
  const known = people.filter((handle) => expected.has(handle));
  const room = hasMore ? people.length : expected.size;
  const levels = known.map((handle) => expected.get(handle)).filter((level) => level !== null);
  const isOrdered = expected.size > people.length && levels.length > 0;
  return {
    shown: people.length,
    expectedShown: known.length,
    expected: expected.size,
    isGood: people.length > 0 && known.length >= EXPECTED_SHARE * people.length,
    /** Of those who could be there, how many are: a search of several words may well find fewer than the case allows. */
    reach: known.length / Math.min(room, expected.size),
    /** Mean level on the page over that of everybody expected: above 1 the better ones come first. */
    lift: isOrdered ? mean(levels) / mean([...expected.values()]) : null,
  };
}

/** The score over all pages that could be judged. */
export function scoreOf(verdicts) {
  const judged = verdicts.filter(({ page }) => page !== null);
  const lists = judged.flatMap(({ list }) => list ?? []);
  const lifts = judged.map(({ page }) => page.lift).filter((lift) => lift !== null);
  return {
    judged: judged.length,
    without: verdicts.length - judged.length,
    share: judged.length === 0 ? null : judged.filter(({ page }) => page.isGood).length / judged.length,
    reach: judged.length === 0 ? null : mean(judged.map(({ page }) => page.reach)),
    /** The share that the lists alone would have, without those shown beneath them. */
    shareOfLists: lists.length === 0 ? null : lists.filter(({ isGood }) => isGood).length / lists.length,
    lift: lifts.length === 0 ? null : mean(lifts),
    missed: judged.filter(({ page }) => !page.isGood),
  };
}
