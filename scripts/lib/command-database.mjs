import fs from "node:fs";
import { openEmbedded } from "./embedded.mjs";
import { reach } from "./reach.mjs";
import { inRoot } from "./root.mjs";
import { startThrowaway } from "./throwaway.mjs";

/**
 * Gives a command its database: the one of DATABASE_URL (also from `.env`), else the embedded one, started for the moment if it
 * is not running. What only needs some server gets a throw-away one.
 */
export async function withDatabase(body, { needsOnlyAServer }) {
  if (fs.existsSync(inRoot(".env"))) process.loadEnvFile(inRoot(".env"));
  const given = process.env.DATABASE_URL;
  if (given) {
    await reach(given);
    return body(given);
  }
  const server = needsOnlyAServer ? await startThrowaway() : await openEmbedded();
  try {
    return await body(server.url(needsOnlyAServer ? "postgres" : "tessera"));
  } finally {
    await server.stop();
  }
}
