// npm test: everything there is to check, on a throw-away database and a port of its own; one line at the end.
import { bootstrap } from "./bootstrap.mjs";
import { end, live } from "./lib/lifecycle.mjs";

await live(run, { codeWhenStopped: 130 });

async function run() {
  await bootstrap();
  // Only now are the packages there that the rest imports.
  const { checkEverything } = await import("./lib/checks.mjs");
  const { passed, failed, names } = await checkEverything();
  if (failed > 0) console.log(`\nWhat failed:\n${names.map((name) => `  ${name}`).join("\n")}`);
  console.log(`\n${passed} passed, ${failed} failed`);
  await end(failed === 0 && passed > 0 ? 0 : 1);
}
