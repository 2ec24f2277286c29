// One of the two processes that contend: the product's own commands on a pool of its own, told by its parent what to try.
import { withModules } from "../../scripts/lib/modules.mjs";

await withModules(async (load) => {
  const { attemptAll } = await load("/soak/ground/acts.ts");
  const by = Number(process.argv[2]);
  process.on("message", async (tries) => process.send(await attemptAll(tries, by)));
  process.send("ready");
  await new Promise((resolve) => process.once("disconnect", resolve));
});
process.exit(0);
