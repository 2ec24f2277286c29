import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

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
