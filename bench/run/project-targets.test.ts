import { expect, test } from "vitest";
import { projectTargets } from "./project-targets.mjs";

const cpu = (...microseconds: number[]) => microseconds.map((one) => ({ microseconds: one }));
const measured = {
  rounds: new Map([
    ["F1", cpu(1000, 1000, 1000)],
    ["projects", cpu(1300, 1400, 1450)],
  ]),
  absent: [{ name: "home", why: "home answers 500" }],
  sql: { queries: 8, p99: 20, kinds: { plain: { p99: 5 }, due: { p99: 60 } } },
  failed: 0,
  rows: { Project: 20, Contribution: 100 },
};

test("the worse end of the spread decides, a page without figures says why, and the slowest kind is named", () => {
  const lines = projectTargets({ projects: measured });
  expect(lines.map(({ isMet }) => isMet)).toEqual([true, null, true, true, false]);
  expect(lines[1]).toMatchObject({ why: "home answers 500" });
  expect(lines[4]).toMatchObject({ what: "its slowest kind: due, p99" });
});

test("without pgbench the SQL is not measured", () => {
  const lines = projectTargets({ projects: { ...measured, sql: null } });
  expect(lines.at(-1)).toMatchObject({ isMet: null });
});
