import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import pg from "pg";
import { accountFor } from "./account.mjs";
import { hydrate, nativeFolder } from "./native-postgres.mjs";
import { anyPort } from "./port.mjs";
import { clearLock } from "./postmaster.mjs";
import { Problem } from "./problem.mjs";
import { pause } from "./processes.mjs";

const env = { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" };
const passwordFile = (folder) => path.join(path.dirname(folder), "pg.password");

/** Address of a database of the server on `folder`. */
export function addressOf(folder, port, database) {
  const password = fs.readFileSync(passwordFile(folder), "utf8").trim();
  return `postgresql://tessera:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/**
 * Starts the PostgreSQL that npm carries on a data folder, which is made when absent; loopback only, with a password.
 * When this process dies, however it dies, the server is stopped and a `disposable` folder removed (see `guard`).
 * @param {{ folder: string, port?: number, password?: string, settings?: string[], disposable?: string }} options
 */
export async function startPostgres({ folder, port, password, settings = [], disposable = "" }) {
  const native = nativeFolder();
  hydrate(native);
  const account = accountFor(folder, native);
  const isNew = !fs.existsSync(path.join(folder, "PG_VERSION"));
  if (isNew) initialise({ folder, native, account, password });
  else await clearLock(folder);

  for (let attempt = 1; ; attempt++) {
    const chosen = port ?? (await anyPort());
    const child = launch({ folder, native, account, port: chosen, settings });
    if (await accepts(child, addressOf(folder, chosen, "postgres"))) {
      return {
        ...handle(child, disposable),
        isNew,
        port: chosen,
        url: (database) => addressOf(folder, chosen, database),
      };
    }
    if (attempt === 3) throw new Problem(`PostgreSQL does not start: the reason is in ${logFile(folder)}`);
  }
}

const logFile = (folder) => `${folder}.log`;

function initialise({ folder, native, account, password }) {
  const { uid, gid } = account.ids;
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  fs.writeFileSync(passwordFile(folder), password ?? randomBytes(18).toString("base64url"), { mode: 0o600 });
  if (uid) for (const place of [folder, passwordFile(folder)]) fs.chownSync(place, uid, gid);
  const options = [
    "-D",
    folder,
    "-U",
    "tessera",
    "-A",
    "scram-sha-256",
    "--pwfile",
    passwordFile(folder),
    "-E",
    "UTF8",
  ];
  const locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions"];
  const [command, args] = account.wrap(path.join(native, "bin", "initdb"), [...options, ...locale]);
  const { status, stderr, error } = spawnSync(command, args, { ...account.ids, env, encoding: "utf8", cwd: "/" });
  if (status !== 0) throw new Problem(`The database could not be created: ${error?.message ?? stderr.trim()}`);
}

function launch({ folder, native, account, port, settings }) {
  const place = ["-D", folder, "-p", String(port), "-h", "127.0.0.1", "-k", ""];
  const [command, args] = account.wrap(path.join(native, "bin", "postgres"), [
    ...place,
    ...settings.flatMap((setting) => ["-c", setting]),
  ]);
  const log = fs.openSync(logFile(folder), "a", 0o600);
  // Detached: Ctrl-C in the terminal must reach the application first and the database last.
  const child = spawn(command, args, { ...account.ids, env, cwd: "/", stdio: ["ignore", log, log], detached: true });
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
  return {
    pid: child.pid,
    exited,
    /** Ends every connection and stops; a checkpoint is written, so the next start is quick. */
    async stop() {
      const impatience = setTimeout(() => child.kill("SIGQUIT"), 4000);
      child.kill("SIGINT");
      await exited;
      clearTimeout(impatience);
      watch.kill("SIGKILL");
    },
  };
}

/** A shell that waits on a pipe from us: when we are gone, even by `kill -9`, the pipe closes and it stops the server. */
function guard(pid, disposable) {
  const script = 'cat >/dev/null; kill -INT "$1" 2>/dev/null; [ -z "$2" ] || { sleep 2; rm -rf "$2"; }';
  const watch = spawn("sh", ["-c", script, "guard", String(pid), disposable], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  watch.once("error", () => {});
  watch.stdin.unref();
  watch.unref();
  return watch;
}
