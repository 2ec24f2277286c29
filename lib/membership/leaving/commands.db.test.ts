import { afterAll, describe, expect, test } from "vitest";
import { type Actor, submitting } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { acceptOffer } from "@/lib/project/offer/commands";
import {
  aMemberOf,
  anAssociation,
  aPerson,
  expectInvariants,
  makeRole,
  papersFor,
  said,
  tally,
} from "@/lib/testing/associations";
import { applyToAssociation } from "../application/commands";
import { inviteMember } from "../invitation/commands";
import { offerRole } from "../role/commands";
import { leaveAssociation } from "./commands";

afterAll(expectInvariants);

const NOW = new Date();
const membership = ({ memberId }: Actor, associationId: string) =>
  db.membership.findUniqueOrThrow({
    where: { associationId_memberId: { associationId, memberId } },
    include: { events: { orderBy: { at: "asc" } }, roles: true, pledges: true },
  });

/** A project that runs, with a need of one seat, and offers to it in the order given. */
async function aProject(
  associationId: string | null,
  owner: Actor,
  offerers: readonly (readonly [Actor, "ACCEPTED" | "QUEUED" | "WAITING"])[] = [],
) {
  const slug = `progetto-${crypto.randomUUID()}`;
  const { id, needs } = await db.project.create({
    data: {
      ...{ slug, title: "Lavatoio", associationId, ownerId: owner.memberId, kind: "THEMATIC", state: "ACTIVE" },
      ...{ purpose: "Lavare.", createdAt: NOW, startedAt: NOW },
      needs: { create: { position: 0, kind: "ROLE", title: "Falegname", seats: 1, isCritical: true } },
    },
    select: { id: true, needs: { select: { id: true } } },
  });
  const needId = needs[0]?.id ?? "";
  for (const [{ memberId }, state] of offerers) {
    const offer = { needId, memberId, brings: "CONTACT" as const, contact: "Una falegnameria", state, offeredAt: NOW };
    const { id: needOfferId } = await db.needOffer.create({ data: offer, select: { id: true } });
    if (state === "ACCEPTED")
      await db.commitment.create({ data: { memberId, projectId: id, needOfferId, text: "Falegname", createdAt: NOW } });
  }
  return { id, slug, needId };
}
const offersOf = async (needId: string, { memberId }: Actor) =>
  (await db.needOffer.findMany({ where: { needId, memberId }, select: { state: true } })).map(({ state }) => state);

describe("M7: leaving is always possible", () => {
  test("at once, without reason, even unverified or suspended; the row stays, closed to the eyes of others", async () => {
    const { id, slug } = await anAssociation();
    for (const change of [{}, { isSuspended: true }, { hasVerifiedEmail: false }]) {
      const bo = await aMemberOf(id);
      await db.membership.updateMany({ where: { memberId: bo.memberId }, data: { isVisible: true } });
      expect(await leaveAssociation({ ...bo, ...change }, { associationSlug: slug })).toEqual({
        ok: true,
        value: { associationSlug: slug, state: "LEFT", isInCustody: false },
      });
      const left = await membership(bo, id);
      expect(left).toMatchObject({ state: "LEFT", isVisible: false });
      expect(left.events.map(({ from, to, actorId }) => [from, to, actorId])).toEqual([
        [null, "ACTIVE", bo.memberId],
        ["ACTIVE", "LEFT", bo.memberId],
      ]);
      expect(
        await db.activity.count({ where: { kind: "membership.left", actorId: bo.memberId, associationId: id } }),
      ).toBe(1);
    }
  });

  test("A2, A4: nobody leaves where they never were; whoever is out already is told so, and nothing changes", async () => {
    const { id, slug } = await anAssociation();
    expect(said(await leaveAssociation(await aPerson(), { associationSlug: slug }))).toBe("common.notFound");
    expect(said(await leaveAssociation(await aPerson(), { associationSlug: "no-such" }))).toBe("common.notFound");
    const bo = await aMemberOf(id);
    expect(said(await leaveAssociation(bo, { associationSlug: slug }))).toBe("ok");
    const left = await membership(bo, id);
    const again = { associationSlug: slug, state: "LEFT", isInCustody: false };
    expect(await leaveAssociation(bo, { associationSlug: slug })).toEqual({ ok: true, value: again });
    expect(await membership(bo, id)).toEqual(left);
  });

  test("M1, M2: coming back takes new papers and the same row", async () => {
    const { id, slug } = await anAssociation({ entry: "OPEN" });
    const bo = await aMemberOf(id);
    await leaveAssociation(bo, { associationSlug: slug });
    expect(said(await applyToAssociation(bo, await papersFor(slug, { stances: [] })))).toBe("membership.stanceMissing");
    expect(said(await applyToAssociation(bo, await papersFor(slug)))).toBe("ok");
    const back = await membership(bo, id);
    expect(back).toMatchObject({ state: "ACTIVE", isVisible: false });
    expect(back.events.map(({ to }) => to)).toEqual(["ACTIVE", "LEFT", "ACTIVE"]);
    expect(back.pledges).toHaveLength(2);
  });

  test("the last who holds custody leaves at once all the same, and the association is in custody from that instant", async () => {
    const { id, slug, steward } = await anAssociation();
    const now = new Date();
    expect(await leaveAssociation(steward, { associationSlug: slug }, now)).toMatchObject({
      ok: true,
      value: { isInCustody: true },
    });
    expect(await db.association.findUnique({ where: { id } })).toMatchObject({ state: "CUSTODY", custodySince: now });
    expect(await db.activity.count({ where: { kind: "association.custodyBegun", associationId: id } })).toBe(1);
    expect(said(await applyToAssociation(await aPerson(), await papersFor(slug)))).toBe("membership.inCustody");
  });

  test("with another steward the association stays open", async () => {
    const { id, slug, steward } = await anAssociation();
    await makeRole(id, "STEWARD");
    expect(await leaveAssociation(steward, { associationSlug: slug })).toMatchObject({ value: { isInCustody: false } });
    expect(await db.association.findUnique({ where: { id } })).toMatchObject({ state: "OPEN" });
  });
});

