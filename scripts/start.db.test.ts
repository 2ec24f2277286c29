import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer, type Server } from "node:net";
import os from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { lockHolder } from "./lib/lock.mjs";
import { anyPort } from "./lib/port.mjs";
import { waitUntil } from "./lib/processes.mjs";
import { inRoot } from "./lib/root.mjs";

let data: string;
let tarpit: Server;
let silentUrl: string;
const started: ChildProcess[] = [];

/** A server that accepts and never answers: whoever starts on it stays at its first step for five seconds. */
beforeAll(async () => {
  tarpit = createServer(() => {}).listen(0, "127.0.0.1");
  await once(tarpit, "listening");
  silentUrl = `postgresql://nobody@127.0.0.1:${(tarpit.address() as AddressInfo).port}/none`;
});
afterAll(() => void tarpit.close());

beforeEach(() => {
  data = mkdtempSync(path.join(os.tmpdir(), "tessera-start-"));
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
  rmSync(data, { recursive: true, force: true });
});

const holder = () => lockHolder(path.join(data, "launcher.lock"));
const holds = () => waitUntil(() => holder() !== null, { milliseconds: 10_000 });
const isFreeWithin = (milliseconds: number) => waitUntil(() => holder() === null, { milliseconds });

function launch(url: string, { program = process.execPath, args = [inRoot("scripts/start.mjs")], env = {} } = {}) {
  const { npm_execpath: _, ...rest } = process.env;
  const child = spawn(program, args, { env: { ...rest, TESSERA_DATA: data, DATABASE_URL: url, ...env } });
  started.push(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (said += part));
  const ended = once(child, "close").then(([code]) => ({ code, said }));
  return { child, ended };
}

test("a database that cannot be reached is one sentence and exit code 1", async () => {
  const url = `postgresql://ada:secret@127.0.0.1:${await anyPort()}/tessera`;
  const { code, said } = await launch(url).ended;
  expect(code).toBe(1);
  expect(said.trim().split("\n")).toEqual([
    "· Database … failed",
    expect.stringMatching(/^The database at 127\.0\.0\.1:\d+\/tessera cannot be reached: nothing listens there\.$/),
  ]);
});

test("an address that is none is one sentence and exit code 1", async () => {
  const { code, said } = await launch("mysql://localhost/tessera").ended;
  expect(code).toBe(1);
  expect(said).toContain("DATABASE_URL is not an address of the form postgresql://user:password@host:5432/database.");
});

test("a second start in the same folder says that the first one runs, and leaves it alone", async () => {
  const first = launch(silentUrl);
  expect(await holds()).toBe(true);
  const { code, said } = await launch(silentUrl).ended;
  expect(code).toBe(1);
  expect(said.trim()).toBe(`Tessera already runs from this folder (process ${first.child.pid}): stop it first.`);
  expect(holder()).toBe(first.child.pid);
});

test("a launcher that was killed does not keep the next one away", async () => {
  const first = launch(silentUrl);
  expect(await holds()).toBe(true);
  first.child.kill("SIGKILL");
  await first.ended;
  const second = launch(silentUrl);
  expect(await waitUntil(() => holder() === second.child.pid, { milliseconds: 10_000 })).toBe(true);
});

test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
  "%s ends it at once, also in the middle of a step",
  async (signal) => {
    const { child, ended } = launch(silentUrl);
    expect(await holds()).toBe(true);
    child.kill(signal);
    const { code, said } = await ended;
    expect(code).toBe(0);
    expect(said).not.toContain("    at ");
    expect(existsSync(path.join(data, "launcher.lock"))).toBe(false);
  },
);

test("it ends when the shell that npm put above it is gone", async () => {
  const script = `${process.execPath} ${inRoot("scripts/start.mjs")}; true`;
  const { child } = launch(silentUrl, { program: "sh", args: ["-c", script], env: { npm_execpath: "npm-cli.js" } });
  expect(await holds()).toBe(true);
  child.kill("SIGTERM");
  expect(await isFreeWithin(10_000)).toBe(true);
});

test("started without npm, it outlives the shell", async () => {
  const script = `${process.execPath} ${inRoot("scripts/start.mjs")}; true`;
  const { child } = launch(silentUrl, { program: "sh", args: ["-c", script] });
  expect(await holds()).toBe(true);
  const launcher = holder() as number;
  child.kill("SIGTERM");
  expect(await isFreeWithin(2000)).toBe(false);
  process.kill(launcher, "SIGKILL");
});
