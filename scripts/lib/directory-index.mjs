import pg from "pg";
import { step } from "./step.mjs";

const BATCH = 2000;
/** Connections that fill the entries side by side. */
const FILLERS = 2;
/** Shown when so many more batches are done. */
const NEWS = 50;

const AFTER_NOBODY = "00000000-0000-0000-0000-000000000000";
/** Made again after the entries: entries that come without them come quicker. Those that stand for a constraint stay. */
const INDEXES = `SELECT c.oid::regclass::text AS name, pg_get_indexdef(c.oid) AS definition FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
  WHERE i.indrelid = '"DirectoryEntry"'::regclass AND NOT i.indisunique ORDER BY 1`;
/** Which indexes are to come back stands on the table while they are away: a rebuild that is cut short can be taken up. */
const NOTE = `obj_description('"DirectoryEntry"'::regclass)`;

async function withClient(url, body) {
  const client = new pg.Client({ connectionString: url, statement_timeout: 0 });
  await client.connect();
  try {
    return await body(client);
  } finally {
    await client.end();
  }
}

/** Whether there is anybody to be found; and whether search knows nobody of them, or not all: after a change of its tables, or half a rebuild. */
export const stateOf = (url) =>
  withClient(url, async (client) => {
    const { rows } = await client.query(
      `SELECT EXISTS (SELECT FROM "Member") AS "hasPeople", EXISTS (SELECT FROM "DirectoryEntry") AND ${NOTE} IS NULL AS "isWhole"`,
    );
    const [{ hasPeople, isWhole }] = rows;
    return { hasPeople, isUnindexed: hasPeople && !isWhole };
  });

/** Hands out everybody's ids in batches. */
function batchesOf(client) {
  let after = AFTER_NOBODY;
  let queue = Promise.resolve();
  const take = async () => {
    const { rows } = await client.query('SELECT "id" FROM "Member" WHERE "id" > $1 ORDER BY "id" LIMIT $2', [
      after,
      BATCH,
    ]);
    after = rows.at(-1)?.id ?? after;
    return rows.map(({ id }) => id);
  };
  return () => {
    queue = queue.then(take);
    return queue;
  };
}

/** Refreshes everybody over some connections; says from time to time how far it is. */
async function refreshOver(url, clients) {
  return withClient(url, async (reader) => {
    const [{ n: all }] = (await reader.query('SELECT count(*)::int AS n FROM "Member"')).rows;
    const next = batchesOf(reader);
    let people = 0;
    const fill = async (client) => {
      for (let ids = await next(); ids.length > 0; ids = await next()) {
        await client.query("SELECT directory_refresh($1::uuid[])", [ids]);
        people += ids.length;
        if (people % (BATCH * NEWS) === 0) console.log(`  ${people} of ${all}`);
      }
    };
    await Promise.all(clients.map(fill));
    return people;
  });
}

/** Brings everybody in line, one batch after the other; writes only what differs. The people looked at. */
export const refreshAll = (url) => withClient(url, (client) => refreshOver(url, [client]));

/** Makes the whole index anew; the people in it. When something last changed for a class of viewers is carried over. */
export const rebuild = (url) =>
  withClient(url, async (client) => {
    const indexes = await takeIndexes(client);
    await client.query(
      `CREATE TEMPORARY TABLE directory_changed AS SELECT "memberId", "viewer", "rank", "updatedAt" FROM "DirectoryEntry"`,
    );
    await client.query(
      'TRUNCATE "DirectoryEntry", "DirectoryChunk", "DirectoryMove", "DirectoryCount", "DirectoryTally" RESTART IDENTITY',
    );
    let people = 0;
    await step("Entries", async () => {
      people = await fillEntries(url);
      await client.query(`SET tessera.bulk = 'on'; ${CARRY_OVER}; RESET tessera.bulk`);
      return `${people} people`;
    });
    await step("Indexes", () => makeIndexes(client, indexes));
    await step("Lists and counts", () => follow(client));
    await client.query('COMMENT ON TABLE "DirectoryEntry" IS NULL');
    await client.query(
      'VACUUM (ANALYZE) "DirectoryEntry", "DirectoryChunk", "DirectoryMove", "DirectoryCount", "DirectoryTally"',
    );
    return people;
  });

/** Takes the indexes away, noting them first; with those that an earlier rebuild took and did not bring back. */
async function takeIndexes(client) {
  const { rows: there } = await client.query(INDEXES);
  const { rows: noted } = await client.query(`SELECT ${NOTE} AS note`);
  const indexes = new Map([...JSON.parse(noted[0].note ?? "[]"), ...there].map((index) => [index.name, index]));
  const all = [...indexes.values()];
  await client.query(`COMMENT ON TABLE "DirectoryEntry" IS ${client.escapeLiteral(JSON.stringify(all))}`);
  for (const { name } of there) await client.query(`DROP INDEX ${name}`);
  return all;
}

/** The month stands in ten bits of the rank. */
const CARRY_OVER = `UPDATE "DirectoryEntry" e SET "updatedAt" = c."updatedAt", "rank" = (e."rank" & ~(1023 << 10)) | (c."rank" & (1023 << 10))
  FROM directory_changed c WHERE (c."memberId", c."viewer") = (e."memberId", e."viewer")`;

async function fillEntries(url) {
  const clients = Array.from({ length: FILLERS }, () => new pg.Client({ connectionString: url, statement_timeout: 0 }));
  try {
    for (const client of clients) {
      await client.connect();
      await client.query("SET tessera.bulk = 'on'; SET synchronous_commit = off; SET jit = off");
    }
    return await refreshOver(url, clients);
  } finally {
    for (const client of clients) await client.end();
  }
}

async function makeIndexes(client, indexes) {
  await client.query("SET maintenance_work_mem = '512MB'");
  for (const { name, definition } of indexes) {
    await client.query(`DROP INDEX IF EXISTS ${name}`);
    await client.query(definition);
  }
  return `${indexes.length} built`;
}

/** Whoever edits a profile waits until lists and counts are there. */
async function follow(client) {
  await client.query("BEGIN");
  await client.query('LOCK "DirectoryEntry" IN SHARE MODE');
  await client.query("SET LOCAL work_mem = '256MB'; SET LOCAL jit = off");
  await client.query('TRUNCATE "DirectoryChunk", "DirectoryMove", "DirectoryCount", "DirectoryTally"');
  await client.query("SELECT directory_follow_all()");
  await client.query("COMMIT");
  return "";
}
