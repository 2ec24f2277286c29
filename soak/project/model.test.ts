import { expect, test } from "vitest";
import { predict, type Step } from "./model";
import { PLAIN } from "./op";
import { begun, type Setting } from "./world";

const OWN: Setting = { isShared: false, isMembersOnly: false, isDream: false };

/** The answers the model gives to steps, one after the other. */
function answers(steps: readonly (Partial<Step> & Pick<Step, "kind">)[], setting = OWN) {
  const world = begun(new Date("2027-01-04T10:00:00Z"), setting);
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

test("P59, PT2: a dream becomes a proposal with three people, and whom a seat fits is asked", () => {
  const steps = [
    { kind: "join", who: 1 },
    { kind: "become" },
    { kind: "join", who: 2, isYes: false },
    { kind: "become", who: 2 },
    { kind: "become" },
    { kind: "answerSeat", who: 1 },
    { kind: "answerSeat", who: 2 },
    { kind: "join", who: 3 },
  ] as const;
  const expected = ["ok", "project.tooFewYet", "ok", "common.notAllowed", "ok", "ok"];
  expect(answers(steps, { ...OWN, isDream: true })).toEqual([...expected, "common.notFound", "project.notAnIdea"]);
});

test("PT2, PT3: a task is whose word it has, and goes back to nobody with the seat", () => {
  const steps = [
    ...SEATED,
    { kind: "addTask", isYes: false },
    { kind: "askForTask", whom: 2 },
    { kind: "askForTask", whom: 1 },
    { kind: "moveTask", who: 1, column: "DONE" },
    { kind: "addTask", isYes: true },
    { kind: "moveTask", who: 1 },
    { kind: "addTask", isYes: false },
    { kind: "takeTask", who: 1 },
    { kind: "takeTask" },
    { kind: "withdraw", who: 1 },
    { kind: "takeTask" },
    { kind: "answerTask", who: 1 },
  ] as const;
  const expected = ["ok", "work.notInProject", "ok", "ok", "ok", "work.othersTask", "ok", "ok", "work.taskTaken"];
  expect(answers(steps)).toEqual(["ok", "ok", "ok", ...expected, "ok", "ok", "common.notFound"]);
});

test("PT3: a question lapses after fourteen days, and a silence stands for ninety", () => {
  const steps = [
    { kind: "ask", whom: 1 },
    { kind: "ask", whom: 1, need: 1 },
    { kind: "tick", days: 14 },
    { kind: "cover", who: 1 },
    { kind: "jobs" },
    { kind: "ask", whom: 1, need: 1 },
    { kind: "tick", days: 90 },
    { kind: "ask", whom: 1, need: 1 },
    { kind: "cover", who: 1 },
    { kind: "withdraw", who: 1 },
  ] as const;
  const lapsed = ["ok", "project.askedAlready", "ok", "project.askClosed", "ok", "project.silentLately"];
  expect(answers(steps)).toEqual([...lapsed, "ok", "ok", "ok", "ok"]);
});

test("M8, PT2: a co-host goes with whoever was there through it alone; the first to take the lead has it", () => {
  const steps = [
    { kind: "offer", who: 3 },
    { kind: "askCoHost", group: 1 },
    { kind: "answerCoHost", who: 5 },
    { kind: "answerCoHost", who: 3 },
    { kind: "offer", who: 5 },
    { kind: "accept" },
    { kind: "leaveCoHosting", who: 3 },
    { kind: "declare", who: 5 },
    { kind: "askCoHost", group: 1 },
    { kind: "answerCoHost", who: 3 },
    { kind: "leaveLead", who: 6 },
    { kind: "takeLead", who: 3 },
    { kind: "move", who: 3, to: "FEASIBILITY" },
    { kind: "move", who: 0 },
  ] as const;
  const [none, ok] = ["common.notFound", "ok"];
  const expected = [none, ok, none, ok, ok, ok, ok, none, ok, ok, ok, ok, ok, none];
  expect(answers(steps, { isShared: true, isMembersOnly: true, isDream: false })).toEqual(expected);
});

test("M7, M8: whoever leaves an association leaves its projects, and what they led is taken on by who answers there", () => {
  const shared = { isShared: true, isMembersOnly: false, isDream: false };
  const steps = [
    ...SEATED,
    { kind: "move" },
    { kind: "addTask", who: 1, isYes: true },
    { kind: "leave", who: 1, group: 0 },
    { kind: "takeTask" },
    { kind: "adopt", who: 6 },
    { kind: "leave", group: 0 },
    { kind: "move" },
    { kind: "declare" },
    { kind: "adopt", who: 6 },
    { kind: "move", who: 6 },
  ] as const;
  const left = ["ok", "ok", "ok", "project.ledBySomebody", "ok", "common.notAllowed"];
  const outside = ["contribution.notParticipant", "ok"];
  expect(answers(steps, shared)).toEqual([...Array(4).fill("ok"), ...left, ...outside, "project.needsCritical"]);
});

test("M8: an owner whom a co-host alone keeps in the project has nothing left to do in it once that goes", () => {
  const shared = { isShared: true, isMembersOnly: false, isDream: false };
  const steps = [
    ...SEATED,
    { kind: "offer", who: 2, need: 1 },
    { kind: "accept" },
    { kind: "handOver", whom: 1 },
    { kind: "answerHandover", who: 1 },
    { kind: "askCoHost", who: 1, group: 2 },
    { kind: "answerCoHost", who: 4 },
    { kind: "addTask", who: 1 },
    { kind: "leave", who: 1, group: 0 },
    { kind: "takeTask", who: 2 },
    { kind: "leaveCoHosting", who: 4 },
    { kind: "takeTask", who: 2 },
  ] as const;
  const expected = [...Array(SEATED.length + 8).fill("ok"), "work.taskTaken", "ok", "ok"];
  expect(answers(steps, shared)).toEqual(expected);
});
