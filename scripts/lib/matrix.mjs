import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { onEnd } from "./lifecycle.mjs";
import { show } from "./step.mjs";

const vitest = "node_modules/vitest/vitest.mjs";
/** Each level writes down what it counted; one that did not come to its end writes nothing, and that is a failure. */
const LEVELS = ["commands", "http"];

/** Tries the matrix at both levels; how it ended, and the line that says so. */
export async function tryMatrix({ env, args = [] }) {
  const counts = fs.mkdtempSync(path.join(os.tmpdir(), "tessera-matrix-"));
  onEnd(() => fs.rmSync(counts, { recursive: true, force: true }));
  const run = (project, more) =>
    show([vitest, "run", "--project", project, ...more], { NODE_ENV: "test", ...env, MATRIX_COUNTS: counts });
  const isComplete = (await run("unit", ["matrix"])) === 0;
  const code = await run("matrix", ["--reporter=dot", ...args]);
  const levels = LEVELS.map((level) => countOf(path.join(counts, `${level}.json`)));
  const sum = (key) => levels.reduce((all, level) => all + (level?.[key] ?? 0), 0);
  const [cells, differing] = [sum("cells"), sum("differing")];
  const isFine = isComplete && code === 0 && differing === 0 && cells > 0 && levels.every(Boolean);
  const missing = isComplete ? "" : ", and the tables are not complete";
  return {
    code: isFine ? 0 : 1,
    words: `${cells.toLocaleString("en")} cells, ${differing.toLocaleString("en")} differing${missing}`,
  };
}

const countOf = (file) => (fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : null);
