import { spawnSync } from "node:child_process";
import os from "node:os";
import { treeOf } from "./cpu.mjs";

/** The cores of a run: the server's and the load's; null where they cannot be told apart. */
export function coresOf({ isPinned }) {
  const isPossible = isPinned && os.cpus().length > 1 && spawnSync("taskset", ["--version"]).status === 0;
  return isPossible ? { server: 0, load: 1 } : null;
}

/** Binds a process and all below it, as they are now, to one core; what they start later inherits it. */
export function pin(pid, core) {
  for (const one of treeOf(pid))
    spawnSync("taskset", ["-a", "-p", "-c", String(core), String(one)], { stdio: "ignore" });
}

/** Gives a process and all below it every core again. */
export const unpin = (pid) => pin(pid, `0-${os.cpus().length - 1}`);

/** A command line that starts on one core. */
export const onCore = (core, command, args) =>
  core === undefined ? [command, args] : ["taskset", ["-c", String(core), command, ...args]];
