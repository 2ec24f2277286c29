import { expect, test } from "vitest";
import { predict, type Step } from "./model";
import { proposed } from "./world";

const PLAIN: Omit<Step, "kind"> = {
  ...{ who: 0, whom: 0, nth: 0, need: 0, to: "ACTIVE", isYes: true, days: 0, again: false },
};

/** The answers the model gives to steps, one after the other. */
function answers(steps: readonly (Partial<Step> & Pick<Step, "kind">)[]) {
  const world = proposed(new Date("2027-01-04T10:00:00Z"));
  return steps.map((step) => predict(world, { ...PLAIN, ...step }));
}
const SEATED = [{ kind: "offer", who: 1 }, { kind: "accept" }, { kind: "move", to: "FEASIBILITY" }] as const;

test("PJ2, PJ7: nothing starts without its critical seat, nor ends with a promise open", () => {
  const steps = [
    { kind: "move", to: "FEASIBILITY" },
    { kind: "move" },
    { kind: "offer", who: 1 },
    { kind: "accept" },
    { kind: "move" },
    { kind: "conclude" },
    { kind: "close", who: 1, isYes: false },
    { kind: "conclude" },
    { kind: "withdraw", who: 1 },
  ] as const;
  const [critical, open] = ["project.needsCritical", "project.openCommitments"];
  expect(answers(steps)).toEqual(["ok", critical, "ok", "ok", "ok", open, "ok", "ok", "project.offerClosed"]);
});

test("PJ4, PT3: who waits keeps their place, and a «non ora» stands for ninety days", () => {
  const steps = [
    ...SEATED,
    { kind: "offer", who: 2 },
    { kind: "accept" },
    { kind: "offer", who: 3 },
    { kind: "accept" },
    { kind: "withdraw", who: 1, nth: 2 },
    { kind: "accept" },
    { kind: "decline" },
    { kind: "tick", days: 89 },
    { kind: "offer", who: 3 },
    { kind: "tick", days: 1 },
    { kind: "offer", who: 3 },
  ] as const;
  const expected = [...Array(8).fill("ok"), "project.notFirst", "ok", "ok", "project.offeredTooSoon", "ok", "ok"];
  expect(answers(steps)).toEqual(expected);
});

test("PJ7, PT2: a project changes hands by a yes, and only to somebody who sits there", () => {
  const steps = [
    ...SEATED,
    { kind: "handOver", whom: 2 },
    { kind: "handOver", whom: 1 },
    { kind: "answerHandover", who: 1 },
    { kind: "move" },
    { kind: "move", who: 1 },
  ] as const;
  const expected = ["ok", "ok", "ok", "project.notInTheProject", "ok", "ok", "common.notAllowed", "ok"];
  expect(answers(steps)).toEqual(expected);
});
