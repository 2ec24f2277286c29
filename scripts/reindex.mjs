// Writes the read model of search anew for everyone, in batches: `npm run reindex`. The site keeps running meanwhile.
import pg from "pg";
import { withDatabase } from "./lib/command-database.mjs";
import { command } from "./lib/problem.mjs";

const BATCH = 2000;

async function reindex(connectionString) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    let people = 0;
    let after = "00000000-0000-0000-0000-000000000000";
    for (;;) {
      const { rows } = await client.query('SELECT "id" FROM "Member" WHERE "id" > $1 ORDER BY "id" LIMIT $2', [
        after,
        BATCH,
      ]);
      if (rows.length === 0) break;
      const ids = rows.map(({ id }) => id);
      await client.query("SELECT directory_refresh($1::uuid[])", [ids]);
      people += ids.length;
      after = ids.at(-1);
    }
    console.log(`${people} people brought in line with their profiles.`);
  } finally {
    await client.end();
  }
}

await command(() => withDatabase(reindex, { needsOnlyAServer: false }));
