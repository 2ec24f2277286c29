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
