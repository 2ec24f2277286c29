import { parseArgs } from "node:util";
import { Problem } from "../../scripts/lib/problem.mjs";
import { ALONE } from "./results.mjs";

/**
 * What a run does unless told otherwise. `small` is the size that growth is counted from; `paths` how many addresses make one turn
 * of a subject, a multiple of the twenty kinds of queries.
 */
const FULL = {
  members: 1_000_000,
  small: 10_000,
  seed: 1,
  rounds: 5,
  paths: 40,
  seconds: 10,
  warmup: 2000,
  latencySeconds: 60,
  queries: 1000,
  walkSeconds: 600,
  sqlSeconds: 120,
  edits: 5000,
  writes: 10_000,
  acts: 100,
  contributions: 1_000_000,
  concurrency: 8,
};

/** Under five minutes, at the small size alone: shows that all works, and ratios that need no growth. */
const QUICK = {
  ...FULL,
  members: 10_000,
  rounds: 3,
  paths: 20,
  seconds: 1,
  warmup: 60,
  latencySeconds: 3,
  queries: 40,
  walkSeconds: 15,
  sqlSeconds: 6,
  edits: 500,
  writes: 300,
  acts: 10,
  contributions: 20_000,
};

function numberOf(name, text) {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new Problem(`--${name} must be a whole number above zero.`);
  return value;
}

/** The parameters of a run from its command line. */
export function readOptions(args) {
  const numbers = Object.keys(FULL);
  const { values } = parseArgs({
    args,
    allowNegative: true,
    options: {
      ...Object.fromEntries(numbers.map((name) => [name, { type: "string" }])),
      quick: { type: "boolean", default: false },
      gzip: { type: "boolean", default: false },
      pin: { type: "boolean", default: true },
      only: { type: "string" },
      out: { type: "string" },
    },
  });
  const only = values.only?.split(",") ?? null;
  if (only?.some((name) => !ALONE.includes(name)))
    throw new Problem(`--only takes some of ${ALONE.join(", ")}, with commas between.`);
  const usual = values.quick ? QUICK : FULL;
  const given = numbers.filter((name) => values[name] !== undefined);
  return {
    ...usual,
    ...Object.fromEntries(given.map((name) => [name, numberOf(name, values[name])])),
    isQuick: values.quick,
    hasGzip: values.gzip,
    isPinned: values.pin,
    only,
    out: values.out ?? null,
  };
}
