import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import type { Actor } from "@/lib/auth/actor";
import { addDays } from "@/lib/core/duration";
import { brokenInvariants } from "@/lib/testing/projects";
import { fitted } from "./fitted";
import { look, type Rows } from "./look";
import { founded, type Picture, picture, predict } from "./model";
import { aLife, beginningOf, inWords, NOTHING, type Op, type Setting } from "./op";
import { act, found, makePeople, type Real } from "./real";
import type { World } from "./types";
import { isIn } from "./world";

/** Each life begins long after the one before, so that what one person did in another is past. */
const APART_DAYS = 400;
const BEGINNING = new Date("2027-01-04T10:00:00Z");
const SHRINKS_MAX = 100;

type Life = { readonly setting: Setting; readonly ops: readonly Op[]; readonly begins: Date };
type Count = (kind: string, said: string) => void;

/** Lives one life twice over, in the model and in the product; throws at the first difference, with the steps to it. */
async function live(people: readonly Actor[], { setting, ops, begins }: Life, count: Count): Promise<void> {
  const taken = [`founded ${JSON.stringify(setting)}`];
  try {
    const both = { world: founded(setting, begins), real: await found(people, setting, begins) };
    let { rows } = await look(both.real);
    const step = async (op: Op) => {
      taken.push(inWords(op));
      rows = await takeStep({ ...both, rows }, op, count);
    };
    for (const op of beginningOf(setting)) await step(op);
    for (const given of ops) if (someAreIn(both.world)) await step(fitted(both.world, given));
    // In the end everybody leaves, which nothing may refuse; so no later job finds anything to do here.
    for (const who of [...both.world.members.keys()])
      if (isIn(both.world.members.get(who))) await step({ ...NOTHING, kind: "leave", who });
    for (const words of await newlyBroken()) throw new Error(words);
  } catch (error) {
    throw new Error([wordsOf(error), ...taken.map((words, i) => `  ${i}. ${words}`)].join("\n"));
  }
}

/** An association nobody is in stays shut: nothing more can happen to it. */
const someAreIn = ({ members }: World) => [...members.values()].some(isIn);

type Both = { readonly world: World; readonly real: Real; readonly rows: Rows };

async function takeStep({ world, real, rows }: Both, op: Op, count: Count): Promise<Rows> {
  const expected = predict(world, op);
  const said = op.kind === "tick" ? "ok" : await act(real, rows, { op, now: world.now });
  count(op.kind, said);
  if (said !== expected) throw new Error(`Answered ${said}; the model says ${expected}.`);
  // Nobody is out and in again at one instant: the product would tell the second later than the first (rule M1).
  if (op.kind === "leave") world.now = new Date(world.now.getTime() + 1000);
  const seen = await look(real);
  for (const words of differing(seen.picture, world)) throw new Error(words);
  return seen.rows;
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
  const tally: Tally = {};
  const count: Count = (kind, said) => {
    const codes = tally[kind] ?? {};
    tally[kind] = { ...codes, [said]: (codes[said] ?? 0) + 1 };
  };
  let lives = 0;
  const property = fc.asyncProperty(aLife, async ({ setting, ops }) => {
    // Beyond these, what is found is small enough: the rest of the search for something smaller is left out.
    if (lives >= runs + SHRINKS_MAX) return;
    lives += 1;
    await live(await makePeople(), { setting, ops, begins: addDays(BEGINNING, lives * APART_DAYS) }, count);
  });
  const { failed, errorInstance, numRuns } = await fc.check(property, { seed, numRuns: runs });
  return { seed, runs: numRuns, tally, failure: failed ? wordsOf(errorInstance) : null };
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
