// The built application on a port: what `next start` does, with compression of our own (docs/adr/0050).
import { once } from "node:events";
import { createServer } from "node:http";
import os from "node:os";
import { parseArgs } from "node:util";
import next from "next";
import { deliver } from "./lib/delivery.mjs";
import { inRoot, root } from "./lib/root.mjs";

const { values } = parseArgs({ options: { port: { type: "string" }, host: { type: "string" } } });
const port = Number(values.port);
const app = next({ dev: false, dir: root, hostname: values.host, port });
const handle = app.getRequestHandler();

// It listens first: where the port is taken nothing else begins, and whoever comes early waits.
const server = createServer(async (request, response) => (await answering)(request, response));
const listening = once(server.listen(port, values.host), "listening");
const answering = listening
  .then(() => app.prepare())
  .then(() => deliver(inRoot(process.env.NEXT_DIST_DIR ?? ".next", "static"), answer));

/** Set from the first signal on: there may be more of them while it ends. */
let ending;
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => (ending ??= end(signal)));
try {
  await answering;
  console.log("✓ Ready");
} catch (error) {
  console.error(error);
  process.exit(1);
}

async function answer(request, response) {
  try {
    await handle(request, response);
  } catch (error) {
    console.error(error);
    response.statusCode = 500;
    response.end("Internal Server Error");
  }
}

/** What is being answered is answered first. */
async function end(signal) {
  await new Promise((resolve) => server.close(resolve));
  await app.close();
  process.exit(128 + os.constants.signals[signal]);
}
