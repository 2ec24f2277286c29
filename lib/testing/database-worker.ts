import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { withDatabase } from "../../scripts/lib/migration-adapter.mjs";

/**
 * Before each test file: a database of its own, copied from the template, and the environment that `lib/env.ts` reads.
 * A worker runs one file at a time, so what it had before can go.
 */
const { serverUrl, prefix } = inject("database");
const own = `${prefix}_${process.env.VITEST_POOL_ID}_`;
const name = `${own}${randomBytes(4).toString("hex")}`;

const client = new pg.Client({ connectionString: serverUrl });
await client.connect();
const { rows } = await client.query(
  `SELECT datname FROM pg_database d WHERE starts_with(datname, $1)
   AND NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.datname = d.datname)`,
  [own],
);
for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS "${datname}"`);
await client.query(`CREATE DATABASE "${name}" TEMPLATE "${prefix}"`);
await client.end();

Object.assign(process.env, {
  DATABASE_URL: withDatabase(serverUrl, name),
  AUTH_SECRET: "only-for-tests-only-for-tests-only",
  APP_URL: "http://localhost:3000",
  WORKER: "off",
  LOG_LEVEL: "silent",
});
