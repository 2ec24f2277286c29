import pg from "pg";
import { databaseOf } from "../generator/database.mjs";

async function inServer(url, text) {
  const client = new pg.Client({ connectionString: url, statement_timeout: 0 });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

/** Runs a body that changes a world on a copy of it, which is dropped afterwards: the world itself stays as its seed made it. */
export async function onCopy(server, { name, world }, body) {
  const copy = `${name}_copy`;
  const drop = `DROP DATABASE IF EXISTS "${copy}" WITH (FORCE)`;
  await inServer(server.url, drop);
  await inServer(server.url, `CREATE DATABASE "${copy}" TEMPLATE "${name}" STRATEGY FILE_COPY`);
  try {
    return await body({ url: databaseOf(server.url, copy), world });
  } finally {
    await inServer(server.url, drop);
  }
}
