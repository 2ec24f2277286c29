import path from "node:path";
import { alone } from "./alone.mjs";
import { prepareQueue } from "./job-queue.mjs";
import { readMigrations, readSchema, writeMigration } from "./migration-files.mjs";
import { Problem } from "./problem.mjs";
import { openEngine } from "./schema-engine.mjs";

async function withEngine(url, folder, body) {
  const schema = readSchema(folder);
  const migrations = readMigrations(path.join(folder, "migrations"));
  const engine = await openEngine(url, schema);
  try {
    return await body({ engine, schema, migrations });
  } finally {
    await engine.close();
  }
}

/**
 * Applies what is new and names it; brings the job queue along. Whoever starts at the same moment waits: a migration under way looks like a failed one.
 * Refuses when a migration failed earlier, or was edited after it had been applied.
 */
export function deploy(url, folder) {
  return alone(url, "migrations", async () => {
    const applied = await withEngine(url, folder, async ({ engine, migrations }) => {
      refuseUnsound(await engine.diagnose(migrations));
      try {
        return (await engine.apply(migrations)).appliedMigrationNames;
      } catch (error) {
        throw new Problem(accountOf(error));
      }
    });
    await prepareQueue(url);
    return applied;
  });
}

/** What the database lacks or has too much of. */
export function status(url, folder) {
  return withEngine(url, folder, async ({ engine, migrations }) => {
    const { history, failedMigrationNames, editedMigrationNames } = await engine.diagnose(migrations);
    return {
      missing: history?.unappliedMigrationNames ?? [],
      unknown: history?.unpersistedMigrationNames ?? [],
      failed: failedMigrationNames,
      edited: editedMigrationNames,
    };
  });
}

/** The SQL that leads from the migrations to the schema; null when they say the same. */
export function difference(url, folder) {
  return withEngine(url, folder, async ({ engine, schema, migrations }) => {
    const from = { tag: "migrations", ...migrations };
    const { exitCode, stdout } = await engine.diff(from, { tag: "schemaDatamodel", files: schema });
    return exitCode === 2 ? stdout : null;
  });
}

/** Writes the difference as a new migration and names it; null when there is none. */
export async function create(url, folder, words) {
  const sql = await difference(url, folder);
  if (sql === null) return null;
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const name = `${stamp}_${words}`;
  writeMigration(path.join(folder, "migrations"), name, sql);
  return name;
}

/** Marks a failed migration as rolled back, so that its mended text is applied by the next deploy. */
export function resolve(url, folder, name) {
  return withEngine(url, folder, async ({ engine, migrations }) => {
    const { failedMigrationNames } = await engine.diagnose(migrations);
    if (!failedMigrationNames.includes(name)) throw new Problem(`No migration ${name} has failed in this database.`);
    await engine.markRolledBack(name);
  });
}

function refuseUnsound({ failedMigrationNames, editedMigrationNames }) {
  const [failed] = failedMigrationNames;
  if (failed)
    throw new Problem(
      `The migration ${failed} failed earlier: mend it, run \`node scripts/migrate.mjs resolve ${failed}\`, then start again.`,
    );
  const [edited] = editedMigrationNames;
  if (edited)
    throw new Problem(
      `The migration ${edited} was edited after it had been applied: restore it and add a new one instead.`,
    );
}

/** Which migration failed and what PostgreSQL said, without the engine's account of where it was. */
function accountOf(error) {
  const text = String(error.message ?? error);
  const name = /migration_name="([^"]+)"/.exec(text)?.[1];
  const [reason] = text.split(/\s+0: /);
  const said = reason
    .replace(/^.*?ERROR: /s, "")
    .replace(/\s+/g, " ")
    .trim();
  return `The migration ${name ?? "under way"} failed and was rolled back whole: ${said}.`;
}
