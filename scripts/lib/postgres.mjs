import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import pg from "pg";
import { accountFor } from "./account.mjs";
import { guard } from "./guard.mjs";
import { hydrate, nativeFolder } from "./native-postgres.mjs";
import { anyPort } from "./port.mjs";
import { addressOf, environment, initialise, isInitialised, logFile } from "./postgres-folder.mjs";
import { clearLock } from "./postmaster.mjs";
import { Problem } from "./problem.mjs";
import { pause } from "./processes.mjs";

/**
 * Starts the PostgreSQL that npm carries on a data folder, which is made when absent; loopback only, with a password.
 * When this process dies, however it dies, the server is stopped and a `disposable` folder removed (see `guard`).
 * @param {{ folder: string, port?: number, password?: string, settings?: string[], disposable?: string }} options
 */
export async function startPostgres({ folder, port, password, settings = [], disposable = "" }) {
  const native = nativeFolder();
  hydrate(native);
  const account = accountFor(folder, native);
  const isNew = !isInitialised(folder);
  if (isNew) initialise({ folder, native, account, password });
  else await clearLock(folder);

  for (let attempt = 1; ; attempt++) {
    const chosen = port ?? (await anyPort());
    const child = launch({ folder, native, account, port: chosen, settings });
    const server = handle(child, disposable);
    const url = (database) => addressOf(folder, chosen, database);
    if (await accepts(child, url("postgres"))) return { ...server, url, isNew, port: chosen };
    if (attempt === 3) throw new Problem(`PostgreSQL does not start: the reason is in ${logFile(folder)}`);
  }
}

function launch({ folder, native, account, port, settings }) {
  const place = ["-D", folder, "-p", String(port), "-h", "127.0.0.1", "-k", ""];
  const options = settings.flatMap((setting) => ["-c", setting]);
  const [command, args] = account.wrap(path.join(native, "bin", "postgres"), [...place, ...options]);
  const log = fs.openSync(logFile(folder), "a", 0o600);
  // Detached: Ctrl-C in the terminal must reach the application first and the database last.
  const child = spawn(command, args, {
    ...account.ids,
    env: environment,
    cwd: "/",
    stdio: ["ignore", log, log],
    detached: true,
  });
  fs.closeSync(log);
  child.once("error", () => {});
  return child;
}

async function accepts(child, url) {
  const end = Date.now() + 30_000;
  while (child.exitCode === null && child.signalCode === null && child.pid !== undefined && Date.now() < end) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 });
    client.on("error", () => {});
    try {
      await client.connect();
      await client.end();
      return true;
    } catch {
      await client.end().catch(() => {});
      await pause(40);
    }
  }
  child.kill("SIGKILL");
  return false;
}

function handle(child, disposable) {
  const exited = new Promise((resolve) => child.once("exit", resolve));
  const watch = guard(child.pid, disposable);
  void exited.then(() => watch.kill("SIGKILL"));
  return {
    pid: child.pid,
    exited,
    /** Ends every connection and stops; a checkpoint is written, so the next start is quick. */
    async stop() {
      const impatience = setTimeout(() => child.kill("SIGQUIT"), 4000);
      child.kill("SIGINT");
      await exited;
      clearTimeout(impatience);
    },
  };
}
