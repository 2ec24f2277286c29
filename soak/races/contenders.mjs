import { fork } from "node:child_process";
import { once } from "node:events";
import pg from "pg";
import { onEnd } from "../../scripts/lib/lifecycle.mjs";
import { Problem } from "../../scripts/lib/problem.mjs";
import { pause } from "../../scripts/lib/processes.mjs";
import { inRoot } from "../../scripts/lib/root.mjs";

const WAITING = `SELECT count(*)::int AS n FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
  WHERE NOT l.granted AND a.datname = current_database()`;
/** They have met when as many as this wait in one queue: more than the connections of one process. */
const MEETING = 12;
const PATIENCE_MS = 1_000;

/** Starts both processes on a database. */
export async function startContenders(env) {
  const both = [0, 1].map((i) => startContender(i, env));
  await Promise.all(both.map(({ isReady }) => isReady));
  const half = (tries, i) => tries.filter((_, n) => n % 2 === i);
  return {
    run: async (tries) => (await Promise.all(both.map(({ run }, i) => run(half(tries, i))))).flat(),
    stop: () => both.forEach(({ stop }) => void stop()),
  };
}

function startContender(number, env) {
  // Prisma's adapter asks two things of one connection at once, and pg warns of it each time a process begins.
  const quiet = { execArgv: ["--disable-warning=DeprecationWarning"], serialization: "advanced" };
  const child = fork(inRoot("soak/races/contender.mjs"), [String(number)], {
    ...quiet,
    env: { ...process.env, ...env },
  });
  const stop = () => child.connected && child.disconnect();
  onEnd(stop);
  const gone = new Promise((_, reject) =>
    child.once("exit", () => reject(new Problem("A process that contends has ended."))),
  );
  gone.catch(() => {});
  const nextMessage = () => Promise.race([once(child, "message").then(([message]) => message), gone]);
  return {
    stop,
    isReady: nextMessage(),
    run(tries) {
      const answers = nextMessage();
      child.send(tries);
      return answers;
    },
  };
}

/** A connection that holds back whoever comes until they have gathered, then lets all go at once. */
export async function openGate(url) {
  const [holder, watcher] = [new pg.Client({ connectionString: url }), new pg.Client({ connectionString: url })];
  // A server that goes fails whatever is asked; nobody else needs to hear of it.
  for (const client of [holder, watcher]) client.on("error", () => {});
  await Promise.all([holder.connect(), watcher.connect()]);
  onEnd(() => Promise.all([holder.end(), watcher.end()]));
  const haveMet = async () => (await watcher.query(WAITING)).rows[0].n >= MEETING;
  return async ({ text, values }, body) => {
    await holder.query("BEGIN");
    await holder.query(text, [...values]);
    const answers = body();
    const end = Date.now() + PATIENCE_MS;
    while (!(await haveMet()) && Date.now() < end) await pause(5);
    await holder.query("COMMIT");
    return answers;
  };
}
