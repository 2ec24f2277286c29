import "server-only";
import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "@/lib/env";
import { PrismaClient } from "./generated/client";
import { PLANNED_EACH_TIME, type Sql } from "./sql";

const STATEMENTS_MAX = 500;
const names = new Map<string, string>();

/** One prepared statement per SQL text: Prisma sends the same text for the same query shape. "" means unnamed to pg. */
function statementName({ sql }: { sql: string }): string {
  if (sql.startsWith(PLANNED_EACH_TIME)) return "";
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (names.size >= STATEMENTS_MAX) return "";
  const name = `t_${createHash("sha1").update(sql).digest("base64url").slice(0, 20)}`;
  names.set(sql, name);
  return name;
}

function open() {
  const pool = new pg.Pool({
    connectionString: env.DATABASE_URL,
    max: env.DATABASE_POOL,
    connectionTimeoutMillis: 3_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 5_000,
    lock_timeout: 4_000,
    idle_in_transaction_session_timeout: 10_000,
    application_name: "tessera",
    // Compiling a plan, or starting workers for it, takes longer than any statement of ours takes to run; a bitmap of
    // everybody must fit the memory of one.
    options: "-c jit=off -c max_parallel_workers_per_gather=0 -c work_mem=16MB",
  });
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: statementName, disposeExternalPool: true }),
    omit: {
      account: { passwordHash: true },
      file: { bytes: true },
      projectFile: { bytes: true },
      resultPicture: { bytes: true },
    },
    transactionOptions: { maxWait: 4_000, timeout: 8_000 },
  });
  return { pool, prisma };
}

const kept = globalThis as typeof globalThis & { tesseraDb?: ReturnType<typeof open> };

function opened() {
  kept.tesseraDb ??= open();
  return kept.tesseraDb;
}

type Db = ReturnType<typeof open>["prisma"];

async function close(): Promise<void> {
  await kept.tesseraDb?.prisma.$disconnect();
  delete kept.tesseraDb;
}

/** The database. Opened at first use, so that a build needs none; closed, it opens anew at the next. */
export const db: Db = new Proxy({} as Db, {
  get: (_, name) => (name === "$disconnect" ? close : Reflect.get(opened().prisma, name)),
});

/** What the driver reads as Prisma does: booleans, whole numbers up to 32 bits, fractions, text, ids, JSON, and arrays of them. */
const READ_ALIKE: ReadonlySet<number> = new Set([
  ...[16, 18, 19, 21, 23, 25, 114, 700, 701, 1043, 2950, 3802],
  ...[1000, 1005, 1007, 1009, 1015, 1021, 1022, 2951],
]);
/** From here on types are those of the schema: of ours each is a list of names, which is read as text. */
const OWN_TYPES = 16_384;

const types: pg.CustomTypesConfig = {
  getTypeParser(type: number, format?: "text" | "binary") {
    if (READ_ALIKE.has(type) || type >= OWN_TYPES) return pg.types.getTypeParser(type, format as "text");
    return () => {
      throw new Error(`a column of type ${type} is not for readRows: have it as JSON or text`);
    };
  },
};

/**
 * The rows of a statement that only reads, asked of the driver on the same connections: what Prisma does for each raw statement costs
 * a page more than the answer. For queries.ts alone: what a command reads, it reads in its transaction. Columns are those of READ_ALIKE;
 * any other is refused, days and moments among them.
 */
export async function readRows<T>(statement: Sql): Promise<T[]> {
  const { text, values } = statement;
  const { rows } = await opened().pool.query({ name: statementName({ sql: text }), text, values: [...values], types });
  return rows;
}
