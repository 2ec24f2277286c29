import { readdirSync, readFileSync } from "node:fs";
import { Problem } from "../../scripts/lib/problem.mjs";

/** Clock ticks a second in /proc: a constant of the kernel's interface on every platform Node runs on. */
const TICKS = 100;

/** Parent and CPU ticks of a process: own user and system time, and that of its children who have ended. Null when it is gone. */
function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const [user, system, endedUser, endedSystem] = fields.slice(11, 15).map(Number);
    return { parent: Number(fields[1]), ticks: user + system + endedUser + endedSystem };
  } catch {
    return null;
  }
}

/** A process with everything below it. */
export function treeOf(root) {
  const children = new Map();
  for (const name of readdirSync("/proc")) {
    const stat = /^\d+$/.test(name) ? statOf(name) : null;
    if (stat) children.set(stat.parent, [...(children.get(stat.parent) ?? []), Number(name)]);
  }
  const found = [root];
  for (const pid of found) found.push(...(children.get(pid) ?? []));
  return found;
}

/** CPU seconds that a process and its descendants have used, those that ended included. */
export function cpuOf(root) {
  const ticks = treeOf(root).reduce((sum, pid) => sum + (statOf(pid)?.ticks ?? 0), 0);
  return ticks / TICKS;
}

/** Process id of the server behind a connection: the parent of its backend. */
export async function postmasterOf(client) {
  const { rows } = await client.query("SELECT pg_backend_pid() AS pid");
  const stat = statOf(rows[0].pid);
  const name = stat && readFileSync(`/proc/${rows[0].pid}/comm`, "utf8");
  if (!name?.startsWith("postgres"))
    throw new Problem("PostgreSQL must run on this machine: its CPU time is read from /proc.");
  return stat.parent;
}
