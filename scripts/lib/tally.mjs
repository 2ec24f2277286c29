import fs from "node:fs";

const none = { passed: 0, failed: 0 };

/** Counts of a vitest JSON report; a file that could not even be loaded counts as one failure. */
export function countVitest(report) {
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length };
}

/** Counts of a Playwright JSON report; a test that passed at the second try has passed, an error outside tests is a failure. */
export function countPlaywright({ stats, errors }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
}

/** What a run comes to: its report, and its exit code when the report tells too little. */
export function countRun({ code, file, count }) {
  const counted = fs.existsSync(file) ? count(JSON.parse(fs.readFileSync(file, "utf8"))) : none;
  const isUnexplained = code !== 0 && counted.failed === 0;
  const isEmpty = code === 0 && counted.passed === 0;
  return isUnexplained || isEmpty ? { ...counted, failed: counted.failed + 1 } : counted;
}

export const sum = (counts) =>
  counts.reduce((all, one) => ({ passed: all.passed + one.passed, failed: all.failed + one.failed }), none);
