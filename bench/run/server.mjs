import { mkdirSync } from "node:fs";
import os from "node:os";
import pg from "pg";
import { inData } from "../../scripts/lib/data-folder.mjs";
import { onEnd } from "../../scripts/lib/lifecycle.mjs";
import { startPostgres } from "../../scripts/lib/postgres.mjs";
import { addressOf } from "../../scripts/lib/postgres-folder.mjs";
import { postmasterOf as postmasterRunning } from "../../scripts/lib/postmaster.mjs";
import { reach, shown } from "../../scripts/lib/reach.mjs";
import { step } from "../../scripts/lib/step.mjs";
import { pin, unpin } from "../measure/affinity.mjs";
import { postmasterOf } from "../measure/cpu.mjs";

const GB = 1024 ** 3;

/** A quarter of the memory, as its manual advises; everything else is as PostgreSQL comes, writes included. */
const settings = () => [
  `shared_buffers=${Math.max(1, Math.min(4, Math.floor(os.totalmem() / GB / 4)))}GB`,
  "max_wal_size=8GB",
];

/**
 * The server of a run: that of DATABASE_URL, else one of the bench's own on the PostgreSQL that npm carries. One that measures
 * nothing may be `isShared`: then the bench's own is used as it is where another run has started it.
 */
export async function openServer({ isShared = false } = {}) {
  const given = process.env.DATABASE_URL;
  if (given) {
    await reach(given);
    return described(given, shown(given));
  }
  const running = isShared ? postmasterRunning(inData("bench/pg")) : null;
  if (running) return described(addressOf(inData("bench/pg"), running.port, "postgres"), "embedded");
  let server;
  await step("PostgreSQL", async () => {
    mkdirSync(inData("bench"), { recursive: true, mode: 0o711 });
    server = await startPostgres({ folder: inData("bench/pg"), settings: settings() });
    onEnd(() => server.stop());
    return `port ${server.port}${server.isNew ? ", new" : ""}`;
  });
  return described(server.url("postgres"), "embedded");
}

const SETTINGS = [
  "server_version",
  "shared_buffers",
  "work_mem",
  "effective_cache_size",
  "fsync",
  "synchronous_commit",
  "jit",
];

async function described(url, name) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(
      "SELECT name, current_setting(name) AS value FROM pg_settings WHERE name = ANY ($1)",
      [SETTINGS],
    );
    const pid = await postmasterOf(client);
    return { url, name, pid, settings: Object.fromEntries(rows.map((row) => [row.name, row.value])) };
  } finally {
    await client.end();
  }
}

/** Holds the server to one core until the run ends. */
export function holdServer({ pid }, cores) {
  if (!cores) return;
  pin(pid, cores.server);
  onEnd(() => unpin(pid));
}
