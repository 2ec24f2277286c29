import { randomBytes } from "node:crypto";
import pg from "pg";
import { memberIdSql } from "../generator/calendar.mjs";
import { memberId } from "../generator/members.mjs";
import { pgbench } from "../measure/pgbench.mjs";

/** Writes a row anew, as wide as it was, so that the world stays the same. */
const update = (id) => `UPDATE "Member" SET "headline" = "headline", "updatedAt" = now() WHERE "id" = ${id};`;

/** An edit of a profile as the product makes it, in SQL: the row, then what search shows of it; beside it the row alone. */
export async function timeEdits(setting, { calendar, members }, transactions) {
  const id = memberIdSql(calendar, ":n");
  const draw = `\\set n random(0, ${members - 1})\n`;
  const bare = `${draw}BEGIN;\n${update(id)}\nCOMMIT;\n`;
  const edit = `${draw}BEGIN;\n${update(id)}\nSELECT directory_refresh(ARRAY[${id}]);\nCOMMIT;\n`;
  const floor = await pgbench({ ...setting, scripts: [bare], transactions });
  const { p50, p99 } = await pgbench({ ...setting, scripts: [edit], transactions });
  return { p50, p99, floor: { p50: floor.p50, p99: floor.p99 } };
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
