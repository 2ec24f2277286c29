import fs from "node:fs";
import { Problem } from "./problem.mjs";
import { commandLine, pause } from "./processes.mjs";

const PATIENCE = 15 * 60_000;

/**
 * Takes a lock that dies with its holder: a file with our pid and command line. Gives either a function that returns it, or the
 * pid of the living process that has it.
 * @returns {{ release?: () => void, holder?: number }}
 */
export function takeLock(file) {
  const own = `${file}.${process.pid}`;
  fs.writeFileSync(own, `${process.pid}\n${commandLine(process.pid)}`);
  try {
    for (;;) {
      if (linked(own, file)) return { release: () => fs.rmSync(file, { force: true }) };
      const held = contentOf(file);
      if (held === null) continue;
      const holder = holderOf(held);
      if (holder !== null) return { holder };
      discard(file, held);
    }
  } finally {
    fs.rmSync(own, { force: true });
  }
}

/** The pid of the living process that holds the lock, or null. */
export function lockHolder(file) {
  const held = contentOf(file);
  return held === null ? null : holderOf(held);
}

/** Does something alone; another process that wants to, waits. */
export async function withLock(file, body) {
  const release = await patientlyTake(file);
  try {
    return await body();
  } finally {
    release();
  }
}

async function patientlyTake(file) {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await pause(300)) {
    const { release } = takeLock(file);
    if (release) return release;
  }
  throw new Problem(`Process ${lockHolder(file)} holds ${file} for too long: end it and try again.`);
}

/** A link appears whole or not at all, so nobody reads half a lock. */
function linked(own, file) {
  try {
    fs.linkSync(own, file);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

function contentOf(file) {
  try {
    return fs.readFileSync(file, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  }
}

function holderOf(content) {
  const [pid, words] = content.split("\n");
  return commandLine(Number(pid)) === words ? Number(pid) : null;
}

/** Removes a dead lock, but not the one that somebody took in the meantime. */
function discard(file, held) {
  const aside = `${file}.${process.pid}.dead`;
  try {
    fs.renameSync(file, aside);
  } catch (error) {
    if (error.code === "ENOENT") return;
    throw error;
  }
  if (contentOf(aside) !== held) linked(aside, file);
  fs.rmSync(aside, { force: true });
}
