import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/**
 * What the pool and Prisma say when no connection was to be had for seconds, as on a machine that stands still: such a test is run
 * again. One that fails otherwise, a lock held too long or a statement over its time among them, is not.
 */
const STOOD_STILL = {
  count: 2,
  delay: 1_000,
  condition:
    /timeout exceeded when trying to connect|connection timeout|Unable to start a transaction in the given time/,
};

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: { alias: { "@": here("."), "server-only": here("./node_modules/server-only/empty.js") } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{app,bench,components,lib,matrix,scripts,prisma,soak}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.db.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: ["{app,bench,lib,scripts,prisma,soak}/**/*.db.test.ts"],
          globalSetup: ["lib/testing/database-setup.ts"],
          setupFiles: ["lib/testing/database-worker.ts"],
          maxWorkers: 2,
          retry: STOOD_STILL,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "matrix",
          include: ["matrix/level/*.matrix.ts"],
          globalSetup: ["lib/testing/database-setup.ts"],
          setupFiles: ["lib/testing/database-worker.ts"],
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
