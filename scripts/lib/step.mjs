import { spawn } from "node:child_process";
import { once } from "node:events";
import { Problem } from "./problem.mjs";
import { root } from "./root.mjs";

const children = new Set();

/** One line of progress: the words while it runs, then a note, if any, and the seconds. */
export async function step(words, body) {
  const began = Date.now();
  process.stdout.write(`· ${words} … `);
  try {
    const note = await body();
    console.log(`${note ? `${note}, ` : ""}${((Date.now() - began) / 1000).toFixed(1)} s`);
  } catch (error) {
    console.log("failed");
    throw error;
  }
}

/** Runs a program to its end and returns what it printed; a failure is a Problem with everything it said. */
export async function run(program, args, { what, env = {} }) {
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.add(child);
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => said.push(part));
  try {
    const [code] = await once(child, "close");
    if (code === 0) return Buffer.concat(said).toString();
    throw new Problem(`${what} failed.\n${Buffer.concat(said)}`.trimEnd());
  } finally {
    children.delete(child);
  }
}

export const runNode = (args, options) => run(process.execPath, args, options);

/** Runs a Node script whose output is shown as it comes; its exit code. */
export async function show(args, env) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit"],
  });
  children.add(child);
  const [code] = await once(child, "exit");
  children.delete(child);
  return code ?? 1;
}

/** Ends the programs that are still running. */
export function endPrograms() {
  for (const child of children) child.kill("SIGTERM");
}
