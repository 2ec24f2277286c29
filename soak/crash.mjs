// Eight who write while what serves them is killed: `npm run soak:crash [-- --quick]` (docs/proofs.md).
import { parseArgs } from "node:util";
import { end, live } from "../scripts/lib/lifecycle.mjs";
import { Problem } from "../scripts/lib/problem.mjs";
import { closingOf, tablesOf } from "./crash/report.mjs";
import { crash } from "./crash/run.mjs";

const KILLS = { whole: 100, quick: 10 };

function readKills() {
  const { values } = parseArgs({ options: { quick: { type: "boolean", default: false }, kills: { type: "string" } } });
  const kills = Number(values.kills ?? KILLS[values.quick ? "quick" : "whole"]);
  if (!Number.isInteger(kills) || kills < 1) throw new Problem("--kills takes a whole number from 1.");
  return kills;
}

await live(
  async () => {
    const outcome = await crash(readKills());
    console.log(`\n${tablesOf(outcome)}\n`);
    for (const words of outcome.deviations) console.error(`✗ ${words}`);
    console.log(closingOf(outcome));
    await end(outcome.deviations.length === 0 ? 0 : 1);
  },
  { codeWhenStopped: 130 },
);
