import "server-only";
import { readdir } from "node:fs/promises";
import { db } from "./client";

const FRESH_MS = 1_000;
const kept = globalThis as typeof globalThis & { tesseraHealth?: { at: number; answer: Promise<boolean> } };

/** Whether the database answers; asked at most once a second, however many want to know. */
export function isDatabaseUp(now = Date.now()): Promise<boolean> {
  if (kept.tesseraHealth && now - kept.tesseraHealth.at < FRESH_MS) return kept.tesseraHealth.answer;
  const answer = db.$executeRaw`SELECT 1`.then(
    () => true,
    () => false,
  );
  kept.tesseraHealth = { at: now, answer };
  return answer;
}

/** Whether every migration this build came with has been applied to the database. */
export async function isDatabaseReady(): Promise<boolean> {
  const [expected, applied] = await Promise.all([migrationsHere(), migrationsApplied()]);
  return applied !== null && expected.every((name) => applied.has(name));
}

/** Names of the migrations beside the application; none where only the build was shipped. */
async function migrationsHere(): Promise<string[]> {
  const entries = await readdir("prisma/migrations", { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** Null when the database does not answer. */
async function migrationsApplied(): Promise<ReadonlySet<string> | null> {
  try {
    const rows = await db.$queryRaw<{ name: string }[]>`
      SELECT "migration_name" AS "name" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL`;
    return new Set(rows.map(({ name }) => name));
  } catch {
    return null;
  }
}
