import { afterAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { addDays, dateOf, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { aMemberOf, anAssociation, aPerson, expectInvariants, papersFor, said } from "@/lib/testing/associations";
import { applyToAssociation } from "../application/commands";
import { readStanding } from "../facts";
import { leaveAssociation } from "../leaving/commands";
import { pauseMembership, resumeMembership } from "../pausing/commands";
import { renewPledge } from "../pledge/commands";
import { takeUpCustody } from "../role/commands";
import { canAct } from "../standing/rules";
import { callForStewards, remindOfPauses, remindOfStatements } from "./commands";

afterAll(expectInvariants);

const heard = async ({ memberId }: Actor, kinds: string[]) =>
  (
    await db.activity.findMany({
      where: { memberId, kind: { in: kinds } },
      orderBy: { at: "asc" },
      select: { kind: true },
    })
  ).map(({ kind }) => kind);
const ABOUT_PLEDGE = ["membership.pledgeEnding", "membership.pledgeOver"];

/** Noon in Rome, give or take an hour, so many days before or after a day. */
const around = (day: string, days: number) => new Date(addDays(dateOf(day), days).getTime() + 11 * 3_600_000);

async function aPledge() {
  const { id, slug } = await anAssociation();
  const bo = await aMemberOf(id);
  const [pledge] = await db.pledge.findMany({ where: { membership: { associationId: id, memberId: bo.memberId } } });
  return { id, slug, bo, until: pledge?.untilOn.toISOString().slice(0, 10) ?? "" };
}

async function renewalOf(slug: string, days = 300) {
  const { answers: _answers, ...papers } = { ...(await papersFor(slug)), stances: [] };
  return { ...papers, untilOn: dayOf(addDays(new Date(), days)) };
}

test("PT1: a statement's end is told thirty days before, seven days before and the day after, once each", async () => {
  const { bo, until } = await aPledge();
  const at = async (days: number) => {
    await remindOfStatements(around(until, days));
    await remindOfStatements(around(until, days));
    return (await heard(bo, ABOUT_PLEDGE)).length;
  };
  expect([await at(-31), await at(-30), await at(-8), await at(-7), await at(0), await at(1), await at(60)]).toEqual([
    0, 1, 1, 2, 2, 3, 3,
  ]);
  expect(await heard(bo, ABOUT_PLEDGE)).toEqual([ABOUT_PLEDGE[0], ABOUT_PLEDGE[0], ABOUT_PLEDGE[1]]);
});

test("PT1: renewed, a statement is asked about by its new day", async () => {
  const { slug, bo, until } = await aPledge();
  expect(said(await renewPledge(bo, await renewalOf(slug)))).toBe("ok");
  await remindOfStatements(around(until, -30));
  expect(await heard(bo, ABOUT_PLEDGE)).toEqual(["membership.pledgeOver"]);
});

test("M10: nobody in pause is reminded of a statement", async () => {
  const { slug, bo, until } = await aPledge();
  await pauseMembership(bo, { associationSlug: slug });
  await remindOfStatements(around(until, -7));
  expect(await heard(bo, ABOUT_PLEDGE)).toEqual([]);
});

test("A4: twenty rounds of the job running twice at once say it once", async () => {
  for (let round = 0; round < 20; round++) {
    const { bo, until } = await aPledge();
    await Promise.all([remindOfStatements(around(until, -7)), remindOfStatements(around(until, -7))]);
    expect(await heard(bo, ABOUT_PLEDGE)).toEqual(["membership.pledgeEnding"]);
  }
}, 60_000);

test("PT1: fourteen days after its end a statement binds as before; then its owner only listens, custody aside, until renewed", async () => {
  const { id, slug, steward } = await anAssociation();
  const { memberId } = steward;
  const { untilOn } = await db.pledge.findFirstOrThrow({ where: { membership: { memberId } } });
  const on = (days: number) => around(untilOn.toISOString().slice(0, 10), days);
  const standing = (days: number) =>
    db.$transaction((tx) => readStanding(tx, { memberId, associationId: id, now: on(days) }));
  expect(canAct((await standing(14)) ?? expect.fail(), "VOTE").ok).toBe(true);
  const late = (await standing(15)) ?? expect.fail();
  expect([said(canAct(late, "VOTE")), said(canAct(late, "TAKE_PART"))]).toEqual(["membership.statementOver", "ok"]);
  expect(late).toMatchObject({ state: "ACTIVE", responsibilities: ["CUSTODY"] });
  const renewal = { ...(await renewalOf(slug)), untilOn: dayOf(on(100)) };
  expect(said(await renewPledge(steward, renewal, on(15)))).toBe("ok");
  expect((await standing(15))?.responsibilities).toContain("ADMIT");
});

test("M10: on the day a pause was meant to end its owner is asked, once, and nothing resumes", async () => {
  const { id, slug, bo } = await aPledge();
  const until = dayOf(addDays(new Date(), 20));
  expect(said(await pauseMembership(bo, { associationSlug: slug, untilOn: until }))).toBe("ok");
  await remindOfPauses(around(until, -1));
  expect(await heard(bo, ["membership.pauseOver"])).toEqual([]);
  for (const days of [0, 0, 5]) await remindOfPauses(around(until, days));
  expect(await heard(bo, ["membership.pauseOver"])).toHaveLength(1);
  const where = { associationId_memberId: { associationId: id, memberId: bo.memberId } };
  expect(await db.membership.findUnique({ where })).toMatchObject({ state: "PAUSED", pausedUntilOn: dateOf(until) });
  await resumeMembership(bo, { associationSlug: slug });
  expect(await db.membership.findUnique({ where })).toMatchObject({ state: "ACTIVE", pausedUntilOn: null });
});

test("M7: members are called at seven and at fourteen days; afterwards it stays in custody, shut to newcomers, until one of them answers", async () => {
  const { id, slug, steward } = await anAssociation({ entry: "OPEN" });
  const bo = await aMemberOf(id);
  const since = new Date();
  await leaveAssociation(steward, { associationSlug: slug }, since);
  const calls = async (days: number, ms = 0) => {
    await callForStewards(new Date(addDays(since, days).getTime() + ms));
    return db.activity.count({ where: { associationId: id, kind: "association.custodyCalled" } });
  };
  expect([
    await calls(7, -1),
    await calls(7),
    await calls(7),
    await calls(14, -1),
    await calls(14),
    await calls(99),
  ]).toEqual([0, 1, 1, 1, 2, 2]);
  expect(said(await applyToAssociation(await aPerson(), await papersFor(slug), addDays(since, 99)))).toBe(
    "membership.inCustody",
  );
  expect(said(await takeUpCustody(bo, { associationSlug: slug }, addDays(since, 99)))).toBe("ok");
  const found = await db.association.findUniqueOrThrow({ where: { id } });
  expect(found).toMatchObject({ state: "OPEN", custodySince: null, custodyCalls: 0 });
});
