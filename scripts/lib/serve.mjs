import fs from "node:fs";
import { startApplication } from "./application.mjs";
import { demoAccounts } from "./demo.mjs";
import { addressAt, applicationEnvironment } from "./environment.mjs";
import { freePortFrom } from "./port.mjs";
import { step } from "./step.mjs";

/** Serves on the wanted port, or the next free one, and says where. */
export async function serve(databaseUrl) {
  const wanted = Number(process.env.PORT || 3000);
  const appUrl = process.env.APP_URL;
  let application = null;
  let port = wanted;
  await step("Application", async () => {
    while (!application) {
      port = await freePortFrom(port);
      application = await startApplication({
        port,
        host: hostName(),
        env: applicationEnvironment({ databaseUrl, port, appUrl }),
      });
    }
    return port === wanted ? `port ${port}` : `port ${wanted} is taken, port ${port}`;
  });
  await welcome(databaseUrl, addressAt(port, appUrl));
  return application;
}

/** A demo with known passwords is for this machine alone; what is behind a database of one's own, or in a container, is meant to be reached. */
function hostName() {
  if (process.env.HOST) return process.env.HOST;
  const isMeantForOthers =
    process.env.DATABASE_URL || ["/.dockerenv", "/run/.containerenv"].some((file) => fs.existsSync(file));
  return isMeantForOthers ? undefined : "localhost";
}

async function welcome(databaseUrl, address) {
  console.log(`\nTessera is at ${address}`);
  const accounts = await demoAccounts(databaseUrl);
  if (accounts.length > 0) console.log("Demo sign-ins (e-mail, password):");
  for (const { role, name, email, password } of accounts) console.log(`  ${role}: ${name}, ${email}, ${password}`);
  console.log("Ctrl-C stops it.\n");
}
