import fs from "node:fs";
import { createRequire } from "node:module";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import { MigrationAdapter } from "./migration-adapter.mjs";

const filters = { externalTables: [], externalEnums: [] };

// The engine reports a panic through this global; without it each one is a TypeError about `set_message`.
globalThis.PRISMA_WASM_PANIC_REGISTRY ??= { set_message: (text) => console.error(text) };

let isLoaded = false;

function loadEngine() {
  if (isLoaded) return;
  const bytes = createRequire(import.meta.url)
    .resolve("@prisma/schema-engine-wasm/schema_engine_bg")
    .replace(/\.js$/, ".wasm");
  const module = new WebAssembly.Module(fs.readFileSync(bytes));
  const instance = new WebAssembly.Instance(module, { "./schema_engine_bg.js": { ...glue, ...passingTimers() } });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  isLoaded = true;
}

/** The engine never clears the clock of its lock (10 s): unless it is unreferenced, the process lives as long. */
function passingTimers() {
  const [name, start] = Object.entries(glue).find(([key]) => key.startsWith("__wbg_setTimeout_"));
  return { [name]: (...args) => start(...args).unref() };
}

/**
 * Prisma's own schema engine, in the WebAssembly that its packages carry: nothing is downloaded, and the rows it leaves in
 * `_prisma_migrations` are the ones `prisma migrate` would leave.
 */
export async function openEngine(url, schema) {
  loadEngine();
  const adapter = new MigrationAdapter(url);
  const engine = await glue.SchemaEngine.new(
    { datamodels: schema.map(({ path, content }) => [path, content]) },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
  return {
    apply: (migrations) => engine.applyMigrations({ migrationsList: migrations, filters }),
    diagnose: (migrations) =>
      engine.diagnoseMigrationHistory({ migrationsList: migrations, optInToShadowDatabase: false, filters }),
    diff: (from, to) => engine.diff({ from, to, script: true, exitCode: true, filters, shadowDatabaseUrl: null }),
    markRolledBack: (migrationName) => engine.markMigrationRolledBack({ migrationName }),
    close: () => adapter.close(),
  };
}