describe("M8: what ends with it, in the same transaction", () => {
  test("roles held and offered, and invitations sent", async () => {
    const { id, slug, steward } = await anAssociation();
    const bo = await makeRole(id, "WELCOMER");
    await offerRole(steward, { associationSlug: slug, whom: bo.handle, role: "STEWARD" });
    const asked = await aPerson();
    await inviteMember(bo, { associationSlug: slug, whom: asked.handle, reason: "x".repeat(40) });
    await leaveAssociation(bo, { associationSlug: slug });
    expect((await membership(bo, id)).roles.map(({ state, endedById }) => [state, endedById])).toEqual([
      ["ENDED", null],
      ["ENDED", null],
    ]);
    expect(await db.invitation.findFirst({ where: { memberId: asked.memberId } })).toMatchObject({
      state: "WITHDRAWN",
    });
  });

  test("an asking for help is closed, and the draft they kept is gone", async () => {
    const { id, slug } = await anAssociation();
    const bo = await aMemberOf(id);
    const { id: membershipId } = await membership(bo, id);
    await db.helpAsking.create({ data: { membershipId, text: "Una mano.", askedAt: NOW } });
    const kept = { associationId: id, memberId: bo.memberId };
    await db.charterDraftCopy.create({ data: { ...kept, content: {}, savedAt: NOW } });
    await leaveAssociation(bo, { associationSlug: slug });
    expect(await db.helpAsking.count({ where: { membershipId, closedAt: null } })).toBe(0);
    expect(await db.charterDraftCopy.count({ where: kept })).toBe(0);
  });

  test("commitments to it and its projects are let go; those elsewhere stay", async () => {
    const { id, slug } = await anAssociation();
    const bo = await aMemberOf(id);
    const { memberId } = bo;
    const own = await aProject(null, await aPerson(), [[bo, "ACCEPTED"]]);
    const inside = await aProject(id, await aPerson(), [[bo, "ACCEPTED"]]);
    await db.commitment.create({ data: { memberId, associationId: id, text: "Verbale", createdAt: NOW } });
    await leaveAssociation(bo, { associationSlug: slug });
    const states = await db.commitment.findMany({ where: { memberId }, select: { projectId: true, state: true } });
    expect(new Map(states.map(({ projectId, state }) => [projectId, state]))).toEqual(
      new Map([
        [own.id, "OPEN"],
        [inside.id, "RELEASED"],
        [null, "RELEASED"],
      ]),
    );
    expect(await offersOf(own.needId, bo)).toEqual(["ACCEPTED"]);
  });

  test("offers to its projects are taken back; a seat opens and nobody moves up by themselves", async () => {
    const { id, slug } = await anAssociation();
    const [owner, bo, next] = [await aMemberOf(id), await aMemberOf(id), await aMemberOf(id)];
    const project = await aProject(id, owner, [
      [bo, "ACCEPTED"],
      [next, "QUEUED"],
    ]);
    const waiting = await aProject(id, owner, [[bo, "WAITING"]]);
    await leaveAssociation(bo, { associationSlug: slug });
    expect(await offersOf(project.needId, bo)).toEqual(["WITHDRAWN"]);
    expect(await offersOf(project.needId, next)).toEqual(["QUEUED"]);
    expect(await offersOf(waiting.needId, bo)).toEqual(["WITHDRAWN"]);
    const told = await db.activity.findMany({ where: { kind: "project.offerWithdrawn", actorId: bo.memberId } });
    expect(told.map(({ memberId }) => memberId)).toEqual([owner.memberId, owner.memberId]);
    const seats = told.map(({ projectId, data }) => [projectId, (data as { wasSeated: number }).wasSeated]);
    expect(new Map(seats as [string, number][])).toEqual(
      new Map([
        [project.id, 1],
        [waiting.id, 0],
      ]),
    );
  });

  test("PJ7: running projects of theirs in it are suspended, on the record; their others run on", async () => {
    const { id, slug } = await anAssociation();
    const bo = await aMemberOf(id);
    const [inside, personal] = [await aProject(id, bo), await aProject(null, bo)];
    await leaveAssociation(bo, { associationSlug: slug });
    expect(await db.project.findUnique({ where: { id: inside.id } })).toMatchObject({
      state: "SUSPENDED",
      ownerId: bo.memberId,
    });
    expect(await db.project.findUnique({ where: { id: personal.id } })).toMatchObject({ state: "ACTIVE" });
    expect(await db.projectTransition.findMany({ where: { projectId: inside.id } })).toMatchObject([
      { from: "ACTIVE", to: "SUSPENDED", actorId: bo.memberId },
    ]);
    expect(await db.activity.count({ where: { kind: "project.transitioned", projectId: inside.id } })).toBe(1);
  });
});

