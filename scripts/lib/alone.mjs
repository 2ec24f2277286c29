import pg from "pg";

const locks = { migrations: 7_352_718, seeds: 7_352_719 };

/**
 * Does something to a database while nobody else does the same; whoever comes at the same moment waits.
 * @template T
 * @param {string} url
 * @param {keyof typeof locks} what
 * @param {() => Promise<T>} body
 */
export async function alone(url, what, body) {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [locks[what]]);
    return await body();
  } finally {
    await client.end();
  }
}
