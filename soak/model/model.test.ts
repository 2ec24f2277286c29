import { expect, test } from "vitest";
import { founded, predict } from "./model";
import { NOTHING, type Op } from "./op";
import { closingOf, tableOf } from "./report.mjs";

const NOW = new Date("2027-01-04T10:00:00Z");

/** The answers the model gives to steps, one after the other. */
function answers(entry: "OPEN" | "APPLICATION", steps: readonly (Partial<Op> & Pick<Op, "kind">)[]) {
  const world = founded({ entry, deciders: 1, limit: null }, NOW);
  return steps.map((step) => predict(world, { ...NOTHING, ...step }));
}

test("M4: after a decline one waits thirty days, after a withdrawal not at all", () => {
  const steps = [
    { kind: "apply", who: 1 },
    { kind: "apply", who: 1 },
    { kind: "decide", isYes: false },
    { kind: "apply", who: 1 },
    { kind: "tick", days: 30 },
    { kind: "apply", who: 1 },
    { kind: "withdraw", who: 1 },
    { kind: "apply", who: 1 },
  ] as const;
  const [tooSoon, twice] = ["membership.reapplyTooSoon", "membership.alreadyApplied"];
  expect(answers("APPLICATION", steps)).toEqual(["ok", twice, "ok", tooSoon, "ok", "ok", "ok", "ok"]);
});

test("R3, M7: the last steward neither pauses nor lays it down, but leaves; a member then steps up, once", () => {
  const steps = [
    { kind: "apply", who: 1 },
    { kind: "pause" },
    { kind: "endRole" },
    { kind: "leave" },
    { kind: "takeUpCustody", who: 1 },
    { kind: "takeUpCustody", who: 1 },
  ] as const;
  const refused = ["membership.lastStewardPauses", "membership.lastSteward"];
  expect(answers("OPEN", steps)).toEqual(["ok", ...refused, "ok", "ok", "membership.notInCustody"]);
});

test("the closing line adds up batches, and the table their answers", () => {
  const batch = { seed: 1, runs: 150, failure: null, tally: { apply: { ok: 3, "membership.full": 1 } } };
  expect(tableOf([batch, { ...batch, tally: { apply: { ok: 1 } } }])).toMatch(/^apply +4 ok, 1 membership.full$/);
  expect(closingOf([batch, { ...batch, failure: "Answered ok" }])).toBe("300 sequences, 8 steps, 1 deviations");
});
