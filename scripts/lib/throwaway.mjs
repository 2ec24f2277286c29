import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { startPostgres } from "./postgres.mjs";

const fast = ["fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=200"];

/** A database server for tests: in a temporary folder, quick rather than safe, gone after `stop()`. */
export async function startThrowaway() {
  const place = fs.mkdtempSync(path.join(os.tmpdir(), "tessera-test-"));
  fs.chmodSync(place, 0o711);
  const server = await startPostgres({ folder: path.join(place, "pg"), settings: fast, disposable: place });
  return {
    url: server.url,
    async stop() {
      await server.stop();
      fs.rmSync(place, { recursive: true, force: true });
    },
  };
}
