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

/** Binds one process to one core, and nothing below it; the way back. */
export function pinAlone(pid, core) {
  const bind = (cores) => spawnSync("taskset", ["-a", "-p", "-c", cores, String(pid)], { stdio: "ignore" });
  bind(String(core));
  return () => bind(everyCore());
}

const everyCore = () => `0-${os.cpus().length - 1}`;

/** Gives a process and all below it every core again. */
export const unpin = (pid) => pin(pid, everyCore());

/** A command line that starts on one core. */
export const onCore = (core, command, args) =>
  core === undefined ? [command, args] : ["taskset", ["-c", String(core), command, ...args]];
