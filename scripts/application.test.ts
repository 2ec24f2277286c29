import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { expect, test } from "vitest";
import { startApplication } from "./lib/application.mjs";
import { anyPort } from "./lib/port.mjs";

const env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", NEXT_DIST_DIR: ".next-nowhere" };

test("a port that somebody took in the meantime is no fault", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  expect(await startApplication({ port, host: "127.0.0.1", env })).toBeNull();
  other.close();
}, 30_000);

test("an application that cannot start says why", async () => {
  const started = startApplication({ port: await anyPort(), host: "127.0.0.1", env });
  await expect(started).rejects.toThrow(/does not get ready\.[\s\S]*Could not find a production build/);
}, 30_000);
