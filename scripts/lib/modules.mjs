import { createViteServer } from "vitest/node";
import { inRoot, root } from "./root.mjs";

/**
 * Gives `body` a way of importing the product's own TypeScript: `load("/lib/…/rules.ts")`. Node 20 cannot strip types, so the
 * test runner's Vite does it, which the repository already has; nothing is written to disk.
 */
export async function withModules(body) {
  const server = await createViteServer({
    root,
    configFile: false,
    logLevel: "error",
    appType: "custom",
    server: { middlewareMode: true, watch: null, hmr: false, ws: false },
    optimizeDeps: { noDiscovery: true },
    resolve: { alias: { "@": root.replace(/\/$/, ""), "server-only": inRoot("node_modules/server-only/empty.js") } },
  });
  try {
    return await body((file) => server.ssrLoadModule(file));
  } finally {
    await server.close();
  }
}
