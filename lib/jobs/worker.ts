import "server-only";
import { Logger, parseCronItems, type Runner, run } from "graphile-worker";
import { Pool } from "pg";
import { env } from "@/lib/env";
import { logFailure, logger } from "@/lib/log/logger";
import { isMailShown } from "@/lib/mail/development";
import { closeTransport } from "@/lib/mail/sending";
import { unlockOrphans, WORKER_NAME } from "./orphans";
import { tasks, timetable } from "./tasks";

const CONCURRENCY = 3;
const RETRY_MS = 5_000;
const silent = new Logger(() => () => {});

type Work = { runner: Runner | null; isEnding: boolean };
const kept = globalThis as typeof globalThis & { tesseraWork?: Work };

/** Starts the jobs of this process, once; a database that is not there yet is tried again. */
export function startWork(): void {
  if (kept.tesseraWork) return;
  kept.tesseraWork = { runner: null, isEnding: false };
  if (!env.SMTP_URL && !isMailShown()) logger().warn({ event: "mail.none", message: "SMTP_URL is empty: mails wait" });
  void keepWorking(kept.tesseraWork);
}

/** Lets the jobs under way finish and takes no more. */
export async function endWork(): Promise<void> {
  const work = kept.tesseraWork;
  if (!work || work.isEnding) return;
  work.isEnding = true;
  await work.runner?.stop().catch((error) => logFailure("jobs.stop", error));
  closeTransport();
}

async function keepWorking(work: Work): Promise<void> {
  while (!work.isEnding) {
    try {
      work.runner = await startRunner();
      logger().info({ event: "jobs.started" });
      await work.runner.promise;
    } catch (error) {
      logFailure("jobs", error);
    }
    if (!work.isEnding) await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}

async function startRunner(): Promise<Runner> {
  const pgPool = openPool();
  try {
    await unlockOrphans(pgPool);
    const runner = await run({
      pgPool,
      concurrency: CONCURRENCY,
      noHandleSignals: true,
      pollInterval: 2_000,
      gracefulShutdownAbortTimeout: 3_000,
      logger: silent,
      taskList: tasks,
      parsedCronItems: parseCronItems(timetable),
    });
    runner.events.on("job:error", ({ job, error }) => logFailure(`job ${job.task_identifier}`, error));
    runner.events.on("worker:fatalError", ({ error }) => logFailure("jobs.worker", error));
    void runner.promise.catch(() => {}).finally(() => pgPool.end());
    return runner;
  } catch (error) {
    await pgPool.end();
    throw error;
  }
}

function openPool(): Pool {
  const pool = new Pool({ connectionString: env.DATABASE_URL, max: CONCURRENCY + 2, application_name: WORKER_NAME });
  const note = (error: Error) => logFailure("jobs.connection", error);
  pool.on("error", note);
  pool.on("connect", (client) => client.on("error", note));
  return pool;
}
