import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { onEnd } from "../../scripts/lib/lifecycle.mjs";
import { startPostgres } from "../../scripts/lib/postgres.mjs";
import { Problem } from "../../scripts/lib/problem.mjs";
import { pause } from "../../scripts/lib/processes.mjs";
import { onServer } from "../ground/server.mjs";
import { serve } from "../ground/site.mjs";

const RECOVERY_MS = 60_000;
const BACKENDS = `SELECT pid FROM pg_stat_activity
  WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
  ORDER BY state = 'idle', random()`;

/** A PostgreSQL of our own, safe against power cuts as it comes, that can be killed and started again. */
export async function openPostgres() {
  const place = fs.mkdtempSync(path.join(os.tmpdir(), "tessera-crash-"));
  fs.chmodSync(place, 0o711);
  onEnd(() => fs.rmSync(place, { recursive: true, force: true }));
  const start = (port) => startPostgres({ folder: path.join(place, "pg"), port, disposable: place });
  let server = await start();
  onEnd(() => server.stop());
  return {
    url: (database) => server.url(database),
    /** As a power cut would: nothing is finished, nothing written down that was not already. */
    async stopAtOnce() {
      const { pid, port, exited } = server;
      process.kill(pid, "SIGQUIT");
      await exited;
      server = await start(port);
    },
  };
}

/** The application on a port that stays the same, however often it is killed. */
export async function openSite(url, folder) {
  let site = await serve(url, { folder, worker: "on" });
  return {
    origin: site.origin,
    async kill() {
      const { pid, port, exited } = site;
      process.kill(pid, "SIGKILL");
      await exited;
      site = await serve(url, { folder, port, worker: "on" });
    },
    stop: () => site.stop(),
  };
}

/** The ways to go, in turn. Each comes back when what it killed answers again. */
export function waysToKill({ postgres, site, url }) {
  const backends = () => onServer(url, async (client) => (await client.query(BACKENDS)).rows.map(({ pid }) => pid));
  return {
    "kill -9 of the application": () => site.kill(),
    "pg_terminate_backend of every connection": () =>
      onServer(url, (client) => client.query(`SELECT pg_terminate_backend(pid) FROM (${BACKENDS}) theirs`)),
    "kill -9 of one backend": async () => {
      const [pid] = await backends();
      if (pid) process.kill(pid, "SIGKILL");
      await isBack(url);
    },
    "PostgreSQL stopped at once": async () => {
      await postgres.stopAtOnce();
      await isBack(url);
    },
  };
}

/** Waits until the database answers: after a backend was killed all of them are, and what was written is recovered. */
async function isBack(url) {
  const end = Date.now() + RECOVERY_MS;
  for (;;) {
    const isThere = await onServer(url, (client) => client.query("SELECT 1")).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    if (Date.now() > end) throw new Problem("PostgreSQL does not come back.");
    await pause(50);
  }
}
