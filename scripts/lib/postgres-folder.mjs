import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { Problem } from "./problem.mjs";

/** All that PostgreSQL's programs get to know of ours. */
export const environment = { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" };

export const logFile = (folder) => `${folder}.log`;
export const isInitialised = (folder) => fs.existsSync(path.join(folder, "PG_VERSION"));
const passwordFile = (folder) => path.join(path.dirname(folder), "pg.password");

/** Address of a database of the server on `folder`. */
export function addressOf(folder, port, database) {
  const password = fs.readFileSync(passwordFile(folder), "utf8").trim();
  return `postgresql://tessera:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** Makes a data folder and its password. */
export function initialise({ folder, native, account, password }) {
  const { uid, gid } = account.ids;
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  fs.writeFileSync(passwordFile(folder), password ?? randomBytes(18).toString("base64url"), { mode: 0o600 });
  if (uid) for (const place of [folder, passwordFile(folder)]) fs.chownSync(place, uid, gid);
  const access = ["--username=tessera", "--auth=scram-sha-256", `--pwfile=${passwordFile(folder)}`];
  const text = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const [command, args] = account.wrap(path.join(native, "bin", "initdb"), ["-D", folder, ...access, ...text]);
  const { status, stderr, error } = spawnSync(command, args, {
    ...account.ids,
    env: environment,
    encoding: "utf8",
    cwd: "/",
  });
  if (status !== 0) throw new Problem(`The database could not be created: ${error?.message ?? stderr.trim()}`);
}
