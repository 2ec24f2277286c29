// Scores searches: how they are understood, and whom they find. `npm run bench:search -- [FILE] [--understanding]`.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { end, live } from "../scripts/lib/lifecycle.mjs";
import { withModules } from "../scripts/lib/modules.mjs";
import { Problem } from "../scripts/lib/problem.mjs";
import { inRoot } from "../scripts/lib/root.mjs";
import { openServer } from "./run/server.mjs";
import { judge, summaryOf } from "./search/judge.mjs";
import { scoreOf } from "./search/page.mjs";
import { judgePeople, WORLD } from "./search/people.mjs";
import { peopleWords, understandingWords } from "./search/report.mjs";

/** Shares of the cases that must be understood, and whose first page must show the people expected (docs/performance.md). */
const UNDERSTOOD = 0.95;
const PEOPLE = 0.9;

/** A file given by its name is meant from where the command was typed. */
const fileOf = (name) => (name ? path.resolve(process.env.INIT_CWD ?? "", name) : inRoot("bench/data/queries.json"));

function casesOf(file) {
  if (!existsSync(file)) throw new Problem(`There is no file ${file}.`);
  const { cases } = JSON.parse(readFileSync(file, "utf8"));
  if (!Array.isArray(cases) || cases.length === 0) throw new Problem(`${file} holds no cases.`);
  return cases;
}

/** The first score. Needs no database. */
async function scoreUnderstanding(cases, { file, load }) {
  const { understand } = await load("/lib/taxonomy/search/rules.ts");
  const summary = summaryOf(cases.map((one) => judge(one, understand(one.query, one.lang))));
  console.log(understandingWords(summary, { file, target: UNDERSTOOD }));
  return summary.share >= UNDERSTOOD;
}

/** The second: true as well where the world holds nobody to expect, which the words say. */
async function scorePeople(cases, load) {
  const server = await openServer({ isShared: true });
  const score = scoreOf(await judgePeople(cases, { server, load }));
  console.log(peopleWords(score, { target: PEOPLE, world: WORLD }));
  return score.share === null || score.share >= PEOPLE;
}

await live(
  async () => {
    const options = { understanding: { type: "boolean", default: false } };
    const { positionals, values } = parseArgs({ allowPositionals: true, options });
    const file = fileOf(positionals[0]);
    const cases = casesOf(file);
    const isMet = await withModules(async (load) => {
      const isUnderstood = await scoreUnderstanding(cases, { file, load });
      if (!values.understanding) return (await scorePeople(cases, load)) && isUnderstood;
      console.log("people on the first page  not judged (--understanding)");
      return isUnderstood;
    });
    await end(isMet ? 0 : 1);
  },
  { codeWhenStopped: 130 },
);
