import { spawn } from "node:child_process";
import { onEnd } from "./lifecycle.mjs";
import { root } from "./root.mjs";

const follow = new URL("follow-parent.mjs", import.meta.url).href;
const banner = /^\s*(?:$|▲|- |✓)/;

/**
 * Starts a Node program that ends when the launcher does, however that ends. What it says is held back until `passOn`, which
 * leaves out Next's banner; `says` waits for a word of it, and is false when the program exits without.
 */
export function startProgram(args, env) {
  // Detached: Ctrl-C in the terminal reaches only the launcher, which ends things in order.
  const child = spawn(process.execPath, ["--import", follow, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const exited = new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
  onEnd(() => stop(child, exited));
  return {
    pid: child.pid,
    exited,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    stop: () => stop(child, exited),
    ...holdBack(child, exited),
  };
}

function holdBack(child, exited) {
  let held = [];
  const text = () => Buffer.concat(held ?? []).toString();
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ])
    from.on("data", (part) => (held ? held.push(part) : to.write(part)));
  return {
    text,
    /** Hands on what it says, as it comes. */
    follow: (listener) => void child.stdout.on("data", listener),
    says: (word) =>
      new Promise((resolve) => {
        child.stdout.on("data", () => text().includes(word) && resolve(true));
        void exited.then(() => resolve(false));
      }),
    passOn() {
      const lines = text().split("\n");
      held = null;
      for (const line of lines) if (!banner.test(line)) console.log(line);
    },
  };
}

async function stop(child, exited) {
  const impatience = setTimeout(() => child.kill("SIGKILL"), 5000);
  child.kill("SIGTERM");
  await exited;
  clearTimeout(impatience);
}
