// The built application without its pages: `instrumentation.ts` runs, and with it the jobs; nothing listens. See WORKER=only.
import next from "next";
import { root } from "./lib/root.mjs";

await next({ dev: false, dir: root }).prepare();
console.log("✓ Ready");
// Whoever has nothing else to wait for would end here.
setInterval(() => {}, 60_000);
