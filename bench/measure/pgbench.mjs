import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { run } from "../../scripts/lib/step.mjs";
import { onCore } from "./affinity.mjs";
import { scriptOf } from "./script.mjs";
import { ascending, quantile } from "./statistics.mjs";

/** How the application's own connections are set (lib/db/client.ts; a test holds them equal): a plan depends on it. */
export const SESSION = "-c jit=off -c max_parallel_workers_per_gather=0 -c work_mem=16MB";

/** Executions of a prepared statement that are planned anew each time, before PostgreSQL settles on a plan. */
const UNSETTLED = 6;

/** Where this machine keeps pgbench, newest first; null when it has none. */
export function findPgbench() {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => `${debian}/${version}/bin`), ...(process.env.PATH ?? "").split(":")];
  return folders.map((folder) => path.join(folder, "pgbench")).find((file) => existsSync(file)) ?? null;
}

/**
 * Runs scripts in `pgbench -M prepared`, one drawn at random for each transaction. A script is a list of statements
 * `{ sql, values }`, or SQL in pgbench's own language.
 * @param {{ program: string, url: string, scripts: unknown[], transactions: number, clients?: number, core?: number }} options
 */
export async function pgbench({ program, url, scripts, transactions, clients = 1, core }) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "tessera-bench-"));
  try {
    const made = scripts.map((script, i) =>
      typeof script === "string" ? { text: script, defines: [] } : scriptOf(script, i),
    );
    const files = made.map(({ text }, i) => {
      const file = path.join(folder, `${i}.sql`);
      writeFileSync(file, text);
      return file;
    });
    const args = [
      ...["-n", "-M", "prepared", "-c", String(clients), "-j", "1", "-t", String(Math.ceil(transactions / clients))],
      ...["--random-seed=1", "-l", `--log-prefix=${path.join(folder, "log")}`],
      ...made.flatMap(({ defines }) => defines.flatMap(([name, value]) => ["-D", `${name}=${value}`])),
      ...files.flatMap((file) => ["-f", file]),
      url,
    ];
    const [command, all] = onCore(core, program, args);
    await run(command, all, { what: "pgbench", env: { PGOPTIONS: SESSION } });
    return latenciesOf(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds of each settled transaction, and of each script. */
function latenciesOf(folder) {
  const byScript = new Map();
  for (const file of readdirSync(folder).filter((name) => name.startsWith("log")))
    for (const line of readFileSync(path.join(folder, file), "utf8").trim().split("\n")) {
      const [, , microseconds, script] = line.split(" ").map(Number);
      if (!byScript.has(script)) byScript.set(script, []);
      byScript.get(script).push(microseconds / 1000);
    }
  const settled = [...byScript].map(([script, times]) => [
    script,
    times.length > UNSETTLED * 2 ? times.slice(UNSETTLED) : times,
  ]);
  const all = ascending(settled.flatMap(([, times]) => times));
  return {
    count: all.length,
    p50: quantile(all, 0.5),
    p99: quantile(all, 0.99),
    byScript: new Map(settled.map(([script, times]) => [script, ascending(times)])),
  };
}
