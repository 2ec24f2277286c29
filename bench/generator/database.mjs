import pg from "pg";
import { syncTaxonomy } from "../../scripts/lib/demo.mjs";
import { deploy } from "../../scripts/lib/migrations.mjs";
import { Problem } from "../../scripts/lib/problem.mjs";
import { inRoot } from "../../scripts/lib/root.mjs";
import { show, step } from "../../scripts/lib/step.mjs";
import { fill } from "./fill.mjs";

/** Raised when the generator makes other rows of the same parameters. */
const VERSION = 3;

async function withClient(url, body) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await body(client);
  } finally {
    await client.end();
  }
}

/** Address of another database of the same server. */
export function databaseOf(url, name) {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

const readNote = `SELECT shobj_description(oid, 'pg_database') AS note FROM pg_database WHERE datname = current_database()`;

async function noteOf(url) {
  const note = await withClient(url, async (client) => (await client.query(readNote)).rows[0]?.note);
  return note?.startsWith("{") ? JSON.parse(note) : null;
}

async function writeNote(url, note) {
  const name = new URL(url).pathname.slice(1);
  await withClient(url, (client) =>
    client.query(`COMMENT ON DATABASE "${name}" IS ${client.escapeLiteral(JSON.stringify(note))}`),
  );
}

/** Brings a database up to date with the product: its migrations, its reference data. */
async function prepare(url) {
  const applied = await deploy(url, inRoot("prisma"));
  await syncTaxonomy(url);
  return applied;
}

/** Writes the read model of search by the product's own command and times it; seconds. */
async function reindex(url) {
  const began = performance.now();
  const code = await show([inRoot("scripts/reindex.mjs"), "--rebuild"], { DATABASE_URL: url });
  if (code !== 0) throw new Problem("The index of search could not be built.");
  await step("  vacuum, analyze", () => withClient(url, (client) => client.query("VACUUM (ANALYZE)")).then(() => ""));
  return (performance.now() - began) / 1000;
}

/** Fills one given database, which must hold nobody, and notes in it what it holds. */
export async function generate(url, parameters) {
  await prepare(url);
  const began = performance.now();
  const rows = await fill(url, parameters);
  const loadSeconds = (performance.now() - began) / 1000;
  const indexSeconds = await reindex(url);
  const note = { version: VERSION, parameters, rows, loadSeconds, indexSeconds };
  await writeNote(url, note);
  return note;
}

/**
 * A database of the server that holds the world of these parameters: the one made earlier, brought up to date, or a new one.
 * Returns its address and note.
 */
export async function provide(serverUrl, parameters) {
  const { members, seed, contributions } = parameters;
  const name = ["tessera_bench", members, seed, ...(contributions > 0 ? [contributions] : [])].join("_");
  const url = databaseOf(serverUrl, name);
  if (await exists(serverUrl, name)) {
    const note = await noteOf(url);
    if (isSame(note, parameters)) return { name, url, note: await refreshed(url, note) };
    await withClient(serverUrl, (client) => client.query(`DROP DATABASE "${name}" WITH (FORCE)`));
  }
  await withClient(serverUrl, (client) => client.query(`CREATE DATABASE "${name}" TEMPLATE template0`));
  return { name, url, note: await generate(url, parameters) };
}

const isSame = (note, parameters) =>
  note?.version === VERSION && JSON.stringify(note.parameters) === JSON.stringify(parameters);

async function refreshed(url, note) {
  const applied = await prepare(url);
  if (applied.length === 0) return note;
  const changed = { ...note, indexSeconds: await reindex(url) };
  await writeNote(url, changed);
  return changed;
}

const exists = (serverUrl, name) =>
  withClient(serverUrl, async (client) => {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [name]);
    return rowCount > 0;
  });
