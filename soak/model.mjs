// Lives of memberships and of projects beside small models of the rules: `npm run soak:model [-- --quick] [--seed N]` (docs/proofs.md).
import { parseArgs } from "node:util";
import { end, live } from "../scripts/lib/lifecycle.mjs";
import { Problem } from "../scripts/lib/problem.mjs";
import { closingOf, tableOf } from "./model/report.mjs";
import { walkAll } from "./model/run.mjs";

/** The kinds of lives, by the folder of their model. */
const KINDS = { memberships: "model", projects: "project" };
const SEQUENCES = { whole: 10_000, quick: 300 };

function readOptions() {
  const text = { type: "string" };
  const { values } = parseArgs({
    options: { quick: { type: "boolean", default: false }, sequences: text, seed: text, of: text },
  });
  const sequences = Number(values.sequences ?? SEQUENCES[values.quick ? "quick" : "whole"]);
  const seed = Number(values.seed ?? Date.now() % 1_000_000_000);
  if (![sequences, seed].every((number) => Number.isInteger(number) && number > 0))
    throw new Problem("--sequences and --seed take whole numbers from 1.");
  const kinds = values.of === undefined ? Object.keys(KINDS) : [values.of];
  if (!kinds.every((kind) => kind in KINDS)) throw new Problem(`--of takes one of ${Object.keys(KINDS).join(", ")}.`);
  return { sequences, seed, kinds };
}

await live(
  async () => {
    const { kinds, ...options } = readOptions();
    console.log(`Seed ${options.seed}`);
    let isClean = true;
    for (const kind of kinds) {
      const outcomes = await walkAll(KINDS[kind], options);
      console.log(`\n${tableOf(outcomes)}\n`);
      for (const { seed, failure } of outcomes)
        if (failure) console.error(`✗ ${failure}\n  again: npm run soak:model -- --of ${kind} --seed ${seed}\n`);
      console.log(`Lives of ${kind}: ${closingOf(outcomes)}`);
      isClean &&= outcomes.every(({ failure }) => !failure);
    }
    await end(isClean ? 0 : 1);
  },
  { codeWhenStopped: 130 },
);
