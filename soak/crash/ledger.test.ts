import { expect, test } from "vitest";
import { isRight, openLedger } from "./ledger.mjs";
import { closingOf } from "./report.mjs";

test.each([
  ["ok", [1, 1, 1], true],
  ["ok", [0, 0, 0], false],
  ["ok", [2, 2, 2], false],
  ["ok", [1, 1, 0], false],
  ["told", [0, 0, 0], true],
  ["told", [1, 1, 1], false],
  [null, [0, 0, 0], true],
  [null, [1, 1, 1], true],
  [null, [2, 2, 2], false],
  [null, [1, 0, 1], false],
] as const)("answered %s, found in %j rows: right is %s", (outcome, counts, expected) => {
  expect(isRight(outcome, counts)).toBe(expected);
});

test("an act is acknowledged once it was answered «ok», and what was lost is counted", () => {
  const ledger = openLedger();
  const [one, other] = [ledger.open({ act: "join", mark: ledger.newMark() }), ledger.open({ act: "join" })];
  expect(ledger.lose(one)).toBe(1);
  expect(ledger.acknowledged()).toBe(0);
  ledger.close(one, { outcome: "ok", location: "/a?done=joined" });
  ledger.close(other, { outcome: "told" });
  expect(ledger.acknowledged()).toBe(1);
  const outcome = {
    killed: [{ times: 3 }],
    records: ledger.records,
    tookEffect: 0,
    again: { count: 1 },
    deviations: [],
  };
  expect(closingOf(outcome)).toBe(
    "3 kills, 1 acts acknowledged, 1 refused, 0 unknown (0 took effect), 1 asked again, 1 sent twice, 0 deviations",
  );
});
