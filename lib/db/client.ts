import "server-only";
import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/env";
import { PrismaClient } from "./generated/client";
import { PLANNED_EACH_TIME } from "./sql";

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
  return new PrismaClient({
    adapter: new PrismaPg(
      {
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
      },
      { statementNameGenerator: statementName },
    ),
    omit: {
      account: { passwordHash: true },
      file: { bytes: true },
      projectFile: { bytes: true },
      resultPicture: { bytes: true },
    },
    transactionOptions: { maxWait: 4_000, timeout: 8_000 },
  });
}

const kept = globalThis as typeof globalThis & { tesseraDb?: ReturnType<typeof open> };

function client() {
  kept.tesseraDb ??= open();
  return kept.tesseraDb;
}

/** The database. Opened at first use, so that a build needs none. */
export const db: ReturnType<typeof open> = new Proxy({} as ReturnType<typeof open>, {
  get: (_, name) => Reflect.get(client(), name),
});
