import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { addDays, addMonths, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import {
  aDraftFor,
  aMemberOf,
  amendCharter,
  anAssociation,
  aPerson,
  expectInvariants,
  papersFor,
  said,
  someStewards,
  tally,
} from "@/lib/testing/associations";
import { applyToAssociation } from "../application/commands";
import { publishCharter } from "../charter/commands";
import { saveDraft } from "../draft/commands";
import { readStanding } from "../facts";
import { pauseMembership, resumeMembership } from "../pausing/commands";
import { renewPledge } from "../pledge/commands";
import { findPledge } from "../pledge/queries";
import { followUpCharters, remindOfReviews } from "./commands";

afterAll(expectInvariants);

const MORE = { minMinutes: 60, minPeriod: "MONTH" as const };
const T0 = new Date("2026-10-10T09:30:00Z");
const justBefore = (instant: Date) => new Date(instant.getTime() - 1);

/** What accepting the charter in force takes now: the papers of the pledge page. */
async function accepting(actor: Actor, slug: string, now: Date, note = "") {
  const view = await findPledge(actor, slug, now);
  const { stances: _, answers: __, charterHash, ...statement } = await papersFor(slug);
  const stances = view?.open.map(({ id }) => ({
    valueId: id,
    stance: note ? ("NOT_MINE" as const) : ("SHARED" as const),
    note,
  }));
  return { ...statement, charterHash, stances: stances ?? [], untilOn: addMonths(dayOf(now), 6) };
}

const statesOf = async (actor: Actor) =>
  (
    await db.membershipEvent.findMany({ where: { membership: { memberId: actor.memberId } }, orderBy: { at: "asc" } })
  ).map(({ to, actorId, reason }) => [to, actorId === actor.memberId ? "self" : actorId, reason]);
const toldOf = async (actor: Actor) =>
  (
    await db.activity.findMany({
      where: { memberId: actor.memberId, kind: { startsWith: "membership.charter" } },
      orderBy: { id: "asc" },
    })
  ).map(({ kind }) => kind.replace("membership.", ""));

describe("M11: a member who says nothing, day by day across the end of summer time", () => {
  const world = {} as { id: string; slug: string; steward: Actor; bo: Actor };
  beforeAll(async () => {
    const untilOn = "2027-03-01";
    Object.assign(world, await anAssociation({ untilOn }, addDays(T0, -40)));
    // Came in while the first version was in force.
    world.bo = await aMemberOf(world.id, { untilOn }, addDays(T0, -30));
    await amendCharter(world.steward, world.slug, { ...MORE, now: T0 });
  });

  const standingAt = (now: Date) =>
    db.$transaction((tx) => readStanding(tx, { memberId: world.bo.memberId, associationId: world.id, now }));

  test.each([
    [23, "charterDueSoon", false],
    [30, "charterOverdue", true],
    [83, "charterPauseSoon", true],
  ] as const)("day %i: told once, and not an instant before", async (day, kind, isOverdue) => {
    const bound = addDays(T0, day);
    await followUpCharters(justBefore(bound));
    expect(await toldOf(world.bo)).not.toContain(kind);
    await followUpCharters(bound);
    await followUpCharters(addDays(bound, 1));
    expect((await toldOf(world.bo)).filter((one) => one === kind)).toHaveLength(1);
    expect(await standingAt(bound)).toMatchObject({ state: "ACTIVE", isCharterOverdue: isOverdue });
    expect(await standingAt(justBefore(addDays(T0, 30)))).toMatchObject({ isCharterOverdue: false });
  });

  test("day 90: in pause, with who and why, never out; the last who looks after it stays, for that alone", async () => {
    const bound = addDays(T0, 90);
    await followUpCharters(justBefore(bound));
    expect(await standingAt(bound)).toMatchObject({ state: "ACTIVE" });
    expect(await followUpCharters(bound)).toBe(1);
    expect(await followUpCharters(addDays(bound, 1))).toBe(0);
    expect(await standingAt(bound)).toMatchObject({ state: "PAUSED", responsibilities: [] });
    expect(await statesOf(world.bo)).toEqual([
      ["ACTIVE", "self", ""],
      ["PAUSED", null, "charter"],
    ]);
    expect(await toldOf(world.bo)).toEqual(["charterDueSoon", "charterOverdue", "charterPauseSoon", "charterPaused"]);
    const { memberId } = world.steward;
    const steward = await db.$transaction((tx) => readStanding(tx, { memberId, associationId: world.id, now: bound }));
    expect(steward).toMatchObject({ state: "ACTIVE", responsibilities: ["CUSTODY"] });
    expect((await db.association.findUniqueOrThrow({ where: { id: world.id } })).state).toBe("OPEN");
  });

  test("coming back takes the acceptance first; then it is at once", async () => {
    const now = addDays(T0, 95);
    const { bo, slug } = world;
    expect(said(await resumeMembership(bo, { associationSlug: slug }, now))).toBe("membership.acceptFirst");
    expect(said(await renewPledge(bo, await accepting(bo, slug, now), now))).toBe("ok");
    expect(said(await resumeMembership(bo, { associationSlug: slug }, now))).toBe("ok");
    expect(await standingAt(now)).toMatchObject({ state: "ACTIVE", isCharterOverdue: false });
    expect(await followUpCharters(now)).toBe(0);
  });
});

describe("M11: accepting", () => {
  test("PT2: what a charter bars whoever is behind from, it bars nobody from before they accept it", async () => {
    const { id, slug, steward } = await anAssociation();
    const bo = await aMemberOf(id);
    await amendCharter(steward, slug, { ...MORE, graceDays: 30, bars: ["VOTE"] });
    const where = { associationId_memberId: { associationId: id, memberId: bo.memberId } };
    const barsOf = async () => {
      await db.membership.update({ where, data: { behindSince: new Date() } });
      const standing = await db.$transaction((tx) =>
        readStanding(tx, { memberId: bo.memberId, associationId: id, now: new Date() }),
      );
      return standing?.bars;
    };
    expect(await barsOf()).toEqual([]);
    expect(said(await renewPledge(bo, await accepting(bo, slug, new Date()), new Date()))).toBe("ok");
    expect(await barsOf()).toEqual(["VOTE"]);
    await db.membership.update({ where, data: { behindSince: null } });
  });

  test("asks a stance on what is new or reads otherwise, and carries the others over; the receipt shows all", async () => {
    const { id, slug, steward } = await anAssociation();
    const bo = await aMemberOf(id);
    const { content } = await aDraftFor(slug);
    const [care, trust] = content.values as [never, never];
    const values = [
      care,
      { ...(trust as object), meaning: "Si dice prima." } as never,
      { valueSlug: "courage", name: "", meaning: "Si prova.", shownBy: "Un tentativo." },
    ];
    await amendCharter(steward, slug, { values });
    const now = new Date();
    const view = await findPledge(bo, slug, now);
    expect(view?.change).toMatchObject({ from: 1, waiting: { version: 2, stage: "OPEN" } });
    expect(view?.open.map(({ valueSlug }) => valueSlug)).toEqual(["trust", "courage"]);
    const whole = await accepting(bo, slug, now, "Ci sto pensando.");
    expect(said(await renewPledge(bo, { ...whole, stances: whole.stances.slice(1) }, now))).toBe(
      "membership.stanceMissing",
    );
    expect(said(await renewPledge(bo, whole, now))).toBe("ok");
    const after = await findPledge(bo, slug, new Date());
    expect(after).toMatchObject({ change: null, open: [], pledge: { charterVersion: 2 } });
    expect(after?.stances.map(({ valueSlug, stance }) => `${valueSlug} ${stance}`)).toEqual([
      "care SHARED",
      "trust NOT_MINE",
      "courage NOT_MINE",
    ]);
    await expect(db.$executeRaw`UPDATE "PledgeStance" SET "note" = 'x'`).rejects.toThrow(/A6/);
  });

  test("wording alone waits for nobody and stops nothing; renewing accepts it", async () => {
    const then = addDays(new Date(), -200);
    const { slug, steward } = await anAssociation({ untilOn: addMonths(dayOf(then), 11) }, addDays(then, -1));
    const { content } = await aDraftFor(slug);
    const clauses = content.clauses.map((one) =>
      one.kind === "RULE" ? { ...one, text: "Si esce quando si vuole, sempre." } : one,
    );
    await amendCharter(steward, slug, { clauses, isMaterial: false, now: then });
    const now = new Date();
    expect(await findPledge(steward, slug, now)).toMatchObject({ change: { from: 1, waiting: null }, open: [] });
    await followUpCharters(now);
    expect(await toldOf(steward)).toEqual([]);
    expect(said(await renewPledge(steward, await accepting(steward, slug, now), now))).toBe("ok");
    expect(await findPledge(steward, slug, now)).toMatchObject({ change: null });
  });

  test("in a pause of one's own the days count too: back within ninety, else the word first", async () => {
    const then = addDays(new Date(), -20);
    const { id, slug, steward } = await anAssociation({}, addDays(then, -1));
    const bo = await aMemberOf(id);
    await pauseMembership(bo, { associationSlug: slug });
    await amendCharter(steward, slug, { ...MORE });
    const published = (await db.charter.findFirstOrThrow({ where: { associationId: id, version: 2 } })).publishedAt;
    const bound = addDays(published, 90);
    await followUpCharters(addDays(published, 23));
    expect(await toldOf(steward)).toEqual(["charterDueSoon"]);
    expect(await toldOf(bo)).toEqual([]);
    expect(said(await resumeMembership(bo, { associationSlug: slug }, bound))).toBe("membership.acceptFirst");
    expect(said(await resumeMembership(bo, { associationSlug: slug }, justBefore(bound)))).toBe("ok");
  });
});

test("a review is brought up once thirty days before and once on its day, to nobody while no day is set", async () => {
  const { id, slug, steward } = await anAssociation();
  const reviewOn = addMonths(dayOf(new Date()), 6);
  await amendCharter(steward, slug, { reviewOn, isMaterial: false });
  const noon = new Date(`${reviewOn}T12:00:00Z`);
  const kinds = async () =>
    (
      await db.activity.findMany({ where: { associationId: id, kind: { contains: "Review" } }, orderBy: { id: "asc" } })
    ).map(({ kind }) => kind);
  expect(await remindOfReviews(addDays(noon, -31))).toBe(0);
  for (const days of [-30, -29, -1]) await remindOfReviews(addDays(noon, days));
  expect(await kinds()).toEqual(["membership.charterReviewSoon"]);
  for (const days of [0, 1, 40]) await remindOfReviews(addDays(noon, days));
  expect(await kinds()).toEqual(["membership.charterReviewSoon", "membership.charterReviewDue"]);
});

test("A4: publishing, renewing and joining at the same instant: whoever is in accepted a whole version, and says which", async () => {
  for (let round = 0; round < 3; round++) {
    const { id, slug, steward } = await anAssociation({ entry: "OPEN", name: `Gara ${"abc"[round]}` });
    const members = await someStewards(id, 6);
    await saveDraft(steward, await aDraftFor(slug, MORE));
    const newcomers = await Promise.all(Array.from({ length: 6 }, () => aPerson("Nora Nuova")));
    await db.association.update({ where: { id }, data: { entry: "OPEN" } });
    const now = new Date();
    const papers = await papersFor(slug);
    const renewals = await Promise.all(members.map((member) => accepting(member, slug, now)));
    const results = await Promise.all([
      ...newcomers.slice(0, 3).map((person) => applyToAssociation(person, papers)),
      ...members.slice(0, 3).map((member, i) => renewPledge(member, renewals[i] as (typeof renewals)[number])),
      publishCharter(steward, {
        associationSlug: slug,
        revision: 1,
        isMaterial: true,
        changeNote: "Deciso insieme a novembre.",
      }),
      ...members.slice(3).map((member, i) => renewPledge(member, renewals[i + 3] as (typeof renewals)[number])),
      ...newcomers.slice(3).map((person) => applyToAssociation(person, papers)),
    ]);
    const { ok = 0, "membership.charterAmended": late = 0, ...others } = tally(results);
    expect(others).toEqual({});
    expect(ok + late).toBe(13);
    const pledges = await db.pledge.findMany({
      where: { membership: { associationId: id } },
      select: { charterHash: true, acceptedAt: true, charter: { select: { hash: true } }, stances: true },
    });
    for (const { charterHash, charter, stances } of pledges) {
      expect(charterHash).toBe(charter.hash);
      expect(stances).toHaveLength(3);
    }
    expect(pledges).toHaveLength(7 + ok - 1);
  }
}, 90_000);
