// Fills a database that holds nobody with a synthetic world: `DATABASE_URL=… node bench/generate.mjs --members 10000 --seed 1`.
import { parseArgs } from "node:util";
import { command, Problem } from "../scripts/lib/problem.mjs";
import { generate } from "./generator/database.mjs";
import { DEFAULTS } from "./generator/world.mjs";

/** Parameters as given, those not given as usual. */
function parametersOf(values) {
  const numbers = Object.keys(DEFAULTS).filter((name) => name !== "day");
  const given = Object.fromEntries(numbers.map((name) => [name, Number(values[name] ?? DEFAULTS[name])]));
  const least = (name) => Math.min(1, DEFAULTS[name]);
  const wrong = numbers.find((name) => !Number.isSafeInteger(given[name]) || given[name] < least(name));
  if (wrong) throw new Problem(`--${wrong} must be a whole number from ${least(wrong)}.`);
  return { ...DEFAULTS, ...given, day: values.day ?? DEFAULTS.day };
}

await command(async () => {
  const names = Object.keys(DEFAULTS).map((name) => [name, { type: "string" }]);
  const { values } = parseArgs({ options: Object.fromEntries(names) });
  const url = process.env.DATABASE_URL;
  if (!url) throw new Problem("DATABASE_URL is not set: it names the database to fill.");
  const { loadSeconds, indexSeconds } = await generate(url, parametersOf(values));
  console.log(`Loaded in ${loadSeconds.toFixed(1)} s, indexed in ${indexSeconds.toFixed(1)} s.`);
});
