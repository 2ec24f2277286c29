import { fork } from "node:child_process";
import { once } from "node:events";
import { onEnd } from "../../scripts/lib/lifecycle.mjs";
import { anyPort } from "../../scripts/lib/port.mjs";
import { inRoot } from "../../scripts/lib/root.mjs";
import { pin } from "../measure/affinity.mjs";
import { findNginx, startNginx } from "../measure/nginx.mjs";
import { pagePath } from "./queries.mjs";

/** Floors that are servers of their own, on the core of the application: name → address, process and path. */
export async function startFloors({ origin }, { cores, headers }) {
  const floors = new Map([["F0", { ...(await startHello()), path: "/" }]]);
  const file = await startFile(`${origin}${pagePath({})}`, headers);
  if (file) floors.set("F5", { ...file, path: "/page" });
  if (cores) for (const { pid } of floors.values()) pin(pid, cores.server);
  return floors;
}

async function startHello() {
  const port = await anyPort();
  const child = fork(inRoot("bench/measure/hello.mjs"), [String(port)]);
  await once(child, "message");
  onEnd(() => child.disconnect());
  return { origin: `http://127.0.0.1:${port}`, pid: child.pid };
}

/** The page of the directory as a file of nginx; null where there is no nginx. */
async function startFile(address, headers) {
  const program = findNginx();
  if (!program) return null;
  const bytes = Buffer.from(await (await fetch(address, { headers })).arrayBuffer());
  const server = await startNginx(program, bytes);
  if (server) onEnd(server.stop);
  return server;
}
