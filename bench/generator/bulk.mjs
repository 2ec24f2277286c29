/*
 * A load by COPY is quick when nothing is checked row by row. Guards are set off, indexes and foreign keys taken away, and all of
 * it put back in the same transaction: the keys are then checked for every row at once.
 */

const INDEXES = `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
  FROM pg_index i WHERE i.indrelid = ANY ($1::regclass[]) AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)
  ORDER BY 1`;
const KEYS = `SELECT c.conrelid::regclass::text AS "table", quote_ident(c.conname) AS name, pg_get_constraintdef(c.oid) AS definition
  FROM pg_constraint c WHERE c.contype = 'f' AND (c.conrelid = ANY ($1::regclass[])) ORDER BY 1, 2`;

/** Runs the body while these tables are bare; what was taken away comes back, in sight of `step`. */
export async function whileBare(client, tables, { body, step }) {
  const named = [tables.map((table) => `"${table}"`)];
  const { rows: indexes } = await client.query(INDEXES, named);
  const { rows: keys } = await client.query(KEYS, named);
  for (const table of tables) await client.query(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
  for (const { table, name } of keys) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
  await body();
  await step("indexes", async () => {
    for (const { definition } of indexes) await client.query(definition);
    return `${indexes.length} built`;
  });
  await step("foreign keys", async () => {
    for (const { table, name, definition } of keys)
      await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
    return `${keys.length} checked`;
  });
  for (const table of tables) await client.query(`ALTER TABLE "${table}" ENABLE TRIGGER USER`);
}
