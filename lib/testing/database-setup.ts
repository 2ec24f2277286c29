import { randomBytes } from "node:crypto";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { withDatabase } from "../../scripts/lib/migration-adapter.mjs";
import { deploy } from "../../scripts/lib/migrations.mjs";
import { inRoot } from "../../scripts/lib/root.mjs";
import { runNode } from "../../scripts/lib/step.mjs";
import { startThrowaway } from "../../scripts/lib/throwaway.mjs";

declare module "vitest" {
  interface ProvidedContext {
    /** Where database tests find their server, and the names its databases begin with. */
    database: { serverUrl: string; prefix: string };
  }
}

/**
 * Once per run: a server (the one of TEST_POSTGRES_URL, else a throw-away) and in it a template with all migrations and the
 * reference data. Each test file then gets a copy, see `database-worker.ts`.
 */
export default async function setup(project: TestProject) {
  const given = process.env.TEST_POSTGRES_URL;
  const server = given ? null : await startThrowaway();
  const serverUrl = given ?? (server?.url("postgres") as string);
  const prefix = `test_${randomBytes(4).toString("hex")}`;

  await inServer(serverUrl, (client) => client.query(`CREATE DATABASE ${prefix} TEMPLATE template0`));
  const template = withDatabase(serverUrl, prefix);
  await deploy(template, inRoot("prisma"));
  await runNode(["prisma/seed/taxonomy.mjs"], { what: "The taxonomy", env: { DATABASE_URL: template } });
  project.provide("database", { serverUrl, prefix });

  return async () => {
    if (server) return server.stop();
    await inServer(serverUrl, dropAll(prefix));
  };
}

async function inServer(url: string, body: (client: pg.Client) => Promise<unknown>) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await body(client);
  } finally {
    await client.end();
  }
}

const dropAll = (prefix: string) => async (client: pg.Client) => {
  const { rows } = await client.query("SELECT datname FROM pg_database WHERE starts_with(datname, $1)", [prefix]);
  for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`);
};
