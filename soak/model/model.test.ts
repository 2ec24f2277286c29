import { expect, test } from "vitest";
import { founded, predict } from "./model";
import { NOTHING, type Op } from "./op";
import { closingOf, tableOf } from "./report.mjs";

const NOW = new Date("2027-01-04T10:00:00Z");

/** The answers the model gives to steps, one after the other. */
function answers(entry: "OPEN" | "APPLICATION", steps: readonly (Partial<Op> & Pick<Op, "kind">)[]) {
  const world = founded(
    { entry, deciders: 1, limit: null, exclusionBy: "STEWARDS", joined: 0, stewards: 0, first: null },
    NOW,
  );
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

test("M11: thirty days after a version of substance nothing is answered for, after ninety a pause, and out of it by accepting", () => {
  const steps = [
    { kind: "apply", who: 1 },
    { kind: "saveDraft", nth: 1 },
    { kind: "publish", isYes: true },
    { kind: "tick", days: 30 },
    { kind: "invite", whom: 2 },
    { kind: "renew" },
    { kind: "tick", days: 60 },
    { kind: "jobs" },
    { kind: "resume", who: 1 },
    { kind: "renew", who: 1 },
    { kind: "resume", who: 1 },
  ] as const;
  const said = ["ok", "ok", "ok", "ok", "common.notFound", "ok", "ok", "ok", "membership.acceptFirst", "ok", "ok"];
  expect(answers("OPEN", steps)).toEqual(said);
});

test("M9: nobody alone decides what they opened; whoever votes does, and whoever is out comes to the stewards", () => {
  const steps = [
    { kind: "apply", who: 1 },
    { kind: "apply", who: 2 },
    { kind: "openCase", whom: 1 },
    { kind: "rule" },
    { kind: "tick", days: 9 },
    { kind: "rule" },
    { kind: "openCaseVote" },
    { kind: "castOnCase", who: 2 },
    { kind: "castOnCase", who: 1 },
    { kind: "tick", days: 9 },
    { kind: "jobs" },
    { kind: "appealCase", who: 1 },
    { kind: "apply", who: 1 },
    { kind: "decide" },
  ] as const;
  const [early, vote, not] = ["moderation.tooEarly", "moderation.byVote", "decision.notElector"];
  const said = ["ok", "ok", "ok", early, "ok", vote, "ok", "ok", not, "ok", "ok", "ok", "ok", "ok"];
  expect(answers("OPEN", steps)).toEqual(said);
});

test("R2, PT2: what a role of its own gains waits for its holder's word, what it loses ends at once; nobody changes their own", () => {
  const own = { role: "OWN", whom: 1 } as const;
  const steps = [
    { kind: "apply", who: 1 },
    { kind: "defineRole", duties: ["INVITE"] },
    { kind: "offerRole", ...own },
    { kind: "acceptRole", who: 1 },
    { kind: "changeRole", duties: ["GRANT"] },
    { kind: "invite", who: 1, whom: 2 },
    { kind: "defineRole", who: 1, whom: 2 },
    { kind: "acceptRole", who: 1 },
    { kind: "defineRole", who: 1, whom: 2 },
    { kind: "defineRole", who: 1, whom: 3, duties: ["INVITE"] },
    { kind: "changeRole", who: 1, nth: 1 },
    { kind: "retireRole", nth: 1 },
  ] as const;
  const [not, beyond] = ["common.notFound", "membership.grantsBeyondOwn"];
  const ended = ["membership.ownRoleChange", "membership.roleHeld"];
  expect(answers("OPEN", steps)).toEqual(["ok", "ok", "ok", "ok", "ok", not, not, "ok", "ok", beyond, ...ended]);
});

test("R4, R5: a role by trust takes as many as on the day it was offered, and ends with the trust that carried it", () => {
  const one = { kind: "giveTrust", whom: 1 } as const;
  const steps = [
    { kind: "apply", who: 1 },
    { kind: "defineRole", isByTrust: true },
    { kind: "offerRole", role: "OWN", whom: 1 },
    { kind: "apply", who: 2 },
    one,
    { kind: "declare", who: 1 },
    { kind: "confirm" },
    { kind: "acceptRole", who: 1 },
    one,
    { kind: "acceptRole", who: 1 },
    { kind: "withdrawTrust", whom: 1 },
    { kind: "endRole", who: 1 },
  ] as const;
  const shared = ["membership.noSharedActivity", "ok", "ok", "membership.trustMissing"];
  expect(answers("OPEN", steps)).toEqual(["ok", "ok", "ok", "ok", ...shared, "ok", "ok", "ok", "membership.roleOver"]);
});

test("M2, A2, PT3: a list and a letter enrol nobody, tell nobody who belongs, and a «non ora» at an address is kept to", () => {
  const steps = [
    { kind: "importMembers", whom: 1, nth: 0 },
    { kind: "takeLetter", who: 1, nth: 1 },
    { kind: "jobs" },
    { kind: "takeLetter", who: 1, nth: 1 },
    { kind: "apply", who: 1 },
    { kind: "writeLetter", whom: 1 },
    { kind: "jobs" },
    { kind: "takeLetter", who: 3 },
    { kind: "declineLetter", nth: 1 },
    { kind: "writeLetter", whom: 2 },
  ] as const;
  const over = "membership.openingOver";
  const said = ["ok", over, "ok", "ok", "ok", "ok", "ok", over, "ok", "membership.addressNotYet"];
  expect(answers("APPLICATION", steps)).toEqual(said);
});

test("DC6, M11: what the members vote on is published as they approved it, and no other text in its place", () => {
  const steps = [
    { kind: "saveDraft", part: "vote", nth: 1 },
    { kind: "publish" },
    { kind: "apply", who: 1 },
    { kind: "saveDraft", nth: 1 },
    { kind: "publish" },
    { kind: "putToVote" },
    { kind: "castOnCharter" },
    { kind: "castOnCharter", who: 2 },
    { kind: "tick", days: 9 },
    { kind: "jobs" },
    { kind: "saveDraft", nth: 2 },
    { kind: "publish" },
    { kind: "saveDraft", nth: 1 },
    { kind: "publish" },
  ] as const;
  const [unvoted, not] = ["membership.charterNotVoted", "common.notFound"];
  const said = ["ok", "ok", "ok", "ok", unvoted, "ok", "ok", not, "ok", "ok", "ok", unvoted, "ok", "ok"];
  expect(answers("OPEN", steps)).toEqual(said);
});

test("ADR 0031: whoever is behind neither proposes, votes nor holds a role until they have caught up; they speak and leave", () => {
  const steps = [
    { kind: "saveDraft", part: "rule", nth: 1 },
    { kind: "publish" },
    { kind: "renew" },
    { kind: "apply", who: 1 },
    { kind: "tick", days: 37 },
    { kind: "jobs" },
    { kind: "propose" },
    { kind: "tick", days: 1 },
    { kind: "jobs" },
    { kind: "propose" },
    { kind: "invite", whom: 2 },
    { kind: "declare" },
    { kind: "confirm", who: 1 },
    { kind: "propose" },
    { kind: "propose", who: 1 },
    { kind: "leave", who: 1 },
  ] as const;
  const [behind, not] = ["membership.behind", "common.notFound"];
  const said = ["ok", "ok", "ok", "ok", "ok", "ok", "ok", "ok", "ok", behind, not, "ok", "ok", "ok", behind, "ok"];
  expect(answers("OPEN", steps)).toEqual(said);
});

test("the closing line adds up batches, and the table their answers", () => {
  const batch = { seed: 1, runs: 150, failure: null, tally: { apply: { ok: 3, "membership.full": 1 } } };
  expect(tableOf([batch, { ...batch, tally: { apply: { ok: 1 } } }])).toMatch(/^apply +4 ok, 1 membership.full$/);
  expect(closingOf([batch, { ...batch, failure: "Answered ok" }])).toBe("300 sequences, 8 steps, 1 deviations");
});
