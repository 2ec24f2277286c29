import { createServer, type Server } from "node:net";
import { afterEach, expect, test } from "vitest";
import { anyPort, freePortFrom, isFree } from "./lib/port.mjs";

const open: Server[] = [];
const occupy = (port: number, host?: string) =>
  new Promise<void>((resolve) => {
    open.push(createServer().listen({ port, host }, resolve));
  });
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

test.each(["127.0.0.1", "0.0.0.0", "::"])("a port somebody holds on %s is not free", async (host) => {
  const port = await anyPort();
  expect(await isFree(port)).toBe(true);
  await occupy(port, host);
  expect(await isFree(port)).toBe(false);
});

test("the next free port above a taken one is found", async () => {
  const port = await anyPort();
  await occupy(port);
  const found = await freePortFrom(port);
  expect(found).toBeGreaterThan(port);
  expect(await isFree(found)).toBe(true);
});
