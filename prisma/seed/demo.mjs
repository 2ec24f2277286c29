import { readFileSync } from "node:fs";
import pg from "pg";
import { asCommand, Refusal } from "./command.mjs";
import { seedActivities } from "./demo/activities.mjs";
import { seedAssociations } from "./demo/associations.mjs";
import { clockOf } from "./demo/clock.mjs";
import { seedCoHosts } from "./demo/cohosts.mjs";
import { seedContributions } from "./demo/contributions.mjs";
import { seedMembers } from "./demo/members.mjs";
import { seedMemberships } from "./demo/memberships.mjs";
import { seedNeeds } from "./demo/needs.mjs";
import { seedNotifications } from "./demo/notifications.mjs";
import { seedProjects } from "./demo/projects.mjs";
import { seedResults } from "./demo/results.mjs";
import { seedWork } from "./demo/work.mjs";
import { seedTaxonomy } from "./taxonomy.mjs";

const world = JSON.parse(readFileSync(new URL("data/demo-world.json", import.meta.url), "utf8"));

/** Fills a database without members with the demo world, as if it had grown until now. Throws when somebody is there. */
export async function seedDemo(connectionString, now = new Date()) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query("BEGIN");
    await seedTaxonomy(client);
    await refuseIfPeopled(client);
    await seedWorld(client, clockOf(now));
    await refreshDirectory(client);
    await client.query("COMMIT");
  } finally {
    await client.end();
  }
}

async function refuseIfPeopled(client) {
  const { rowCount } = await client.query('SELECT FROM "Member" LIMIT 1');
  if (rowCount > 0) throw new Refusal("The demo world goes only into a database without members.");
}

async function seedWorld(client, clock) {
  const { rows } = await client.query('SELECT "slug", "id" FROM "Competence"');
  const ground = { world, clock, competences: new Map(rows.map(({ slug, id }) => [slug, id])) };
  const people = { ...ground, members: await seedMembers(client, ground) };
  const grounded = { ...people, ...(await seedAssociations(client, people)) };
  const joined = { ...grounded, ...(await seedMemberships(client, grounded)) };
  const planned = { ...joined, ...(await seedProjects(client, joined)) };
  const busy = { ...planned, ...(await seedCoHosts(client, planned)) };
  await seedNeeds(client, busy);
  await seedWork(client, busy);
  const done = { ...busy, ...(await seedContributions(client, busy)) };
  await seedResults(client, done);
  const activities = await seedActivities(client, done);
  await seedNotifications(client, { ...done, activities });
}

/** The index of search, where there is one yet. */
async function refreshDirectory(client) {
  const { rows } = await client.query("SELECT to_regprocedure('directory_refresh(uuid[])') IS NOT NULL AS is_there");
  if (rows[0].is_there) await client.query("SELECT directory_refresh(NULL)");
}

await asCommand(import.meta.url, async (databaseUrl) => {
  await seedDemo(databaseUrl);
  const { members, associations, projects } = world;
  return `Demo world: ${members.length} people, ${associations.length} associations, ${projects.length} projects.`;
});
