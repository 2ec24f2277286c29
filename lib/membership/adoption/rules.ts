/** Fewer than these are never counted (rule PV5); and what is counted goes in steps of as many. */
const STEP = 5;

/**
 * How many may be said to hold a value: in fives, and always fewer than all who belong. So no number says that everybody holds
 * it, which would speak for each, and of two numbers read before and after one person came, went or changed their mind most are
 * the same. Null: too few to say.
 */
export function heldByAtLeast(holders: number, members: number): number | null {
  const most = Math.floor(Math.min(holders, members - 1) / STEP) * STEP;
  return most >= STEP ? most : null;
}
