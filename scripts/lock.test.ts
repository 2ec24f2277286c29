import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockHolder, takeLock, withLock } from "./lib/lock.mjs";
import { inRoot } from "./lib/root.mjs";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "tessera-lock-"));
  file = path.join(folder, "lock");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A process that takes the lock and holds it until it is killed. */
async function anotherHolder() {
  const module = inRoot("scripts/lib/lock.mjs");
  const script = `import("${module}").then((m) => { const { release } = m.takeLock(${JSON.stringify(file)}); console.log(Boolean(release)); setInterval(() => {}, 1000); })`;
  const child = spawn(process.execPath, ["-e", script], { stdio: ["ignore", "pipe", "inherit"] });
  const [said] = await once(child.stdout, "data");
  return { child, hasIt: String(said).trim() === "true" };
}

test("a lock is held until it is released", () => {
  const { release } = takeLock(file);
  expect(lockHolder(file)).toBe(process.pid);
  expect(takeLock(file)).toEqual({ holder: process.pid });
  release?.();
  expect(lockHolder(file)).toBeNull();
  expect(existsSync(file)).toBe(false);
});

test("a living holder is respected, a killed one is not", async () => {
  const { child, hasIt } = await anotherHolder();
  expect(hasIt).toBe(true);
  expect(takeLock(file)).toEqual({ holder: child.pid });
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(takeLock(file).release).toBeTypeOf("function");
});

test("a pid that now belongs to another program holds nothing", () => {
  writeFileSync(file, `${process.pid}\nnode scripts/start.mjs`);
  expect(lockHolder(file)).toBeNull();
  expect(takeLock(file).release).toBeTypeOf("function");
});

test("of several that want a dead lock at once, one gets it", async () => {
  writeFileSync(file, "999999999\nnode scripts/start.mjs");
  const holders = await Promise.all(Array.from({ length: 4 }, anotherHolder));
  expect(holders.filter(({ hasIt }) => hasIt)).toHaveLength(1);
  for (const { child } of holders) child.kill("SIGKILL");
  expect(readdirSync(folder)).toEqual(["lock"]);
});

test("whoever can wait gets the lock when it is given back", async () => {
  const order: string[] = [];
  const { release } = takeLock(file);
  const waiting = withLock(file, async () => order.push("second"));
  order.push("first");
  release?.();
  await waiting;
  expect(order).toEqual(["first", "second"]);
  expect(existsSync(file)).toBe(false);
});
