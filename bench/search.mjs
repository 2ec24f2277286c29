// Scores how searches are understood: `npm run bench:search -- [FILE]`. Without a file, the judged queries of this folder.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { command, Problem } from "../scripts/lib/problem.mjs";
import { inRoot } from "../scripts/lib/root.mjs";
import { judge, summaryOf } from "./search/judge.mjs";
import { withModules } from "./search/modules.mjs";
import { wordsOf } from "./search/report.mjs";

/** Share of cases that must be understood (docs/performance.md). */
const TARGET = 0.95;

/** A file given by its name is meant from where the command was typed. */
const fileOf = (name) => (name ? path.resolve(process.env.INIT_CWD ?? "", name) : inRoot("bench/data/queries.json"));

function casesOf(file) {
  if (!existsSync(file)) throw new Problem(`There is no file ${file}.`);
  const { cases } = JSON.parse(readFileSync(file, "utf8"));
  if (!Array.isArray(cases) || cases.length === 0) throw new Problem(`${file} holds no cases.`);
  return cases;
}

await command(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const file = fileOf(positionals[0]);
  const cases = casesOf(file);
  const verdicts = await withModules(async (load) => {
    const { understand } = await load("/lib/taxonomy/search/rules.ts");
    return cases.map((one) => judge(one, understand(one.query, one.lang)));
  });
  const summary = summaryOf(verdicts);
  console.log(wordsOf(summary, { file, target: TARGET }));
  if (summary.share < TARGET) process.exitCode = 1;
});
