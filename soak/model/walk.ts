import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import type { Actor } from "@/lib/auth/actor";
import { addDays } from "@/lib/core/duration";
import { brokenInvariants } from "@/lib/testing/projects";
import { founded, type Picture, picture, predict } from "./model";
import { anOp, aSetting, fitted, inWords, type Op, type Setting } from "./op";
import { act, found, look, makePeople } from "./real";
import type { World } from "./world";

/** Each life begins long after the one before, so that what one person did in another is past. */
const APART_DAYS = 400;
const BEGINNING = new Date("2027-01-04T10:00:00Z");
const SHRINKS_MAX = 100;
const STEPS = { minLength: 5, maxLength: 40, size: "max" } as const;

type Life = { readonly setting: Setting; readonly ops: readonly Op[]; readonly begins: Date };
type Count = (kind: string, said: string) => void;

/** Lives one life twice over, in the model and in the product; throws at the first difference, with the steps to it. */
async function live(people: readonly Actor[], { setting, ops, begins }: Life, count: Count): Promise<void> {
  const taken = [`founded ${JSON.stringify(setting)}`];
  const fail = (words: string): never => {
    throw new Error([words, ...taken.map((step, i) => `  ${i}. ${step}`)].join("\n"));
  };
  const world = founded(setting, begins);
  const real = await found(people, setting, begins);
  let { rows } = await look(real);
  for (const given of ops) {
    const op = fitted(world, given);
    taken.push(inWords(op));
    const expected = predict(world, op);
    const said = op.kind === "tick" ? "ok" : await act(real, rows, { op, now: world.now });
    count(op.kind, said);
    if (said !== expected) fail(`Answered ${said}; the model says ${expected}.`);
    const seen = await look(real);
    rows = seen.rows;
    for (const words of differing(seen.picture, world)) fail(words);
  }
  for (const words of await newlyBroken()) fail(words);
}

const known = new Set<string>();

/** What breaks an invariant since this was last asked: what an earlier life broke stays broken, and says nothing of this one. */
async function newlyBroken(): Promise<string[]> {
  const broken = (await brokenInvariants()).map((row) => `check_invariants: ${JSON.stringify(row)}`);
  const fresh = broken.filter((words) => !known.has(words));
  for (const words of fresh) known.add(words);
  return fresh;
}

function differing(seen: Picture, world: World): string[] {
  const expected = picture(world);
  const keys = Object.keys(expected) as (keyof Picture)[];
  return keys
    .filter((key) => !isDeepStrictEqual(seen[key], expected[key]))
    .map((key) => `${key}: ${JSON.stringify(seen[key])}; the model says ${JSON.stringify(expected[key])}.`);
}

/** How often each step was answered how, over all lives. */
export type Tally = Record<string, Record<string, number>>;

/** So many lives from a seed: how they were answered, and the smallest that went wrong, in words, or null. */
export async function walk({ seed, runs }: { seed: number; runs: number }) {
  const people = await makePeople();
  const tally: Tally = {};
  const count: Count = (kind, said) => {
    const codes = tally[kind] ?? {};
    tally[kind] = { ...codes, [said]: (codes[said] ?? 0) + 1 };
  };
  let lives = 0;
  const property = fc.asyncProperty(aSetting, fc.array(anOp, STEPS), async (setting, ops) => {
    // Beyond these, what is found is small enough: the rest of the search for something smaller is left out.
    if (lives >= runs + SHRINKS_MAX) return;
    lives += 1;
    await live(people, { setting, ops, begins: addDays(BEGINNING, lives * APART_DAYS) }, count);
  });
  const { failed, errorInstance, numRuns } = await fc.check(property, { seed, numRuns: runs });
  return { seed, runs: numRuns, tally, failure: failed ? wordsOf(errorInstance) : null };
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
