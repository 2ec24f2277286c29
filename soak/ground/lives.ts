import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { brokenInvariants } from "@/lib/testing/projects";

const SHRINKS_MAX = 100;

/** How often each step was answered how, over all lives. */
type Tally = Record<string, Record<string, number>>;
export type Told = {
  /** Which life it is, from 1. */
  readonly nth: number;
  readonly tell: (words: string) => void;
  readonly count: (kind: string, said: string) => void;
};
type Way<Life> = {
  readonly lives: fc.Arbitrary<Life>;
  /** Lives one life twice over, in the model and in the product, telling each step; throws at the first difference. */
  readonly live: (life: Life, told: Told) => Promise<void>;
};

/** So many lives from a seed: how they were answered, and the smallest that went wrong, in words, or null. */
export async function walkLives<Life>({ seed, runs }: { seed: number; runs: number }, { lives, live }: Way<Life>) {
  const tally: Tally = {};
  const count: Told["count"] = (kind, said) => {
    const codes = tally[kind] ?? {};
    tally[kind] = { ...codes, [said]: (codes[said] ?? 0) + 1 };
  };
  let nth = 0;
  const property = fc.asyncProperty(lives, async (life) => {
    // Beyond these, what is found is small enough: the rest of the search for something smaller is left out.
    if (nth >= runs + SHRINKS_MAX) return;
    nth += 1;
    await withSteps((tell) => live(life, { nth, tell, count }));
  });
  const { failed, errorInstance, numRuns } = await fc.check(property, { seed, numRuns: runs });
  return { seed, runs: numRuns, tally, failure: failed ? wordsOf(errorInstance) : null };
}

/** Whatever goes wrong in a life, or is broken at its end, with the steps to it. */
async function withSteps(live: (tell: Told["tell"]) => Promise<void>): Promise<void> {
  const taken: string[] = [];
  try {
    await live((words) => taken.push(words));
    for (const words of await newlyBroken()) throw new Error(words);
  } catch (error) {
    throw new Error([wordsOf(error), ...taken.map((words, i) => `  ${i}. ${words}`)].join("\n"));
  }
}

const known = new Set<string>();

/** What breaks an invariant since this was last asked: what an earlier life broke stays broken, and says nothing of this one. */
async function newlyBroken(): Promise<string[]> {
  const broken = (await brokenInvariants()).map((row) => `check_invariants: ${JSON.stringify(row)}`);
  const fresh = broken.filter((words) => !known.has(words));
  for (const words of fresh) known.add(words);
  return fresh;
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Throws where the product answered other than the model says. */
export function mustAnswer(said: string, expected: string): void {
  if (said !== expected) throw new Error(`Answered ${said}; the model says ${expected}.`);
}

/** Throws at the first part of what is seen that is not as the model says. */
export function mustShow<Picture extends object>(seen: Picture, expected: Picture): void {
  for (const key of Object.keys(expected) as (keyof Picture & string)[])
    if (!isDeepStrictEqual(seen[key], expected[key]))
      throw new Error(`${key}: ${JSON.stringify(seen[key])}; the model says ${JSON.stringify(expected[key])}.`);
}
