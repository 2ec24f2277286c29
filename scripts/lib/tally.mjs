import fs from "node:fs";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { inRoot } from "./root.mjs";

const none = { passed: 0, failed: 0, names: [] };
/** A name and the beginning of what went wrong, on one line. */
const named = (name, message = "") => [name, firstLine(message)].filter(Boolean).join(" — ");

/** Counts of a vitest JSON report, with the names of what failed; a file that could not even be loaded counts as one failure. */
export function countVitest(report) {
  const failing = ({ status }) => status === "failed";
  const names = report.testResults.filter(failing).flatMap(({ name, message, assertionResults }) => {
    const file = path.relative(inRoot("."), name);
    const tests = assertionResults.filter(failing);
    if (tests.length === 0) return [named(file, message)];
    return tests.map(({ fullName, failureMessages }) => named(`${file} › ${fullName}`, failureMessages?.[0]));
  });
  return { passed: report.numPassedTests, failed: names.length, names };
}

/** Counts of a Playwright JSON report, with the names of what failed; a test that passed at the second try has passed, an error outside tests is a failure. */
export function countPlaywright({ stats, suites, errors }) {
  const outside = errors.map(({ message }) => named("outside the tests", message));
  const names = [...suites.flatMap((suite) => unexpected(suite)), ...outside];
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length, names };
}

function unexpected({ title, suites = [], specs = [] }) {
  const own = specs
    .filter(({ ok }) => !ok)
    .map((spec) => named(spec.title, spec.tests[0]?.results.at(-1)?.error?.message));
  return [...own, ...suites.flatMap((suite) => unexpected(suite))].map((name) => `${title} › ${name}`);
}

/** What a run comes to: its report, and its exit code when the report tells too little. */
export function countRun({ code, file, count }) {
  const counted = fs.existsSync(file) ? count(JSON.parse(fs.readFileSync(file, "utf8"))) : none;
  if (code !== 0 && counted.failed === 0) return oneMore(counted, `ended with code ${code} without a test that failed`);
  if (code === 0 && counted.passed === 0) return oneMore(counted, "ran no test");
  return counted;
}

const oneMore = ({ passed, failed, names }, name) => ({ passed, failed: failed + 1, names: [...names, name] });

/** One check that is not made of tests: passed, or failed under its name. */
export const countOne = (isFine, name) => (isFine ? { ...none, passed: 1 } : { ...none, failed: 1, names: [name] });

export const sum = (counts) =>
  counts.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      names: [...all.names, ...one.names],
    }),
    none,
  );

function firstLine(message) {
  const line = stripVTControlCharacters(message)
    .split("\n")
    .find((one) => one.trim() !== "");
  return (line ?? "").trim().slice(0, 200);
}
