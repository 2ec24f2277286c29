import { randomBytes } from "node:crypto";
import pg from "pg";
import { Problem } from "../../scripts/lib/problem.mjs";
import { memberIdSql } from "../generator/calendar.mjs";
import { memberId } from "../generator/members.mjs";
import { pgbench } from "../measure/pgbench.mjs";
import { quantile } from "../measure/statistics.mjs";

/** Writes a row anew, as wide as it was, so that the world stays the same. */
const update = (id) => `UPDATE "Member" SET "headline" = "headline", "updatedAt" = now() WHERE "id" = ${id};`;

/** An edit of a profile as the product makes it, in SQL: the row, then what search shows of it; among as many of the row alone. */
export async function timeEdits(setting, { calendar, members }, transactions) {
  const id = memberIdSql(calendar, ":n");
  const draw = `\\set n random(0, ${members - 1})\n`;
  const bare = `${draw}BEGIN;\n${update(id)}\nCOMMIT;\n`;
  const edit = `${draw}BEGIN;\n${update(id)}\nSELECT directory_refresh(ARRAY[${id}]);\nCOMMIT;\n`;
  const { byScript } = await pgbench({ ...setting, scripts: [bare, edit], transactions: transactions * 2 });
  const [floor, own] = [0, 1].map((i) => ({
    p50: quantile(byScript.get(i), 0.5),
    p99: quantile(byScript.get(i), 0.99),
  }));
  return { ...own, floor };
}

/** Whether a word written into a profile is in the read model before the transaction ends. Leaves nothing behind. */
export async function isFoundAtOnce(url, world) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const word = `q${randomBytes(8).toString("hex")}`;
    const { rows } = await client.query(
      'SELECT "memberId" AS id FROM "DirectoryEntry" WHERE "viewer" = \'MEMBER\' LIMIT 1',
    );
    const id = rows[0]?.id ?? memberId(world, 0);
    await client.query("BEGIN");
    await client.query('UPDATE "Member" SET "headline" = $2 WHERE "id" = $1', [id, word]);
    await client.query("SELECT directory_refresh(ARRAY[$1::uuid])", [id]);
    const isFound = await saysWord(client, id, word);
    await client.query("ROLLBACK");
    return isFound;
  } finally {
    await client.end();
  }
}

/** How the read model is asked for a word, by the column that holds what is searched. */
const ASKED = {
  text: `"text" LIKE '%' || $2 || '%'`,
  words: `"words" @@ plainto_tsquery('simple', $2)`,
};

/** Whether search would find somebody by a word, as far as this transaction sees. */
export async function saysWord(client, id, word) {
  const { rows } = await client.query(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = '"DirectoryEntry"'::regclass AND NOT attisdropped AND attname = ANY ($1)`,
    [Object.keys(ASKED)],
  );
  if (rows.length === 0)
    throw new Problem("The index of search has none of the columns that this bench can ask for a word.");
  const conditions = rows.map(({ name }) => ASKED[name]).join(" OR ");
  const found = await client.query(`SELECT FROM "DirectoryEntry" WHERE "memberId" = $1 AND (${conditions})`, [
    id,
    word,
  ]);
  return found.rowCount > 0;
}
