// Each rule that a lock keeps, run for by sixty-four in two processes: `npm run soak:races [-- --quick]` (docs/proofs.md).
import { parseArgs } from "node:util";
import { end, live, onEnd } from "../scripts/lib/lifecycle.mjs";
import { Problem } from "../scripts/lib/problem.mjs";
import { makeDatabase, openServer } from "./ground/server.mjs";
import { keepRecords } from "./races/records.mjs";
import { closingOf, tableOf } from "./races/report.mjs";
import { race } from "./races/run.mjs";

/** How often each race is run between two processes of commands, and through the pages of two instances. */
const ROUNDS = { whole: 1_000, quick: 20 };
const PAGE_ROUNDS = { whole: 50, quick: 2 };

function readOptions() {
  const options = {
    quick: { type: "boolean", default: false },
    rounds: { type: "string" },
    from: { type: "string", default: "1" },
    only: { type: "string", multiple: true, default: [] },
  };
  const { values } = parseArgs({ options });
  const size = values.quick ? "quick" : "whole";
  const rounds = Number(values.rounds ?? ROUNDS[size]);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Problem("--rounds takes a whole number from 1.");
  const first = Number(values.from) - 1;
  if (!Number.isInteger(first) || first < 0) throw new Problem("--from takes a whole number from 1.");
  return { only: values.only, first, rounds, pageRounds: Math.min(rounds, PAGE_ROUNDS[size]) };
}

await live(
  async () => {
    const options = readOptions();
    const url = await makeDatabase(await openServer());
    const records = keepRecords((words) => console.error(`✗ ${words}`));
    // However it ends, what was found until then is told.
    onEnd(() => console.log(`\n${tableOf(records.all())}\n\n${closingOf(records.all())}`));
    await race(url, { ...options, records, tell: console.error });
    const all = records.all();
    const isClean = all.length > 0 && all.every(({ deviations }) => deviations === 0);
    await end(isClean ? 0 : 1);
  },
  { codeWhenStopped: 130 },
);
