import pg from "pg";
import { Problem } from "../../scripts/lib/problem.mjs";
import { step as shownStep } from "../../scripts/lib/step.mjs";
import { whileBare } from "./bulk.mjs";
import { copyInto } from "./copy.mjs";
import { tablesOf, worldOf } from "./world.mjs";

/** Fills a migrated database that holds nobody with a world, in one transaction; the rows of each table. */
export async function fill(url, parameters, step = shownStep) {
  const client = new pg.Client({ connectionString: url, statement_timeout: 0 });
  await client.connect();
  try {
    await refuseInhabited(client);
    await client.query("BEGIN");
    const rows = await load(client, worldOf(parameters, await competenceIds(client)), step);
    await client.query("COMMIT");
    await step("  vacuum, analyze", () => client.query("VACUUM (ANALYZE)").then(() => ""));
    await step("  invariants", () => refuseUnsound(client));
    return rows;
  } finally {
    await client.end();
  }
}

async function load(client, world, step) {
  const tables = tablesOf(world);
  const counts = {};
  const body = async () => {
    for (const one of tables)
      await step(`  ${one.table}`, async () => {
        counts[one.table] = await copyInto(client, one);
        return `${counts[one.table]} rows`;
      });
  };
  const shown = (name, made) => step(`  ${name}`, made);
  await client.query("SET LOCAL maintenance_work_mem = '512MB'");
  await whileBare(
    client,
    tables.map(({ table }) => table),
    { body, step: shown },
  );
  await shown("projects counted", () => client.query("SELECT recount_projects()").then(() => ""));
  return counts;
}

async function competenceIds(client) {
  const { rows } = await client.query('SELECT "slug", "id" FROM "Competence"');
  if (rows.length === 0) throw new Problem("The database has no taxonomy: run `node prisma/seed/taxonomy.mjs` first.");
  return new Map(rows.map(({ slug, id }) => [slug, id]));
}

async function refuseInhabited(client) {
  const { rowCount } = await client.query('SELECT FROM "Account" LIMIT 1');
  if (rowCount > 0) throw new Problem("A world goes only into a database without people: this one holds somebody.");
}

async function refuseUnsound(client) {
  const { rows } = await client.query("SELECT * FROM check_invariants() LIMIT 5");
  if (rows.length > 0) throw new Problem(`The generated world breaks rules: ${JSON.stringify(rows)}`);
  return "none broken";
}
