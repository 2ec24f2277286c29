import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { countOne, countPlaywright, countRun, countVitest, sum } from "./lib/tally.mjs";

const folder = mkdtempSync(path.join(os.tmpdir(), "tessera-tally-"));
const file = path.join(folder, "report.json");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const inRoot = (name: string) => path.join(process.cwd(), name);
const failing = {
  status: "failed",
  fullName: "adds up",
  failureMessages: ["\u001b[31mError: 2 is not 3\u001b[39m\n at x"],
};
const file1 = { name: inRoot("lib/a.test.ts"), status: "failed", assertionResults: [failing, { status: "passed" }] };
const unloadable = { name: inRoot("lib/b.test.ts"), status: "failed", message: "No such file", assertionResults: [] };

test("a test file that does not load is a failure, and each failure has its name", () => {
  const report = { numPassedTests: 1, testResults: [file1, unloadable] };
  const names = ["lib/a.test.ts › adds up — Error: 2 is not 3", "lib/b.test.ts — No such file"];
  expect(countVitest(report)).toEqual({ passed: 1, failed: 2, names });
});

test("a journey that passed at the second try has passed, an error outside the tests is a failure", () => {
  const stats = { expected: 5, flaky: 1, unexpected: 1, skipped: 1 };
  const results = [{ error: { message: "\n  Timeout\n more" } }];
  const specs = [
    { title: "joins", ok: false, tests: [{ results }] },
    { title: "leaves", ok: true, tests: [] },
  ];
  const suites = [{ title: "join.spec.ts", suites: [{ title: "in English", specs }] }];
  expect(countPlaywright({ stats, suites, errors: [{ message: "no browser" }] })).toEqual({
    passed: 6,
    failed: 2,
    names: ["join.spec.ts › in English › joins — Timeout", "outside the tests — no browser"],
  });
});

test.each([
  ["success", 0, countOne(true), countOne(true)],
  ["failures as reported", 1, countOne(false, "one"), countOne(false, "one")],
  ["a bad end that no test explains", 1, countOne(true), { passed: 1, failed: 1, names: [expect.any(String)] }],
  ["a run without any test", 0, sum([]), countOne(false, "ran no test")],
])("a run comes to: %s", (_, code, counted, expected) => {
  writeFileSync(file, "{}");
  expect(countRun({ code, file, count: () => counted })).toEqual(expected);
});

test("a run that left no report is a failure", () => {
  const counted = countRun({ code: 1, file: path.join(folder, "absent"), count: countVitest });
  expect(counted).toMatchObject({ passed: 0, failed: 1 });
});

test("sums add up", () => {
  expect(sum([])).toEqual({ passed: 0, failed: 0, names: [] });
  expect(sum([countOne(true), countOne(false, "one"), countOne(false, "two")])).toEqual({
    passed: 1,
    failed: 2,
    names: ["one", "two"],
  });
});
