import path from "node:path";
import pg from "pg";
import { startApplication } from "./application.mjs";
import { provideChromium } from "./chromium.mjs";
import { seedDemo, syncTaxonomy } from "./demo.mjs";
import { applicationEnvironment } from "./environment.mjs";
import { deploy } from "./migrations.mjs";
import { anyPort } from "./port.mjs";
import { sentenceOf } from "./problem.mjs";
import { inRoot } from "./root.mjs";
import { show } from "./step.mjs";
import { countPlaywright, countRun } from "./tally.mjs";

const noBrowser =
  "The browser tests need a Chromium: install one (Debian: apt-get install chromium) or name it in CHROMIUM, then run npm test again.";

/** The journeys of e2e/, in a browser, on the production build and a database with the demo world. */
export async function browse({ server, folder, reports }) {
  const chromium = await provideChromium();
  if (!chromium) return failure(noBrowser);
  try {
    const site = await openSite(server, folder);
    const file = path.join(reports, "browser.json");
    const args = ["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"];
    const code = await show(args, { ...site, CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file });
    return countRun({ code, file, count: countPlaywright });
  } catch (error) {
    return failure(sentenceOf(error));
  }
}

function failure(sentence) {
  console.error(sentence);
  return { passed: 0, failed: 1 };
}

/** A site with the demo world, ready for visitors; the environment in which to visit it. */
async function openSite(server, folder) {
  const databaseUrl = await makeDatabase(server, "browser_tests");
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

/** What a developer has configured must not reach the tests: no mail goes out, jobs run. */
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
