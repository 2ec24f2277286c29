// One process that lives through associations on a database of its own: seed and how many, as its arguments.
import { withModules } from "../../scripts/lib/modules.mjs";

const [seed, runs] = process.argv.slice(2).map(Number);
await withModules(async (load) => {
  const { walk } = await load("/soak/model/walk.ts");
  const outcome = await walk({ seed, runs });
  await new Promise((resolve) => process.send(outcome, resolve));
});
process.exit(0);
