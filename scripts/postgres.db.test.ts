import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startPostgres } from "./lib/postgres.mjs";
import { postmasterOf } from "./lib/postmaster.mjs";
import { waitUntil } from "./lib/processes.mjs";
import { inRoot } from "./lib/root.mjs";

let place: string;
let folder: string;
const servers: { stop: () => Promise<void> }[] = [];

async function start() {
  const server = await startPostgres({ folder });
  servers.push(server);
  return server;
}

async function ask(url: string, text: string) {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

beforeEach(() => {
  place = mkdtempSync(path.join(os.tmpdir(), "tessera-pg-"));
  chmodSync(place, 0o711);
  folder = path.join(place, "pg");
});
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
  rmSync(place, { recursive: true, force: true });
});

test("a new server asks for a password, listens on loopback only, and speaks UTF-8", async () => {
  const server = await start();
  expect(server.isNew).toBe(true);
  expect(await ask(server.url("postgres"), "SELECT lower('È') AS letter")).toEqual([{ letter: "è" }]);
  expect(await ask(server.url("postgres"), "SHOW listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
  const stranger = server.url("postgres").replace(/:[^:@]+@/, ":guess@");
  await expect(ask(stranger, "SELECT 1")).rejects.toThrow("password authentication failed");
  expect(statSync(path.join(place, "pg.password")).mode & 0o077).toBe(0);
});

test("it stops within seconds, and the next start finds its rows", async () => {
  const first = await start();
  await ask(first.url("postgres"), "CREATE TABLE kept AS SELECT 42 AS answer");
  await first.stop();
  expect(postmasterOf(folder)).toBeNull();
  const second = await start();
  expect(second.isNew).toBe(false);
  expect(await ask(second.url("postgres"), "SELECT * FROM kept")).toEqual([{ answer: 42 }]);
});

test("a server that was killed leaves a lock file behind, which does not keep the next one away", async () => {
  const first = await start();
  await ask(first.url("postgres"), "CREATE TABLE kept AS SELECT 42 AS answer");
  process.kill(first.pid as number, "SIGKILL");
  await first.exited;
  expect(existsSync(path.join(folder, "postmaster.pid"))).toBe(true);
  const second = await start();
  expect(await ask(second.url("postgres"), "SELECT * FROM kept")).toEqual([{ answer: 42 }]);
});

test("a lock file whose pid now belongs to another program of the same user is not respected", async () => {
  await (await start()).stop();
  const { uid, gid } = statSync(folder);
  const other = spawn("sleep", ["60"], process.getuid?.() === 0 ? { uid, gid } : {});
  writeFileSync(path.join(folder, "postmaster.pid"), `${other.pid}\n${folder}\n0\n5432\n`);
  expect(postmasterOf(folder)).toBeNull();
  await start();
  expect(postmasterOf(folder)?.pid).not.toBe(other.pid);
  expect(other.exitCode).toBeNull();
  other.kill();
});

test("when the one who started it is killed, the server stops by itself", async () => {
  const module = inRoot("scripts/lib/postgres.mjs");
  const script = `import("${module}").then((m) => m.startPostgres({ folder: ${JSON.stringify(folder)} })).then(() => console.log("up"))`;
  const launcher = spawn(process.execPath, ["-e", script], { stdio: ["ignore", "pipe", "inherit"] });
  await once(launcher.stdout, "data");
  expect(postmasterOf(folder)).not.toBeNull();
  launcher.kill("SIGKILL");
  expect(await waitUntil(() => postmasterOf(folder) === null, { milliseconds: 10_000 })).toBe(true);
});

test.runIf(process.getuid?.() === 0)("root may keep the data where no other account can reach it", async () => {
  chmodSync(place, 0o700);
  const server = await start();
  expect(statSync(folder).uid).toBe(0);
  expect(await ask(server.url("postgres"), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  await server.stop();
  expect(await ask((await start()).url("postgres"), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("what keeps it from starting is in a log that is named", async () => {
  await (await start()).stop();
  writeFileSync(path.join(folder, "postgresql.conf"), "nonsense");
  await expect(start()).rejects.toThrow(`PostgreSQL does not start: the reason is in ${folder}.log`);
  expect(readFileSync(`${folder}.log`, "utf8")).toContain("syntax error");
});