describe("races, twenty rounds each", () => {
  const ROUNDS = Array.from({ length: 20 }, (_, round) => round);

  test("R3, M7: two last stewards leaving at once both leave, and the association is in custody", async () => {
    for (const _ of ROUNDS) {
      const { id, slug, steward } = await anAssociation();
      const bo = await makeRole(id, "STEWARD");
      const answers = await Promise.all(
        [steward, bo].map((actor) => leaveAssociation(actor, { associationSlug: slug })),
      );
      expect(tally(answers)).toEqual({ ok: 2 });
      expect(answers.filter((answer) => answer.ok && answer.value.isInCustody)).toHaveLength(1);
      expect(await db.association.findUnique({ where: { id } })).toMatchObject({ state: "CUSTODY" });
    }
  }, 60_000);

  test("M8: a seat given just while its taker leaves is left with the commitment that came with it", async () => {
    const { id, slug, steward } = await anAssociation();
    for (const _ of ROUNDS) {
      const bo = await aMemberOf(id);
      const { needId } = await aProject(id, steward, [[bo, "WAITING"]]);
      const { id: offerId } = await db.needOffer.findFirstOrThrow({ where: { needId }, select: { id: true } });
      const [left] = await Promise.all([
        leaveAssociation(bo, { associationSlug: slug }),
        acceptOffer(steward, { offerId }),
      ]);
      expect(left.ok).toBe(true);
      expect(await offersOf(needId, bo)).toEqual(["WITHDRAWN"]);
      expect(await db.commitment.count({ where: { memberId: bo.memberId, state: "OPEN" } })).toBe(0);
    }
  }, 60_000);

  test("A7: the same exit submitted five times at once happens once, and all five read it", async () => {
    const { id, slug } = await anAssociation();
    for (const _ of ROUNDS) {
      const bo = submitting(await aMemberOf(id), crypto.randomUUID());
      const answers = await Promise.all([1, 2, 3, 4, 5].map(() => leaveAssociation(bo, { associationSlug: slug })));
      expect(tally(answers)).toEqual({ ok: 5 });
      expect(await db.activity.count({ where: { kind: "membership.left", actorId: bo.memberId } })).toBe(1);
    }
  }, 60_000);

  test("A5: one leaves the last place while eight enter: places are never more than there are", async () => {
    const people = await Promise.all(Array.from({ length: 8 }, () => aPerson()));
    for (const _ of ROUNDS) {
      const { id, slug } = await anAssociation({ entry: "OPEN", memberLimit: 2 });
      const bo = await aMemberOf(id);
      const papers = await papersFor(slug);
      const [left, ...entered] = await Promise.all([
        leaveAssociation(bo, { associationSlug: slug }),
        ...people.map((person) => applyToAssociation(person, papers)),
      ]);
      expect(left.ok).toBe(true);
      expect(entered.filter(({ ok }) => ok).length).toBeLessThanOrEqual(1);
      expect(await db.membership.count({ where: { associationId: id, state: "ACTIVE" } })).toBeLessThanOrEqual(2);
    }
  }, 60_000);
});
