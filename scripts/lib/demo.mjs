import fs from "node:fs";
import pg from "pg";
import { alone } from "./alone.mjs";
import { rebuild, refreshAll, stateOf } from "./directory-index.mjs";
import { inRoot } from "./root.mjs";
import { runNode, step } from "./step.mjs";

const demo = "prisma/seed/demo.mjs";
const accountsFile = inRoot("prisma/seed/demo-accounts.json");

/** Brings the reference data up to date: always, everywhere. Whether anything was new. */
export async function syncTaxonomy(url) {
  let changed = 0;
  await step("Reference data", async () => {
    // Only here, because what the file imports may not be installed yet when this one is read.
    const { seedTaxonomyOf } = await import("../../prisma/seed/taxonomy.mjs");
    changed = await alone(url, "seeds", () => seedTaxonomyOf(url));
    return changed > 0 ? `${changed} rows` : "nothing new";
  });
  return changed > 0;
}

/** Brings search in line where it cannot be: its tables were made anew, or what it reads of the taxonomy has changed. */
export function syncDirectory(url, { isStale }) {
  return alone(url, "seeds", async () => {
    const { hasPeople, isUnindexed } = await stateOf(url);
    if (isUnindexed) await rebuild(url);
    else if (isStale && hasPeople) await step("Search", async () => `${await refreshAll(url)} people`);
  });
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
