import pg from "pg";
import { provide } from "../generator/database.mjs";
import { DEFAULTS, worldOf } from "../generator/world.mjs";

/** The worlds of a run, in databases of the server: the large one, and the small one that growth is counted from (or null). */
export async function provideWorlds(server, { members, small, seed, only = null }) {
  const make = async (size) => {
    console.log(`World of ${size}`);
    const parameters = { ...DEFAULTS, seed, members: size };
    const made = await provide(server.url, parameters);
    return { ...made, world: worldOf(parameters, await competenceIds(made.url)) };
  };
  return { large: await make(members), small: members > small && !only ? await make(small) : null };
}

/** Slug → key of every competence, as this database numbered them. */
export async function competenceIds(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query('SELECT "slug", "id" FROM "Competence"');
    return new Map(rows.map(({ slug, id }) => [slug, id]));
  } finally {
    await client.end();
  }
}
