// What must be there before anything else can run: packages and the database client. Node's own modules only.
import { fileURLToPath } from "node:url";
import { prepareClient } from "./lib/client.mjs";
import { inData } from "./lib/data-folder.mjs";
import { withLock } from "./lib/lock.mjs";
import { installPackages, requireNode } from "./lib/packages.mjs";
import { command } from "./lib/problem.mjs";

export async function bootstrap() {
  requireNode();
  await withLock(inData("bootstrap.lock"), async () => {
    await installPackages();
    await prepareClient();
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await command(bootstrap);
