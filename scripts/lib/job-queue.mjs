import { Logger, runMigrations } from "graphile-worker";
import pg from "pg";

const silent = new Logger(() => () => {});

/** The job queue's own tables and functions, in its schema: activities are recorded with the jobs they call for. */
export async function prepareQueue(url) {
  const pgPool = new pg.Pool({ connectionString: url, max: 1 });
  pgPool.on("error", () => {});
  pgPool.on("connect", (client) => client.on("error", () => {}));
  try {
    await runMigrations({ pgPool, logger: silent });
  } finally {
    await pgPool.end();
  }
}

const HELD = `SELECT locked_by FROM graphile_worker.jobs WHERE locked_by IS NOT NULL
  UNION SELECT locked_by FROM graphile_worker._private_job_queues WHERE locked_by IS NOT NULL`;

/**
 * Lets the jobs be taken again that a killed worker held; otherwise they wait for four hours. Only where no worker can be
 * alive: on the database that this very start has started.
 */
export async function releaseJobs(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`SELECT graphile_worker.force_unlock_workers(ARRAY(${HELD}))`);
  } finally {
    await client.end();
  }
}
