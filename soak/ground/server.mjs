import { randomBytes } from "node:crypto";
import pg from "pg";
import { syncTaxonomy } from "../../scripts/lib/demo.mjs";
import { onEnd } from "../../scripts/lib/lifecycle.mjs";
import { withDatabase } from "../../scripts/lib/migration-adapter.mjs";
import { deploy } from "../../scripts/lib/migrations.mjs";
import { inRoot } from "../../scripts/lib/root.mjs";
import { startThrowaway } from "../../scripts/lib/throwaway.mjs";

/** The server of TEST_POSTGRES_URL, else a throw-away one, which ends with the run. Its address. */
export async function openServer() {
  const given = process.env.TEST_POSTGRES_URL;
  if (given) return given;
  const server = await startThrowaway();
  onEnd(() => server.stop());
  return server.url("postgres");
}

/** Runs statements on a connection of its own; when the server goes, whatever is asked of it fails. */
export async function onServer(url, body) {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return await body(client);
  } finally {
    await client.end();
  }
}

/** A new database with all migrations and the reference data, gone when the run ends. Its address. */
export async function makeDatabase(serverUrl) {
  const url = await emptyDatabase(serverUrl, "template0");
  await deploy(url, inRoot("prisma"));
  await syncTaxonomy(url);
  return url;
}

/** A copy of a database nobody is connected to, gone when the run ends. Its address. */
export const copyDatabase = (serverUrl, url) => emptyDatabase(serverUrl, new URL(url).pathname.slice(1));

async function emptyDatabase(serverUrl, template) {
  const name = `soak_${randomBytes(4).toString("hex")}`;
  await onServer(serverUrl, (client) => client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`));
  onEnd(() => dropDatabase(serverUrl, name));
  return withDatabase(serverUrl, name);
}

const dropDatabase = (serverUrl, name) =>
  onServer(serverUrl, (client) => client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`));
