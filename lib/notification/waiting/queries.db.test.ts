import { afterAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { declareContribution } from "@/lib/contribution/commands";
import { declareOutside } from "@/lib/contribution/outside/commands";
import { addDays } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { applyToAssociation } from "@/lib/membership/application/commands";
import { inviteMember } from "@/lib/membership/invitation/commands";
import { leaveAssociation } from "@/lib/membership/leaving/commands";
import { pauseMembership } from "@/lib/membership/pausing/commands";
import { takeUpCustody } from "@/lib/membership/role/commands";
import { acceptOffer, offerToNeed } from "@/lib/project/offer/commands";
import { aMemberOf, anAssociation, aPerson, expectInvariants, makeRole, papersFor } from "@/lib/testing/associations";
import { makeMember } from "@/lib/testing/members";
import { anOffer, makeProject, makeThree } from "@/lib/testing/projects";
import { findFrame } from "../queries";

afterAll(expectInvariants);

const waitsFor = async (actor: Actor, now?: Date) =>
  (await findFrame(actor, [], now)).waiting.map(({ kind, count }) => `${kind} ${count}`);

/** Besides one's own profile: the people of these tests were never welcomed. */
const waitsElsewhere = async (actor: Actor, now?: Date) =>
  (await waitsFor(actor, now)).filter((item) => item !== "welcome 1");

describe("what waits for a person", () => {
  test("an application waits for those who answer for ADMIT, until they have said their word", async () => {
    const { id, slug, steward } = await anAssociation({ decidersRequired: 2 });
    const welcomer = await makeRole(id, "WELCOMER");
    const member = await aMemberOf(id);
    const applicant = await aPerson("Carla Candidata");
    await applyToAssociation(applicant, await papersFor(slug));
    expect(await waitsElsewhere(steward)).toEqual(["applications 1"]);
    expect(await waitsElsewhere(member)).toEqual([]);
    expect(await waitsElsewhere(applicant)).toEqual([]);
    const { id: applicationId } = await db.application.findFirstOrThrow({
      where: { memberId: applicant.memberId },
      select: { id: true },
    });
    await db.applicationDecision.create({
      data: { applicationId, deciderId: welcomer.memberId, outcome: "ADMIT", at: new Date() },
    });
    expect(await waitsElsewhere(welcomer)).toEqual([]);
    const [item] = (await findFrame(steward, [])).waiting;
    expect(item).toMatchObject({
      association: { slug, values: ["care", "trust", "generosity"] },
      person: { name: "Carla Candidata" },
    });
    expect(item?.dueOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  test("offers wait for who leads, contributions for the others who take part", async () => {
    const [lead, helper] = [await aPerson("Lea"), await aPerson("Olmo", { competences: { accounting: 3 } })];
    const { needIds, slug } = await makeProject(lead);
    await offerToNeed(helper, anOffer(needIds[0] ?? ""));
    expect(await waitsElsewhere(lead)).toEqual(["offers 1"]);
    const { id: offerId } = await db.needOffer.findFirstOrThrow({
      where: { memberId: helper.memberId },
      select: { id: true },
    });
    await acceptOffer(lead, { offerId });
    expect(await waitsElsewhere(lead)).toEqual([]);
    await declareContribution(helper, {
      slug,
      kind: "TIME",
      title: "Un sopralluogo",
      hours: 120,
      doneOn: "2026-11-10",
    });
    expect([await waitsElsewhere(lead), await waitsElsewhere(helper)]).toEqual([["contributions 1"], []]);
  });

  test("PJ5: what was done for an association waits for whoever its charter lets confirm it, until 21 days have passed", async () => {
    const { steward, ada, bo, stranger, slug, associationId } = await makeThree();
    const declared = new Date("2026-11-10T10:00:00Z");
    const given = { kind: "RESOURCE" as const, title: "Ho ospitato l’incontro", hours: null, doneOn: "2026-11-09" };
    await declareOutside(ada, { associationSlug: slug, ...given, value: null }, declared);
    const within = new Date("2026-12-01T09:59:59Z");
    const seen = async (actor: Actor, now = within) =>
      (await waitsFor(actor, now)).filter((item) => item.startsWith("deeds"));
    expect([await seen(ada), await seen(bo), await seen(steward), await seen(stranger)]).toEqual([
      ...[[], ["deeds 1"], ["deeds 1"], []],
    ]);
    expect(await seen(bo, new Date("2026-12-01T10:00:00Z"))).toEqual([]);
    await pauseMembership(bo, { associationSlug: slug }, declared);
    expect(await seen(bo)).toEqual([]);
    const charter = { associationId, version: 2, hash: `seconda-${slug}`, publishedAt: declared } as const;
    await db.charter.create({ data: { ...charter, isMaterial: true, confirmers: "STEWARDS" } });
    const [lastDay, overdue] = [new Date("2026-12-10T09:59:59Z"), new Date("2026-12-10T10:00:00Z")];
    await declareOutside(ada, { associationSlug: slug, ...given, value: null }, addDays(declared, 20));
    expect([await seen(bo, lastDay), await seen(steward, lastDay)]).toEqual([[], ["deeds 1"]]);
    expect(await seen(steward, overdue)).toEqual([]);
  });

  test("M10: who leads a project from a pause is not asked to answer offers", async () => {
    const { id, slug } = await anAssociation();
    const lead = await aMemberOf(id);
    const { needIds } = await makeProject(lead, { association: slug });
    await offerToNeed(await aPerson("Olmo", { competences: { accounting: 3 } }), anOffer(needIds[0] ?? ""));
    expect(await waitsElsewhere(lead)).toEqual(["offers 1"]);
    await db.$transaction([
      db.membership.updateMany({ where: { memberId: lead.memberId }, data: { state: "PAUSED" } }),
      db.$executeRaw`INSERT INTO "MembershipEvent" ("id", "membershipId", "from", "to", "at")
        SELECT gen_random_uuid(), "id", 'ACTIVE', 'PAUSED', now() FROM "Membership" WHERE "memberId" = ${lead.memberId}::uuid`,
    ]);
    expect(await waitsElsewhere(lead)).toEqual([]);
  });

  test("an invitation waits for the one invited, until it expires", async () => {
    const { slug, steward } = await anAssociation();
    const invited = await aPerson("Ivo Invitato");
    const sent = await inviteMember(steward, {
      associationSlug: slug,
      whom: invited.handle,
      reason: "Perché ripari quello che altri buttano.",
    });
    expect(sent.ok).toBe(true);
    expect(await waitsElsewhere(invited)).toEqual(["invitation 1"]);
    expect(await waitsElsewhere(invited, new Date(Date.now() + 400 * 86_400_000))).toEqual([]);
  });

  test("PT1: a pledge about to end waits, one with months ahead does not", async () => {
    const { id } = await anAssociation();
    const member = await aMemberOf(id);
    const { untilOn } = await db.pledge.findFirstOrThrow({
      where: { membership: { memberId: member.memberId } },
      select: { untilOn: true },
    });
    expect(await waitsElsewhere(member)).toEqual([]);
    expect(await waitsElsewhere(member, new Date(untilOn.getTime() - 29 * 86_400_000))).toEqual(["pledge 1"]);
    expect(await waitsElsewhere(member, new Date(untilOn.getTime() - 31 * 86_400_000))).toEqual([]);
  });

  describe("M7: an association left in custody", () => {
    const DAY = 86_400_000;
    const left = new Date(Date.now() + 3_600_000);
    const later = (ms: number) => new Date(left.getTime() + ms);
    const leftBehind = async (change?: Parameters<typeof aMemberOf>[1]) => {
      const { id, slug, steward } = await anAssociation();
      const member = await aMemberOf(id, change);
      expect(await waitsElsewhere(member)).toEqual([]);
      expect(await leaveAssociation(steward, { associationSlug: slug }, left)).toMatchObject({ ok: true });
      return { id, slug, steward, member };
    };

    test("calls its members for fourteen days, and not a moment longer", async () => {
      const { slug, steward, member } = await leftBehind();
      expect(await waitsElsewhere(member, later(14 * DAY - 1))).toEqual(["custody 1"]);
      const items = (await findFrame(member, [], later(14 * DAY - 1))).waiting;
      expect(items.find(({ kind }) => kind === "custody")).toMatchObject({ association: { slug }, dueOn: null });
      expect(await waitsElsewhere(member, later(14 * DAY))).toEqual([]);
      expect(await waitsElsewhere(steward, later(DAY))).toEqual([]);
      expect(await waitsFor(member)).toHaveLength(2);
    });

    test("calls nobody any more once somebody looks after it", async () => {
      const { slug, member } = await leftBehind();
      expect(await takeUpCustody(member, { associationSlug: slug })).toMatchObject({ ok: true });
      expect(await waitsElsewhere(member, later(DAY))).toEqual([]);
    });

    test("PT1: calls nobody who only listens", async () => {
      const { member } = await leftBehind({ isListening: true, kinds: [], minutesPerPeriod: null, period: null });
      expect(await waitsElsewhere(member, later(DAY))).toEqual([]);
    });

    test("M10: calls nobody in pause", async () => {
      const { slug, member } = await leftBehind();
      expect(await pauseMembership(member, { associationSlug: slug })).toMatchObject({ ok: true });
      expect(await waitsElsewhere(member, later(DAY))).toEqual([]);
    });
  });

  test("M2: a profile that lacks what joining asks waits; a welcome left half-way comes before it", async () => {
    expect(await waitsFor(await makeMember({ welcomeStep: 2 }))).toEqual(["welcome 1"]);
    expect(await waitsFor(await makeMember({ welcomeStep: null }))).toEqual(["profile 1"]);
    expect(await waitsFor(await aPerson("Pia", { welcomeStep: null }))).toEqual([]);
  });
});

test("the frame has what waits, and shows the person’s own tile", async () => {
  const person = await makeMember({ welcomeStep: null, values: ["trust", "care"] });
  expect(await findFrame(person, [])).toMatchObject({
    waiting: [{ kind: "profile" }],
    values: ["trust", "care"],
    photo: null,
  });
});
