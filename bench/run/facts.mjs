import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import os from "node:os";
import pg from "pg";
import { inRoot } from "../../scripts/lib/root.mjs";

const said = (program, ...args) => {
  const { status, stdout } = spawnSync(program, args, { encoding: "utf8", cwd: inRoot() });
  return status === 0 ? stdout.trim() : null;
};
const versionOf = (name) => JSON.parse(readFileSync(inRoot("node_modules", name, "package.json"), "utf8")).version;

/** What a figure depends on besides the code: machine, versions, commit, load by others when the run began. */
export function factsOf({ server, pgbench, cores, options }) {
  return {
    at: new Date().toISOString(),
    commit: said("git", "rev-parse", "HEAD"),
    isDirty: said("git", "status", "--porcelain") !== "",
    kernel: os.release(),
    processor: os.cpus()[0]?.model,
    cores: os.cpus().length,
    memoryGb: Math.round(os.totalmem() / 1024 ** 3),
    loadBefore: os.loadavg()[0],
    versions: {
      node: process.versions.node,
      next: versionOf("next"),
      react: versionOf("react"),
      prisma: versionOf("@prisma/client"),
      pgbench: pgbench && said(pgbench, "--version"),
    },
    postgres: { server: server.name, ...server.settings },
    pinned: cores,
    options,
  };
}

/** Bytes of a database, all and by table, for each member. */
export async function sizesOf({ url, world }) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: whole } = await client.query("SELECT pg_database_size(current_database())::float8 AS bytes");
    const { rows: tables } = await client.query(`
      SELECT relname AS name, pg_table_size(oid)::float8 AS heap, pg_indexes_size(oid)::float8 AS indexes
        FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
       ORDER BY pg_total_relation_size(oid) DESC LIMIT 12`);
    const each = (bytes) => Math.round(bytes / world.members);
    return {
      bytesPerMember: each(whole[0].bytes),
      tables: tables.map(({ name, heap, indexes }) => ({ name, heap: each(heap), indexes: each(indexes) })),
    };
  } finally {
    await client.end();
  }
}
