import { seedDemo, syncDirectory, syncTaxonomy } from "./demo.mjs";
import { startEmbedded } from "./embedded.mjs";
import { end, isEnding, onEnd } from "./lifecycle.mjs";
import { deploy } from "./migrations.mjs";
import { reach, shown } from "./reach.mjs";
import { inRoot } from "./root.mjs";
import { step } from "./step.mjs";

/** The database of this start, migrated and filled with what it needs; its address. */
export async function openDatabase() {
  const given = process.env.DATABASE_URL;
  const url = given ? await reachGiven(given) : await startOwn();
  await step("Migrations", async () => {
    const applied = await deploy(url, inRoot("prisma"));
    return applied.length > 0 ? `${applied.length} applied` : "nothing new";
  });
  await syncDirectory(url, { isStale: await syncTaxonomy(url) });
  // A database of one's own never gets accounts with known passwords unless it is asked for.
  const isWanted = given ? process.env.DEMO === "1" : process.env.DEMO !== "0";
  if (isWanted) await seedDemo(url);
  return url;
}

async function reachGiven(url) {
  await step("Database", async () => {
    await reach(url);
    return shown(url);
  });
  return url;
}

async function startOwn() {
  let server;
  await step("Database", async () => {
    server = await startEmbedded();
    onEnd(() => server.stop());
    return `PostgreSQL on port ${server.port}${server.isNew ? ", new" : ""}`;
  });
  void server.exited.then(() => isEnding() || console.error("PostgreSQL has ended.")).then(() => end(1));
  return server.url("tessera");
}
