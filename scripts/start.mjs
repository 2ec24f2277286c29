// npm start: from a fresh clone, or from any state it was left in, to a running site.
import fs from "node:fs";
import { bootstrap } from "./bootstrap.mjs";
import { inData } from "./lib/data-folder.mjs";
import { end, isEnding, live, onEnd } from "./lib/lifecycle.mjs";
import { takeLock } from "./lib/lock.mjs";
import { Problem } from "./lib/problem.mjs";
import { inRoot } from "./lib/root.mjs";
import { step } from "./lib/step.mjs";

await live(async () => {
  holdClone();
  if (fs.existsSync(inRoot(".env"))) process.loadEnvFile(inRoot(".env"));
  await bootstrap();
  // Only now are the packages there that the rest imports.
  const { openDatabase } = await import("./lib/start-database.mjs");
  const { build } = await import("./lib/build.mjs");
  const { serve } = await import("./lib/serve.mjs");

  const databaseUrl = await openDatabase();
  await step("Build", async () => ((await build()) ? "made" : "up to date"));
  const application = await serve(databaseUrl);
  const code = await application.exited;
  if (!isEnding()) console.error("The application has ended by itself.");
  await end(code);
});

/** One instance for each clone: a second one would take the first one's database away. */
function holdClone() {
  const { release, holder } = takeLock(inData("launcher.lock"));
  if (!release) throw new Problem(`Tessera already runs from this folder (process ${holder}): stop it first.`);
  onEnd(release);
}
