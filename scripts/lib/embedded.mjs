import pg from "pg";
import { inData } from "./data-folder.mjs";
import { startPostgres } from "./postgres.mjs";
import { addressOf } from "./postgres-folder.mjs";
import { postmasterOf } from "./postmaster.mjs";

/** Starts the embedded server of this clone, with its database made. */
export async function startEmbedded() {
  const server = await startPostgres({ folder: inData("pg") });
  await ensureDatabase(server.url("postgres"), "tessera");
  return server;
}

/** The embedded server of this clone as it is, or started for the moment. */
export async function openEmbedded() {
  const folder = inData("pg");
  const running = postmasterOf(folder);
  if (!running) return startEmbedded();
  return { url: (database) => addressOf(folder, running.port, database), stop: async () => {} };
}

async function ensureDatabase(url, name) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${name}`);
  } finally {
    await client.end();
  }
}
