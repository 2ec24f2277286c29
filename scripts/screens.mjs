// npm run screens: pictures of the main pages on the demo world, in docs/screens; wide and narrow, light and dark.
import { bootstrap } from "./bootstrap.mjs";
import { end, live, onEnd } from "./lib/lifecycle.mjs";

await live(run, { codeWhenStopped: 130 });

async function run() {
  await bootstrap();
  // Only now are the packages there that the rest imports.
  const { build } = await import("./lib/build.mjs");
  const { openSite } = await import("./lib/site.mjs");
  const { startThrowaway } = await import("./lib/throwaway.mjs");
  const { takeScreens } = await import("./lib/screens.mjs");
  const { step } = await import("./lib/step.mjs");
  const folder = process.env.NEXT_DIST_DIR || ".next";
  await step("Production build", async () => ((await build(folder)) ? "" : "up to date"));
  const server = await startThrowaway();
  onEnd(() => server.stop());
  const { APP_URL } = await openSite(server, { name: "screens", folder });
  await step("Screens", () => takeScreens(APP_URL));
  await end(0);
}
