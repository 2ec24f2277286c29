import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { countPlaywright, countRun, countVitest, sum } from "./lib/tally.mjs";

const folder = mkdtempSync(path.join(os.tmpdir(), "tessera-tally-"));
const file = path.join(folder, "report.json");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file1 = { status: "failed", assertionResults: [{ status: "failed" }, { status: "passed" }] };
const unloadable = { status: "failed", assertionResults: [] };

test("a test file that does not load is a failure", () => {
  const report = { numPassedTests: 1, numFailedTests: 1, testResults: [file1, unloadable] };
  expect(countVitest(report)).toEqual({ passed: 1, failed: 2 });
});

test("a journey that passed at the second try has passed, an error outside the tests is a failure", () => {
  const stats = { expected: 5, flaky: 1, unexpected: 2, skipped: 1 };
  expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 6, failed: 3 });
});

test.each([
  ["success", 0, { passed: 3, failed: 0 }, { passed: 3, failed: 0 }],
  ["failures as reported", 1, { passed: 3, failed: 2 }, { passed: 3, failed: 2 }],
  ["a bad end that no test explains", 1, { passed: 3, failed: 0 }, { passed: 3, failed: 1 }],
  ["a run without any test", 0, { passed: 0, failed: 0 }, { passed: 0, failed: 1 }],
])("a run comes to: %s", (_, code, counted, expected) => {
  writeFileSync(file, "{}");
  expect(countRun({ code, file, count: () => counted })).toEqual(expected);
});

test("a run that left no report is a failure", () => {
  expect(countRun({ code: 1, file: path.join(folder, "absent"), count: countVitest })).toEqual({
    passed: 0,
    failed: 1,
  });
});

test("sums add up", () => {
  expect(sum([])).toEqual({ passed: 0, failed: 0 });
  expect(
    sum([
      { passed: 1, failed: 0 },
      { passed: 2, failed: 3 },
    ]),
  ).toEqual({ passed: 3, failed: 3 });
});
