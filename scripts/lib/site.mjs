import pg from "pg";
import { startApplication } from "./application.mjs";
import { seedDemo, syncTaxonomy } from "./demo.mjs";
import { applicationEnvironment } from "./environment.mjs";
import { deploy } from "./migrations.mjs";
import { anyPort } from "./port.mjs";
import { inRoot } from "./root.mjs";

/** A site with the demo world, ready for visitors; the environment in which to visit it. */
export async function openSite(server, { name, folder }) {
  const databaseUrl = await makeDatabase(server, name);
  await deploy(databaseUrl, inRoot("prisma"));
  await syncTaxonomy(databaseUrl);
  await seedDemo(databaseUrl);
  for (;;) {
    const port = await anyPort();
    const env = { ...applicationEnvironment({ databaseUrl, port, appUrl: "" }), ...sealed, NEXT_DIST_DIR: folder };
    const application = await startApplication({ port, host: "localhost", env });
    application?.passOn();
    if (application) return env;
  }
}

/** What a developer has configured must not reach it: no mail goes out, jobs run. */
const sealed = { SMTP_URL: "", WORKER: "on", LOG_LEVEL: "warn", TRUSTED_PROXIES: "", DEMO: "" };

async function makeDatabase(server, name) {
  const client = new pg.Client({ connectionString: server.url("postgres") });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${name}`);
    return server.url(name);
  } finally {
    await client.end();
  }
}
