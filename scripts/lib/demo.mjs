import fs from "node:fs";
import pg from "pg";
import { alone } from "./alone.mjs";
import { inRoot } from "./root.mjs";
import { runNode, step } from "./step.mjs";

const taxonomy = "prisma/seed/taxonomy.mjs";
const demo = "prisma/seed/demo.mjs";
const accountsFile = inRoot("prisma/seed/demo-accounts.json");

/** Brings the reference data up to date: always, everywhere. */
export function syncTaxonomy(url) {
  return step("Reference data", () => alone(url, "seeds", () => seed(taxonomy, url)));
}

/** Fills an empty database with the demo world; one with anybody in it stays as it is. */
export function seedDemo(url) {
  return alone(url, "seeds", async () => {
    if (!(await hasAccounts(url))) await step("Demo world", () => seed(demo, url));
  });
}

async function seed(script, url) {
  await runNode([script], { what: script, env: { DATABASE_URL: url } });
}

/** The demo accounts that exist in this database, fit to be shown. */
export async function demoAccounts(url) {
  const accounts = JSON.parse(fs.readFileSync(accountsFile, "utf8"));
  const emails = accounts.map(({ email }) => email);
  const rows = await query(url, 'SELECT email FROM "Account" WHERE email = ANY($1)', [emails]);
  const present = new Set(rows.map(({ email }) => email));
  return accounts.filter(({ email }) => present.has(email));
}

async function hasAccounts(url) {
  return (await query(url, 'SELECT FROM "Account" LIMIT 1')).length > 0;
}

async function query(url, text, values = []) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text, values)).rows;
  } finally {
    await client.end();
  }
}
