import { startApplication, startJobs } from "./application.mjs";
import { demoAccounts } from "./demo.mjs";
import { addressAt, applicationEnvironment } from "./environment.mjs";
import { hostFor } from "./host.mjs";
import { freePortFrom } from "./port.mjs";
import { step } from "./step.mjs";

/** Serves, or with WORKER=only just does the jobs, and says so. */
export function serve(databaseUrl) {
  return process.env.WORKER === "only" ? work(databaseUrl) : open(databaseUrl);
}

/** Serves on the wanted port, or the next free one, and says where. */
async function open(databaseUrl) {
  const wanted = Number(process.env.PORT || 3000);
  let application = null;
  let port = wanted;
  await step("Application", async () => {
    while (!application) {
      port = await freePortFrom(port);
      application = await startApplication({ port, host: hostFor(process.env), env: environment(databaseUrl, port) });
    }
    return port === wanted ? `port ${port}` : `port ${wanted} is taken, port ${port}`;
  });
  await welcome(databaseUrl, port);
  application.passOn();
  return application;
}

async function work(databaseUrl) {
  let jobs;
  await step("Jobs", async () => {
    jobs = await startJobs(environment(databaseUrl, process.env.PORT || 3000));
    return "no pages";
  });
  jobs.passOn();
  return jobs;
}

const environment = (databaseUrl, port) => applicationEnvironment({ databaseUrl, port, appUrl: process.env.APP_URL });

async function welcome(databaseUrl, port) {
  console.log(`\nTessera is at ${addressAt(port, process.env.APP_URL)}`);
  const accounts = await demoAccounts(databaseUrl);
  if (accounts.length > 0) console.log("Demo sign-ins (e-mail, password):");
  for (const { role, name, email, password } of accounts) console.log(`  ${role}: ${name}, ${email}, ${password}`);
  console.log("Ctrl-C stops it.\n");
}
