// npm run matrix: every action and every read × every kind of viewer × every state, against the table that says what must come of it (docs/proofs.md).
import { bootstrap } from "./bootstrap.mjs";
import { end, live, onEnd } from "./lib/lifecycle.mjs";

await live(run, { codeWhenStopped: 130 });

async function run() {
  await bootstrap();
  // Only now are the packages there that the rest imports.
  const { build } = await import("./lib/build.mjs");
  const { tryMatrix } = await import("./lib/matrix.mjs");
  const { startThrowaway } = await import("./lib/throwaway.mjs");
  const { step } = await import("./lib/step.mjs");
  const folder = process.env.NEXT_DIST_DIR || ".next";
  await step("Production build", async () => ((await build(folder)) ? "" : "up to date"));
  const given = process.env.TEST_POSTGRES_URL;
  const server = given ? null : await startThrowaway();
  if (server) onEnd(() => server.stop());
  const { code, words } = await tryMatrix({
    env: { TEST_POSTGRES_URL: given ?? server.url("postgres"), NEXT_DIST_DIR: folder },
    args: process.argv.slice(2),
  });
  console.log(`\n${words}`);
  await end(code);
}
