import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { withDatabase } from "./lib/migration-adapter.mjs";
import { create, deploy, difference, resolve, status } from "./lib/migrations.mjs";
import { waitUntil } from "./lib/processes.mjs";
import { inRoot } from "./lib/root.mjs";

const { serverUrl } = inject("database");
const node = promisify(execFile);
const sound = { missing: [], unknown: [], failed: [], edited: [] };

let folder: string;
let url: string;

async function ask(text: string, at = url) {
  const client = new pg.Client({ connectionString: at });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

/** A migration of our own invention after those of the product. */
function migration(name: string, sql: string) {
  mkdirSync(path.join(folder, "migrations", name), { recursive: true });
  writeFileSync(path.join(folder, "migrations", name, "migration.sql"), sql);
}

const migrationNames = () => readdirSync(path.join(folder, "migrations")).filter((name) => !name.endsWith(".toml"));

const tables = async () =>
  (await ask("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).map(({ tablename }) => tablename);

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "tessera-prisma-"));
  cpSync(inRoot("prisma"), folder, { recursive: true });
  const name = `migrations_${randomBytes(4).toString("hex")}`;
  await ask(`CREATE DATABASE ${name}`, serverUrl);
  url = withDatabase(serverUrl, name);
});

afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await ask(`DROP DATABASE ${path.basename(new URL(url).pathname)} WITH (FORCE)`, serverUrl);
});

test("the schema and the migrations say the same", async () => {
  expect(await difference(serverUrl, inRoot("prisma"))).toBeNull();
});

test("a change of the schema without a migration is noticed, and written as one", async () => {
  appendFileSync(path.join(folder, "schema.prisma"), "\nmodel Leftover {\n  id Int @id\n}\n");
  expect(await difference(url, folder)).toContain('CREATE TABLE "Leftover"');
  const name = await create(url, folder, "leftover");
  expect(name).toMatch(/^\d{14}_leftover$/);
  expect(await difference(url, folder)).toBeNull();
  expect(await create(url, folder, "again")).toBeNull();
});

test("comparing leaves no trace: no table in the database, no shadow beside it", async () => {
  await difference(url, folder);
  expect(await tables()).toEqual([]);
  const shadows = await ask("SELECT datname FROM pg_database WHERE starts_with(datname, current_database() || '_')");
  expect(shadows).toEqual([]);
});

test("an empty database gets every migration, a current one none", async () => {
  expect(await status(url, folder)).toEqual({ ...sound, missing: migrationNames() });
  expect(await deploy(url, folder)).toEqual(migrationNames());
  expect(await status(url, folder)).toEqual(sound);
  expect(await deploy(url, folder)).toEqual([]);
});

test("of starters at once, one applies and the others wait", async () => {
  const environment = { ...process.env, DATABASE_URL: url, PRISMA_DIR: folder };
  const start = () => node(process.execPath, [inRoot("scripts/migrate.mjs"), "deploy"], { env: environment });
  const said = (await Promise.all([start(), start(), start()])).map(({ stdout }) => stdout.trim()).sort();
  expect(said).toEqual([`applied ${migrationNames().join(", ")}`, "nothing to apply", "nothing to apply"]);
});

test("a migration under way is waited for, not taken for a failed one", async () => {
  await deploy(url, folder);
  migration("99990101000000_slow", "SELECT pg_sleep(1); CREATE TABLE done (id int);");
  const first = deploy(url, folder);
  const isUnderWay = async () => (await ask("SELECT FROM _prisma_migrations WHERE finished_at IS NULL")).length === 1;
  expect(await waitUntil(isUnderWay, { milliseconds: 5000 })).toBe(true);
  expect(await deploy(url, folder)).toEqual([]);
  expect(await first).toEqual(["99990101000000_slow"]);
});

test("function bodies and ; in strings are one script, with triggers and comments", async () => {
  migration(
    "99990101000000_function",
    `-- one; two
     CREATE FUNCTION twice(n int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN n * 2; END; $$;
     CREATE TABLE "Quoted" (note text DEFAULT ';');`,
  );
  await deploy(url, folder);
  expect(await ask("SELECT twice(21) AS answer")).toEqual([{ answer: 42 }]);
});

test("a broken migration is rolled back whole, stops later starts in words, and is applied once it is mended", async () => {
  const name = "99990101000000_broken";
  migration(name, 'CREATE TABLE "Half" (id int); CREATE TABLE "Half" (id int);');
  await expect(deploy(url, folder)).rejects.toThrow(
    `The migration ${name} failed and was rolled back whole: relation "Half" already exists.`,
  );
  expect(await tables()).not.toContain("Half");
  expect(await status(url, folder)).toMatchObject({ failed: [name] });
  await expect(deploy(url, folder)).rejects.toThrow(
    `The migration ${name} failed earlier: mend it, run \`node scripts/migrate.mjs resolve ${name}\`, then start again.`,
  );

  migration(name, 'CREATE TABLE "Half" (id int);');
  await expect(resolve(url, folder, "other")).rejects.toThrow("No migration other has failed in this database.");
  await resolve(url, folder, name);
  expect(await deploy(url, folder)).toEqual([name]);
  expect(await tables()).toContain("Half");
  expect(await status(url, folder)).toEqual(sound);
});

test("an older database is brought up to date and keeps its rows", async () => {
  const [first = "", ...later] = migrationNames();
  const held = path.join(folder, "held");
  for (const name of later) cpSync(path.join(folder, "migrations", name), path.join(held, name), { recursive: true });
  for (const name of later) rmSync(path.join(folder, "migrations", name), { recursive: true });
  expect(await deploy(url, folder)).toEqual([first]);
  await ask(`INSERT INTO "SignUp" (email, name, locale) VALUES ('ada@example.org', 'Ada', 'it')`);

  for (const name of later) cpSync(path.join(held, name), path.join(folder, "migrations", name), { recursive: true });
  expect(await deploy(url, folder)).toEqual(later);
  expect(await ask('SELECT name FROM "SignUp"')).toEqual([{ name: "Ada" }]);
});

test("a migration edited after it was applied is refused", async () => {
  await deploy(url, folder);
  const [first = ""] = migrationNames();
  appendFileSync(path.join(folder, "migrations", first, "migration.sql"), "\n-- an afterthought\n");
  await expect(deploy(url, folder)).rejects.toThrow(
    `The migration ${first} was edited after it had been applied: restore it and add a new one instead.`,
  );
});

test("the record is Prisma's own: its table, its checksums", async () => {
  await deploy(url, folder);
  const rows = await ask("SELECT * FROM _prisma_migrations ORDER BY migration_name");
  expect(rows.map((row) => row.migration_name)).toEqual(migrationNames());
  for (const row of rows) {
    expect(row).toMatchObject({ applied_steps_count: 1, rolled_back_at: null, finished_at: expect.any(Date) });
    expect(row.checksum).toMatch(/^[0-9a-f]{64}$/);
  }
});
