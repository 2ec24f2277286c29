import { randomBytes } from "node:crypto";
import pg from "pg";
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
    const found = await client.query('SELECT FROM "DirectoryEntry" WHERE "memberId" = $1 AND "text" LIKE $2', [
      id,
      `%${word}%`,
    ]);
    await client.query("ROLLBACK");
    return found.rowCount > 0;
  } finally {
    await client.end();
  }
}
