import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { addDays, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { sql } from "@/lib/db/sql";
import { findDecision } from "@/lib/decision/sight/queries";
import { expectInvariants, said, tally } from "@/lib/testing/associations";
import { meeting } from "@/lib/testing/contention";
import { cast, NOW, voteOf } from "@/lib/testing/decisions";
import { guardOf } from "@/lib/testing/guards";
import { makeCrowd, makeGroup } from "@/lib/testing/projects";
import { answerCase, appealCase, chooseExclusionWay, openCase } from "../exclusion/commands";
import { readAdmission } from "../exclusion/facts";
import { findCase } from "../exclusion/queries";
import type { Quoting } from "../exclusion/rules";
import { openCaseVote, ruleOnCase, settleCaseVotes } from "./commands";

afterAll(expectInvariants);

const REASON = "Per tre volte ha preso il furgone senza dirlo, dopo averlo promesso.";
const justBefore = (instant: Date) => new Date(instant.getTime() - 1);

let [rita, sara, teo, bo, cy, dan]: Actor[] = [];
let group: { id: string; slug: string };
let clauseId: string;
const a = (actor: Actor | undefined) => actor as Actor;

/** Rita, Sara and Teo look after it; Bo, Cy and Dan are members. */
beforeEach(async () => {
  [rita, sara, teo, bo, cy, dan] = await makeCrowd(6);
  group = await makeGroup({ steward: a(rita), active: [a(sara), a(teo), a(bo), a(cy), a(dan)] });
  for (const actor of [sara, teo]) await makeSteward(a(actor));
  const charter = await db.charter.findFirstOrThrow({ where: { associationId: group.id } });
  const clause = await db.clause.create({
    data: { charterId: charter.id, number: 1, kind: "RULE", text: "Il furgone si prenota." },
  });
  clauseId = clause.id;
});

async function makeSteward({ memberId }: Actor) {
  const { id: membershipId } = await membership(memberId);
  const at = new Date("2026-01-10T10:00:00Z");
  await db.roleGrant.create({ data: { membershipId, role: "STEWARD", state: "HELD", grantedAt: at, acceptedAt: at } });
}
const membership = (memberId: string) =>
  db.membership.findUniqueOrThrow({ where: { associationId_memberId: { associationId: group.id, memberId } } });
const stateOf = async (actor: Actor | undefined) => (await membership(a(actor).memberId)).state;
const open = async (now = NOW) => {
  const input = {
    associationSlug: group.slug,
    whom: a(bo).handle,
    clauseId,
    facts: REASON,
    contentLocale: "it" as const,
  };
  const opened = await openCase(a(rita), input, now);
  if (!opened.ok) throw new Error(opened.refusal.code);
  return db.exclusionCase.findUniqueOrThrow({ where: { id: opened.value.caseId } });
};
const rule = async (actor: Actor | undefined, caseId: string, outcome: "OUT" | "IN", now: Date) =>
  said(await ruleOnCase(a(actor), { caseId, outcome, reason: REASON }, now));
const appeal = async (caseId: string, now: Date) => said(await appealCase(a(bo), { caseId, appeal: REASON }, now));
const caseState = async (id: string) => (await db.exclusionCase.findUniqueOrThrow({ where: { id } })).state;

describe("M9: in writing", () => {
  test("nothing changes before somebody else decides, after seven whole days, and then every consequence at once", async () => {
    const { id, answerBy } = await open();
    expect(await stateOf(bo)).toBe("ACTIVE");
    expect(said(await answerCase(a(bo), { caseId: id, answer: "Era un’urgenza." }, NOW))).toBe("ok");
    const { id: commitmentId } = await db.commitment.create({
      data: { memberId: a(bo).memberId, associationId: group.id, text: "Le chiavi", createdAt: NOW },
      select: { id: true },
    });
    expect(await rule(sara, id, "OUT", justBefore(answerBy))).toBe("moderation.tooEarly");
    expect(await rule(rita, id, "OUT", answerBy)).toBe("moderation.party");
    for (const actor of [bo, cy]) expect(await rule(actor, id, "OUT", answerBy)).toBe("common.notFound");
    expect(await rule(sara, id, "OUT", answerBy)).toBe("ok");
    expect(await stateOf(bo)).toBe("EXCLUDED");
    expect(await db.commitment.findUniqueOrThrow({ where: { id: commitmentId } })).toMatchObject({ state: "RELEASED" });
    const { id: membershipId } = await membership(a(bo).memberId);
    const event = await db.membershipEvent.findFirstOrThrow({ where: { membershipId }, orderBy: { at: "desc" } });
    expect(event).toMatchObject({ from: "ACTIVE", to: "EXCLUDED", actorId: a(sara).memberId, reason: id });
    expect(await rule(teo, id, "OUT", answerBy)).toBe("moderation.caseOver");
    expect(said(await answerCase(a(bo), { caseId: id, answer: "Tardi." }, answerBy))).toBe("moderation.caseOver");
  });

  test("whoever came in after the case was opened does not decide", async () => {
    const { id, answerBy } = await open();
    const { id: membershipId } = await membership(a(sara).memberId);
    await db.membershipEvent.create({
      data: { membershipId, from: "LEFT", to: "ACTIVE", at: new Date(NOW.getTime() + 1) },
    });
    expect(await rule(sara, id, "OUT", answerBy)).toBe("moderation.party");
    expect(await rule(teo, id, "IN", answerBy)).toBe("ok");
    expect(await stateOf(bo)).toBe("ACTIVE");
  });

  test("whose judges have all gone is put to the vote, by whoever moderates still", async () => {
    const { id, answerBy } = await open();
    const input = { caseId: id, reason: REASON, secrecy: "HIDDEN" as const, closesOn: dayOf(addDays(answerBy, 9)) };
    const quote: Quoting = (part, { text }, locale) => `${part} ${locale}: ${text}`;
    const putToVote = async () => said(await openCaseVote(a(rita), input, answerBy, quote));
    expect(await putToVote()).toBe("moderation.inWriting");
    const gone = [a(sara).memberId, a(teo).memberId];
    const where = { membership: { associationId: group.id, memberId: { in: gone } } };
    await db.roleGrant.updateMany({ where, data: { state: "ENDED", endedAt: NOW } });
    expect(await findCase(a(rita), { slug: group.slug, id }, answerBy)).toMatchObject({ act: "VOTE", deciders: [] });
    expect(await putToVote()).toBe("ok");
    expect(await caseState(id)).toBe("VOTING");
    const { text } = await db.decision.findFirstOrThrow({ where: { subjectId: id } });
    expect(text, "MO3: whoever opened the case does not word the vote").toBe(
      `clause it: Il furgone si prenota.\n\nfacts it: ${REASON}`,
    );
  });

  test.each([
    ["before the longest week", "2026-10-21T21:30:00Z", "2026-10-28T23:00:00.000Z"],
    ["before the shortest week", "2026-03-23T22:30:00Z", "2026-03-31T22:00:00.000Z"],
  ])("seven whole days %s, thirty to appeal, to the instant", async (_, from, until) => {
    const { id, answerBy } = await open(new Date(from));
    expect(answerBy.toISOString()).toBe(until);
    expect(await rule(sara, id, "OUT", justBefore(answerBy))).toBe("moderation.tooEarly");
    expect(await rule(sara, id, "OUT", answerBy)).toBe("ok");
    const { appealBy } = await db.exclusionCase.findUniqueOrThrow({ where: { id } });
    expect(appealBy?.getTime()).toBeGreaterThanOrEqual(addDays(answerBy, 30).getTime());
    expect(await appeal(id, appealBy as Date)).toBe("moderation.appealOver");
    expect(await appeal(id, justBefore(appealBy as Date))).toBe("ok");
  });

  test("an appeal is decided by somebody else again, and a reversal returns what was, with an event", async () => {
    const { id, answerBy } = await open();
    await db.membership.update({ where: { id: (await membership(a(bo).memberId)).id }, data: { isVisible: true } });
    await rule(sara, id, "OUT", answerBy);
    expect(said(await appealCase(a(cy), { caseId: id, appeal: REASON }, answerBy))).toBe("common.notFound");
    expect(await appeal(id, answerBy)).toBe("ok");
    for (const actor of [rita, sara]) expect(await rule(actor, id, "IN", answerBy)).toBe("moderation.party");
    const back = addDays(answerBy, 3);
    const { id: membershipId, associationId, memberId } = await membership(a(bo).memberId);
    const joined = await db.$transaction((tx) => readAdmission(tx, membershipId));
    const asked = { associationId, memberId, inviterId: a(cy).memberId, reason: REASON, createdAt: answerBy };
    await db.invitation.create({ data: { ...asked, expiresAt: addDays(back, 9) } });
    expect(await rule(teo, id, "IN", back)).toBe("ok");
    expect(await db.invitation.count({ where: { memberId, state: "PENDING" } })).toBe(0);
    expect(await db.$transaction((tx) => readAdmission(tx, membershipId)), "no new entry").toEqual(joined);
    expect(await membership(a(bo).memberId)).toMatchObject({ state: "ACTIVE", isVisible: true, stateSince: back });
    expect(await caseState(id)).toBe("REVERSED");
    expect(await appeal(id, back)).toBe("moderation.notExcluded");
  });

  test("A4: two stewards deciding at the same instant, one decides", async () => {
    const { id, answerBy } = await open();
    const held = sql`SELECT 1 FROM "Association" WHERE "id" = ${group.id}::uuid FOR UPDATE`;
    const acts = [sara, teo, sara, teo].map(
      (actor, i) => () => ruleOnCase(a(actor), { caseId: id, outcome: i % 2 ? "OUT" : "IN", reason: REASON }, answerBy),
    );
    expect(tally(await meeting(held, acts))).toEqual({ ok: 1, "moderation.caseOver": 3 });
    expect(await db.caseRuling.count({ where: { caseId: id } })).toBe(1);
  });

  test("A6: the database keeps what a case says, and refuses a ruling by a party or too early", async () => {
    const { id, answerBy } = await open();
    expect(await guardOf(db.exclusionCase.update({ where: { id }, data: { facts: "Altro." } }))).toBe("M9");
    const ruling = (deciderId: string, at: Date) =>
      db.caseRuling.create({ data: { caseId: id, isAppeal: false, isOut: true, deciderId, reason: REASON, at } });
    expect(await guardOf(ruling(a(rita).memberId, answerBy))).toBe("M9");
    expect(await guardOf(ruling(a(bo).memberId, answerBy))).toBe("M9");
    expect(await guardOf(ruling(a(sara).memberId, justBefore(answerBy)))).toBe("M9");
    await rule(sara, id, "IN", answerBy);
    expect(await guardOf(db.exclusionCase.update({ where: { id }, data: { answer: "x" } }))).toBe("A6");
    expect(await guardOf(db.caseRuling.deleteMany({ where: { caseId: id } }))).toBe("A6");
  });
});

describe("M9: by a vote", () => {
  const vote = async (caseId: string, now: Date, days = 9, by = sara) => {
    const input = { caseId, reason: REASON, secrecy: "HIDDEN" as const, closesOn: dayOf(addDays(now, days)) };
    const opened = await openCaseVote(a(by), input, now);
    if (!opened.ok) return opened.refusal.code;
    return voteOf((await db.decision.findFirstOrThrow({ where: { subjectId: caseId, state: "OPEN" } })).id);
  };
  const byVote = async () => {
    const way = { associationSlug: group.slug, exclusionBy: "VOTE" as const };
    expect(said(await chooseExclusionWay(a(cy), way, NOW))).toBe("common.notFound");
    expect(said(await chooseExclusionWay(a(rita), way, NOW))).toBe("ok");
    return open();
  };

  test("DC6: neither the person nor whoever opened it votes, seven days, two thirds of half; the exit with the close", async () => {
    const { id, answerBy } = await byVote();
    expect(await vote(id, justBefore(answerBy))).toBe("moderation.tooEarly");
    expect(await rule(sara, id, "OUT", answerBy)).toBe("moderation.byVote");
    expect(await vote(id, answerBy, 5)).toBe("decision.tooShort");
    expect(await vote(id, answerBy, 9, rita), "MO3: not whoever opened it, while others may").toBe("moderation.party");
    expect(await findCase(a(rita), { slug: group.slug, id }, answerBy)).toMatchObject({ act: null, wording: null });
    const ballots = await vote(id, answerBy);
    if (typeof ballots === "string") throw new Error(ballots);
    const electors = await db.elector.findMany({ where: { decisionId: ballots.id } });
    expect(electors.map(({ memberId }) => memberId).sort()).toEqual(
      [sara, teo, cy, dan].map((actor) => a(actor).memberId).sort(),
    );
    for (const actor of [sara, teo]) expect(said(await cast(a(actor), ballots, "YES", answerBy))).toBe("ok");
    expect(said(await cast(a(bo), ballots, "NO", answerBy))).toBe("decision.notElector");
    expect(said(await cast(a(cy), ballots, "OBJECTION", answerBy))).toBe("ok");
    await Promise.all([settleCaseVotes(ballots.closesAt), settleCaseVotes(ballots.closesAt)]);
    expect([await caseState(id), await stateOf(bo)]).toEqual(["EXCLUDED", "EXCLUDED"]);
    expect(await db.caseRuling.count({ where: { caseId: id } })).toBe(1);
  });

  test("without half of them, or two thirds, nobody is out", async () => {
    const { id, answerBy } = await byVote();
    const ballots = await vote(id, answerBy);
    if (typeof ballots === "string") throw new Error(ballots);
    await cast(a(sara), ballots, "YES", answerBy);
    await settleCaseVotes(justBefore(ballots.closesAt));
    expect(await caseState(id)).toBe("VOTING");
    await settleCaseVotes(ballots.closesAt);
    expect([await caseState(id), await stateOf(bo)]).toEqual(["DISMISSED", "ACTIVE"]);
  });

  test("an appeal against a vote goes to whoever did not vote; not confirmed, the exclusion falls", async () => {
    const { id, answerBy } = await byVote();
    const ballots = await vote(id, answerBy);
    if (typeof ballots === "string") throw new Error(ballots);
    for (const actor of [sara, teo, cy]) await cast(a(actor), ballots, "YES", answerBy);
    await settleCaseVotes(ballots.closesAt);
    expect(await appeal(id, ballots.closesAt)).toBe("ok");
    const again = await vote(id, ballots.closesAt);
    if (typeof again === "string") throw new Error(again);
    const electors = await db.elector.findMany({ where: { decisionId: again.id } });
    expect(electors.map(({ memberId }) => memberId)).toEqual([a(dan).memberId]);
    await cast(a(dan), again, "NO", ballots.closesAt);
    await settleCaseVotes(again.closesAt);
    expect([await caseState(id), await stateOf(bo)]).toEqual(["REVERSED", "ACTIVE"]);
  });

  test("A2: a case and its vote are read by the person, moderators and voters, and by nobody else", async () => {
    const late = (await makeCrowd(1))[0] as Actor;
    const { id, answerBy } = await byVote();
    const ballots = await vote(id, answerBy);
    if (typeof ballots === "string") throw new Error(ballots);
    const reads = async (actor: Actor | undefined) => [
      (await findCase(a(actor), { slug: group.slug, id }, answerBy)) !== null,
      (await findDecision(a(actor), { slug: group.slug, id: ballots.id }, answerBy)) !== null,
    ];
    for (const actor of [bo, rita, cy]) expect(await reads(actor)).toEqual([true, true]);
    expect(await reads(late)).toEqual([false, false]);
  });
});
