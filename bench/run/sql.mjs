import { memberIdSql } from "../generator/calendar.mjs";
import { cpuOf } from "../measure/cpu.mjs";
import { pgbench } from "../measure/pgbench.mjs";
import { ascending, quantile } from "../measure/statistics.mjs";

/** pgbench takes at most 128 scripts at once. */
const BATCH = 100;
const REPEATS = { least: 3, most: 24 };
const LOOKUPS = 5000;

const isAny = (statements) => statements.length > 0;

function* batchesOf(list) {
  for (let i = 0; i < list.length; i += BATCH) yield list.slice(i, i + BATCH);
}

/** How often each script can run within the time, going by one run of each. */
async function repeatsFor(setting, scripts, seconds) {
  const began = performance.now();
  await pgbench({ ...setting, scripts: scripts.slice(0, BATCH), transactions: Math.min(BATCH, scripts.length) });
  const each = (performance.now() - began) / 1000 / Math.min(BATCH, scripts.length);
  const fitting = Math.floor(seconds / (each * scripts.length));
  return Math.min(REPEATS.most, Math.max(REPEATS.least, fitting));
}

/**
 * Times recorded statements in pgbench, each script as often as the others on average: all times, those of each kind, and the
 * CPU time of the server for one.
 */
export async function timed(setting, recorded, { seconds, postmaster }) {
  const asked = recorded.filter(({ statements }) => isAny(statements));
  if (asked.length === 0) return null;
  const scripts = asked.map(({ statements }) => statements);
  const repeats = await repeatsFor(setting, scripts, seconds);
  const kinds = new Map();
  const before = cpuOf(postmaster);
  let runs = 0;
  for (const batch of batchesOf(asked)) {
    const transactions = batch.length * repeats;
    const { byScript } = await pgbench({
      ...setting,
      scripts: batch.map(({ statements }) => statements),
      transactions,
    });
    runs += transactions;
    for (const [i, times] of byScript) kinds.set(batch[i].kind, [...(kinds.get(batch[i].kind) ?? []), ...times]);
  }
  const microseconds = ((cpuOf(postmaster) - before) * 1e6) / runs;
  return {
    queries: asked.length,
    runs,
    microseconds,
    ...summaryOf([...kinds.values()].flat()),
    kinds: summaries(kinds),
  };
}

const summaryOf = (times) => {
  const sorted = ascending(times);
  return { p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) };
};
const summaries = (kinds) => Object.fromEntries([...kinds].map(([kind, times]) => [kind, summaryOf(times)]));

/** Floor F3: one row by its key. */
export async function lookups(setting, { calendar, members }) {
  const script = `\\set n random(0, ${members - 1})
SELECT "handle", "name", "headline" FROM "Member" WHERE "id" = ${memberIdSql(calendar, ":n")};
`;
  const { p50, p99 } = await pgbench({ ...setting, scripts: [script], transactions: LOOKUPS });
  return { p50, p99 };
}

/** The first and the deepest page of the plain list, run alternately. */
export async function pagesApart(setting, { depth, deep }, { seconds }) {
  if (depth < 2 || !deep.every(isAny)) return null;
  const repeats = await repeatsFor(setting, deep, seconds);
  const { byScript } = await pgbench({ ...setting, scripts: deep, transactions: 2 * Math.max(5, repeats) });
  const [first, last] = [0, 1].map((i) => quantile(byScript.get(i), 0.5));
  return { depth, first, last };
}
