import fs from "node:fs";
import path from "node:path";
import { Problem } from "./problem.mjs";
import { commandLine, waitUntil } from "./processes.mjs";

/** The PostgreSQL that runs on this data folder: its pid and port, or null. */
export function postmasterOf(folder) {
  const file = path.join(folder, "postmaster.pid");
  if (!fs.existsSync(file)) return null;
  const lines = fs.readFileSync(file, "utf8").split("\n");
  const pid = Number(lines[0]);
  const words = commandLine(pid);
  return words.includes("postgres") && words.includes(folder) ? { pid, port: Number(lines[3]) } : null;
}

/** Ends a server that a killed launcher left behind and removes its lock file, however that one ended. */
export async function clearLock(folder) {
  const running = postmasterOf(folder);
  if (running) {
    process.kill(running.pid, "SIGINT");
    const gone = await waitUntil(() => postmasterOf(folder) === null, { milliseconds: 10_000 });
    if (!gone) throw new Problem(`PostgreSQL ${running.pid} still runs on ${folder} and does not stop.`);
  }
  fs.rmSync(path.join(folder, "postmaster.pid"), { force: true });
}
