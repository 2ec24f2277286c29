// Lives of memberships beside a small model of the rules: `npm run soak:model [-- --quick] [--seed N]` (docs/proofs.md).
import { parseArgs } from "node:util";
import { end, live } from "../scripts/lib/lifecycle.mjs";
import { Problem } from "../scripts/lib/problem.mjs";
import { closingOf, tableOf } from "./model/report.mjs";
import { walkAll } from "./model/run.mjs";

const SEQUENCES = { whole: 10_000, quick: 300 };

function readOptions() {
  const text = { type: "string" };
  const { values } = parseArgs({
    options: { quick: { type: "boolean", default: false }, sequences: text, seed: text },
  });
  const sequences = Number(values.sequences ?? SEQUENCES[values.quick ? "quick" : "whole"]);
  const seed = Number(values.seed ?? Date.now() % 1_000_000_000);
  if (![sequences, seed].every((number) => Number.isInteger(number) && number > 0))
    throw new Problem("--sequences and --seed take whole numbers from 1.");
  return { sequences, seed };
}

await live(
  async () => {
    const options = readOptions();
    console.log(`Seed ${options.seed}`);
    const outcomes = await walkAll(options);
    console.log(`\n${tableOf(outcomes)}\n`);
    for (const { seed, failure } of outcomes)
      if (failure) console.error(`✗ ${failure}\n  again: npm run soak:model -- --seed ${seed}\n`);
    console.log(closingOf(outcomes));
    await end(outcomes.some(({ failure }) => failure) ? 1 : 0);
  },
  { codeWhenStopped: 130 },
);
