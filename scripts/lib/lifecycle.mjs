import path from "node:path";
import { sentenceOf } from "./problem.mjs";
import { commandLine, parentOf } from "./processes.mjs";
import { endPrograms } from "./step.mjs";

const stops = [];
let ending = null;

/** Remembers how to undo something; the last one is undone first. */
export const onEnd = (stop) => stops.push(stop);

export const isEnding = () => ending !== null;

/** Undoes everything, once, and leaves. */
export function end(code) {
  ending ??= (async () => {
    endPrograms();
    for (const stop of stops.reverse())
      await Promise.resolve(stop()).catch((error) => console.error(sentenceOf(error)));
    process.exit(code);
  })();
  return ending;
}

/** Runs the body of a long command: every way out leads through `end`. To be asked to stop is success for a server only. */
export async function live(body, { codeWhenStopped = 0 } = {}) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void end(codeWhenStopped));
  watchNpm();
  try {
    await body();
  } catch (error) {
    if (!isEnding()) console.error(sentenceOf(error));
    await end(1);
  }
}

/**
 * npm answers SIGTERM by ending its shell, which dies without telling us, and a killed npm tells nobody: notice that those
 * between us and npm have lost their parents. Started without npm, we depend on nobody.
 */
function watchNpm() {
  if (path.basename(process.env.npm_execpath ?? "") !== "npm-cli.js") return;
  const parent = process.ppid;
  const isNpm = commandLine(parent).startsWith("npm ");
  const grandparent = isNpm ? null : parentOf(parent);
  const isOrphan = () => process.ppid !== parent || (grandparent !== null && parentOf(parent) !== grandparent);
  setInterval(() => isOrphan() && void end(0), 500).unref();
}
