import { randomBytes } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";

/** PostgreSQL's internal type "char", of which its catalogue is full, and the type the engine takes it for. */
const CHAR = 18;
const BPCHAR = 1042;

/**
 * The stock adapter is not fit for migrations:
 * - it cuts a script at every ";" and sends the pieces one by one: no function bodies, no transaction;
 * - given a connection string, its "shadow" connection is the real database (pg prefers the string to `database`);
 * - it does not know the type "char";
 * - its shadow databases stay behind.
 */
export class MigrationAdapter extends PrismaPg {
  constructor(url) {
    // One connection: the engine's advisory lock and its work share it.
    super({ connectionString: url, max: 1, connectionTimeoutMillis: 10_000 });
    this.url = url;
    this.opened = [];
  }

  async connect() {
    const adapter = mended(await super.connect());
    this.opened.push(adapter);
    return adapter;
  }

  /** The engine never closes what it opened. */
  async close() {
    await Promise.all(this.opened.splice(0).map((adapter) => adapter.dispose()));
  }

  async connectToShadowDb() {
    const name = `${databaseOf(this.url)}_shadow_${randomBytes(4).toString("hex")}`;
    const admin = new pg.Client({ connectionString: this.url });
    await admin.connect();
    await admin.query(`CREATE DATABASE "${name}" TEMPLATE template0`);
    const adapter = mended(await new PrismaPg({ connectionString: withDatabase(this.url, name), max: 1 }).connect());
    const { dispose } = adapter;
    adapter.dispose = async function () {
      await dispose.call(this);
      await admin.query(`DROP DATABASE "${name}" WITH (FORCE)`);
      await admin.end();
    };
    return adapter;
  }
}

/** The name of the database, short enough to have something added. */
const databaseOf = (url) => decodeURIComponent(new URL(url).pathname.slice(1)).replaceAll('"', "").slice(0, 40);

/** The same server, another database. */
export function withDatabase(url, name) {
  const there = new URL(url);
  there.pathname = `/${name}`;
  return there.href;
}

function mended(adapter) {
  runScriptsWhole(adapter);
  readInternalChars(adapter);
  return adapter;
}

/** A script is one simple query: PostgreSQL cuts it itself and runs it in one transaction. */
function runScriptsWhole(adapter) {
  adapter.executeScript = async function (script) {
    try {
      await this.underlyingDriver().query(script);
    } catch (error) {
      this.onError(error);
    }
  };
}

function readInternalChars(adapter) {
  const charColumns = new WeakMap();
  const { performIO, queryRaw } = adapter;
  adapter.performIO = async function (query) {
    const result = await performIO.call(this, query);
    const found = (result.fields ?? []).flatMap((field, i) => (field.dataTypeID === CHAR ? [i] : []));
    for (const i of found) result.fields[i].dataTypeID = BPCHAR;
    charColumns.set(query, found);
    return result;
  };
  adapter.queryRaw = async function (query) {
    const set = await queryRaw.call(this, query);
    for (const i of charColumns.get(query) ?? []) set.columnTypes[i] = ColumnTypeEnum.Character;
    return set;
  };
}
