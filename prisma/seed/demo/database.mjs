import { randomBytes } from "node:crypto";

/** A uuid of version 7 for something that happened at an instant: ids sort as the rows would have been written. */
export function idAt(instant) {
  const bytes = Buffer.concat([Buffer.alloc(6), randomBytes(10)]);
  bytes.writeUIntBE(Date.parse(instant), 0, 6);
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Inserts rows of equal shape in one statement; columns they do not name take their defaults. */
export async function insert(client, table, rows) {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]).map((name) => `"${name}"`);
  const text = `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`;
  await client.query(text, [JSON.stringify(rows)]);
}

/** What a map must know; a reference that leads nowhere stops the seed. */
export function known(map, key) {
  if (!map.has(key)) throw new Error(`The demo world refers to «${key}», which is not there.`);
  return map.get(key);
}
