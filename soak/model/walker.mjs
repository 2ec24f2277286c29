// One process that lives through lives of a kind on a database of its own: which kind, seed and how many, as its arguments.
import { withModules } from "../../scripts/lib/modules.mjs";

const [kind, seed, runs] = process.argv.slice(2);
await withModules(async (load) => {
  const { walk } = await load(`/soak/${kind}/walk.ts`);
  const outcome = await walk({ seed: Number(seed), runs: Number(runs) });
  await new Promise((resolve) => process.send(outcome, resolve));
});
process.exit(0);
