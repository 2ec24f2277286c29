import { spawnSync } from "node:child_process";
import fs from "node:fs";

/**
 * The command line of a living process, or "" when there is none. "Is there such a pid?" is not enough: a killed child stays
 * a zombie where pid 1 does not reap (most containers), and pids are used again.
 */
export function commandLine(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return "";
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
  } catch {
    if (process.platform === "linux") return "";
    return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout?.trim() ?? "";
  }
}

/** The parent of another process (Linux only; elsewhere null). */
export function parentOf(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return null;
  }
}

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Asks until the answer is true or the time is over; says which. */
export async function waitUntil(isTrue, { milliseconds, every = 50 }) {
  const end = Date.now() + milliseconds;
  while (!(await isTrue())) {
    if (Date.now() > end) return false;
    await pause(every);
  }
  return true;
}
