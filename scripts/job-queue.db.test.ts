import pg from "pg";
import { expect, test } from "vitest";
import { releaseJobs } from "./lib/job-queue.mjs";

test("jobs that a killed worker held, and their queue, can be taken again", async () => {
  const url = process.env.DATABASE_URL ?? "";
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const held = async () =>
    (
      await pool.query(
        `SELECT (SELECT count(locked_by)::int FROM graphile_worker.jobs) AS jobs,
                (SELECT count(locked_by)::int FROM graphile_worker._private_job_queues) AS queues`,
      )
    ).rows[0];
  await pool.query("SELECT graphile_worker.add_job('weave', queue_name => 'loom')");
  await pool.query(
    `UPDATE graphile_worker._private_jobs SET locked_by = 'killed', locked_at = now();
     UPDATE graphile_worker._private_job_queues SET locked_by = 'killed', locked_at = now()`,
  );
  expect(await held()).toEqual({ jobs: 1, queues: 1 });
  await releaseJobs(url);
  expect(await held()).toEqual({ jobs: 0, queues: 0 });
  await pool.end();
});
