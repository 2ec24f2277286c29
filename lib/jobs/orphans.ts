import "server-only";
import type { Pool } from "pg";

/** What the connections of workers are called in the database. */
export const WORKER_NAME = "tessera-jobs";

/**
 * Frees jobs whose process ended without a word: they would stay locked for hours. Only while no other worker is
 * connected, whose they might be. Returns whether it looked.
 */
export async function unlockOrphans(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ others: number }>(
    `SELECT count(*)::int AS others FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = $1 AND pid <> pg_backend_pid()`,
    [WORKER_NAME],
  );
  if (rows[0]?.others !== 0) return false;
  await pool.query(
    `SELECT graphile_worker.force_unlock_workers(array_agg(DISTINCT locked_by))
       FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL HAVING count(*) > 0`,
  );
  return true;
}
