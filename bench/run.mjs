// Measures the product against floors taken in the same run: `npm run bench`, or `npm run bench -- --quick` (docs/performance.md).
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "../scripts/lib/build.mjs";
import { inData } from "../scripts/lib/data-folder.mjs";
import { end, live } from "../scripts/lib/lifecycle.mjs";
import { step } from "../scripts/lib/step.mjs";
import { coresOf } from "./measure/affinity.mjs";
import { findPgbench } from "./measure/pgbench.mjs";
import { factsOf } from "./run/facts.mjs";
import { readOptions } from "./run/options.mjs";
import { measure } from "./run/results.mjs";
import { holdServer, openServer } from "./run/server.mjs";
import { floorsOf, tableOf } from "./run/table.mjs";
import { targetsOf } from "./run/targets.mjs";
import { provideWorlds } from "./run/worlds.mjs";

/** The size at which the targets of docs/performance.md must hold. */
const STATED_FOR = 1_000_000;

await live(async () => {
  const options = readOptions(process.argv.slice(2));
  const cores = coresOf(options);
  const pgbench = findPgbench();
  const server = await openServer();
  const facts = factsOf({ server, pgbench, cores, options });
  const worlds = await provideWorlds(server, options);
  await step("Build", async () => ((await build()) ? "made" : "up to date"));
  holdServer(server, cores);
  const results = await measure({ worlds, server, cores, pgbench, options });
  const targets = targetsOf(results);
  if (results.rounds) console.log(`\n${floorsOf(results)}`);
  console.log(`\n${tableOf(targets)}\n`);
  if (options.members < STATED_FOR)
    console.log(`The limits are stated for ${STATED_FOR} members; this run had ${options.members}.`);
  console.log(`Figures and raw rounds: ${write({ facts, targets, results }, options)}`);
  await end(0);
});

/** Keeps everything as JSON; where. */
function write({ facts, targets, results }, { out }) {
  const file = out ? path.resolve(out) : inData(`bench/${facts.at.replace(/\W/g, "-")}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  const plain = (_, value) => (value instanceof Map ? Object.fromEntries(value) : value);
  writeFileSync(file, `${JSON.stringify({ ...facts, targets, results }, plain, 1)}\n`);
  return file;
}
