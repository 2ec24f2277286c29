import { afterAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { addDays, addMonths, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { tellOf } from "@/lib/notification/delivery";
import { aMemberOf, anAssociation, aPerson, expectInvariants, papersFor, said } from "@/lib/testing/associations";
import { applyToAssociation, withdrawApplication } from "../application/commands";
import { decideApplication } from "../decision/commands";
import { inviteMember } from "../invitation/commands";
import { leaveAssociation } from "../leaving/commands";
import { askVouch, giveVouch, refuseVouch } from "./commands";
import { listAskedVouches, listGivenVouches, listOwnVouches } from "./queries";

afterAll(expectInvariants);

const SENTENCE = "Le ho visto riparare tre biciclette in un pomeriggio.";
const REASON = "Abbiamo visto il tuo lavoro al lavatoio e ci manca chi sappia di legno.";
const admit = (actor: Actor, applicationId: string) =>
  decideApplication(actor, { applicationId, outcome: "ADMIT", reason: null, message: "", clauseId: null });

async function asking(sponsorsRequired: number, entry: "APPLICATION" | "INVITATION" = "APPLICATION") {
  const association = await anAssociation({ entry });
  await db.association.update({ where: { id: association.id }, data: { sponsorsRequired } });
  return association;
}
async function knock(slug: string, person?: Actor, now = new Date()) {
  const ada = person ?? (await aPerson());
  const papers = await papersFor(slug, { untilOn: addMonths(dayOf(now), 6) });
  const applied = await applyToAssociation(ada, papers, now);
  if (!applied.ok) throw new Error(applied.refusal.code);
  return { ada, applicationId: applied.value.applicationId };
}
const vouchOf = (applicationId: string, { memberId: sponsorId }: Actor) =>
  db.vouch.findUniqueOrThrow({ where: { applicationId_sponsorId: { applicationId, sponsorId } } });
async function vouchFor(ada: Actor, applicationId: string, sponsor: Actor) {
  await askVouch(ada, { applicationId, whom: sponsor.handle });
  const { id: vouchId } = await vouchOf(applicationId, sponsor);
  return giveVouch(sponsor, { vouchId, sentence: SENTENCE });
}

describe("where words of members are asked for", () => {
  test("nobody is admitted before they are there; with them somebody is", async () => {
    const { id, slug, steward } = await asking(2);
    const { ada, applicationId } = await knock(slug);
    const [bo, cai] = [await aMemberOf(id), await aMemberOf(id)];
    expect(await admit(steward, applicationId)).toMatchObject({
      refusal: { code: "membership.vouchesMissing", params: { count: 2 } },
    });
    expect(said(await vouchFor(ada, applicationId, bo))).toBe("ok");
    expect(said(await admit(steward, applicationId))).toBe("membership.vouchesMissing");
    expect(said(await vouchFor(ada, applicationId, cai))).toBe("ok");
    expect(await listGivenVouches(applicationId)).toMatchObject([
      { counts: true },
      { counts: true, sentence: SENTENCE },
    ]);
    expect(await admit(steward, applicationId)).toMatchObject({ ok: true, value: { state: "ACCEPTED" } });
  });

  test("checked again at the decision: a word of somebody who left meanwhile does not count", async () => {
    const { id, slug, steward } = await asking(1);
    const { ada, applicationId } = await knock(slug);
    const bo = await aMemberOf(id);
    await vouchFor(ada, applicationId, bo);
    await leaveAssociation(bo, { associationSlug: slug });
    expect(said(await admit(steward, applicationId))).toBe("membership.vouchesMissing");
    expect(await listGivenVouches(applicationId)).toMatchObject([{ counts: false }]);
  });

  test("R5: an application keeps as many as were asked for when it was handed in; declining asks for none", async () => {
    const { id, slug, steward } = await asking(0);
    const early = await knock(slug);
    await db.association.update({ where: { id }, data: { sponsorsRequired: 2 } });
    const late = await knock(slug);
    expect(said(await askVouch(early.ada, { applicationId: early.applicationId, whom: steward.handle }))).toBe(
      "membership.noVouchNeeded",
    );
    expect(said(await admit(steward, early.applicationId))).toBe("ok");
    const no = { outcome: "DECLINE", reason: "VALUES", message: "", clauseId: null } as const;
    expect(said(await decideApplication(steward, { applicationId: late.applicationId, ...no }))).toBe("ok");
  });

  test("whoever invites counts as one: alone for one, and with another where two are asked for", async () => {
    for (const [required, isIn] of [
      [1, true],
      [2, false],
    ] as const) {
      const { id, slug, steward } = await asking(required, "INVITATION");
      const bo = await aPerson();
      await inviteMember(steward, { associationSlug: slug, whom: bo.handle, reason: REASON });
      expect(await applyToAssociation(bo, await papersFor(slug))).toMatchObject({
        ok: true,
        value: { isMember: isIn },
      });
      if (isIn) continue;
      const { id: applicationId } = await db.application.findFirstOrThrow({ where: { memberId: bo.memberId } });
      expect(await listGivenVouches(applicationId)).toMatchObject([{ sentence: REASON, counts: true }]);
      expect(said(await admit(steward, applicationId))).toBe("membership.vouchesMissing");
      await vouchFor(bo, applicationId, await aMemberOf(id));
      expect(said(await admit(steward, applicationId))).toBe("ok");
    }
  });

  test("M3: inviting whoever knocked is the word and the admission at once", async () => {
    const { slug, steward } = await asking(1);
    const { ada, applicationId } = await knock(slug);
    const invited = await inviteMember(steward, { associationSlug: slug, whom: ada.handle, reason: REASON });
    expect(invited).toMatchObject({ ok: true, value: { outcome: "ADMITTED" } });
    expect(await listGivenVouches(applicationId)).toMatchObject([{ sentence: REASON }]);
  });
});

describe("asking and answering", () => {
  test("A2: asking somebody who does not belong reads the same, and they hear nothing of it", async () => {
    const { id, slug } = await asking(1);
    const { ada, applicationId } = await knock(slug);
    const [member, stranger] = [await aMemberOf(id), await aPerson("Ugo Altrove")];
    const answers = [];
    for (const { handle } of [member, stranger]) answers.push(await askVouch(ada, { applicationId, whom: handle }));
    expect(answers[0]).toEqual(answers[1]);
    const own = await listOwnVouches(applicationId);
    expect(own.map(({ sentence }) => sentence)).toEqual([null, null]);
    for (const { id: activityId } of await db.activity.findMany({ where: { kind: "membership.vouchAsked" } }))
      await tellOf(activityId);
    const told = await db.notification.findMany({ where: { kind: "vouchAsked" }, select: { memberId: true } });
    expect(told).toContainEqual({ memberId: member.memberId });
    expect(told).not.toContainEqual({ memberId: stranger.memberId });
    expect(await listAskedVouches(stranger)).toEqual([]);
    const { id: vouchId } = await vouchOf(applicationId, stranger);
    expect(said(await giveVouch(stranger, { vouchId, sentence: SENTENCE }))).toBe("common.notFound");
  });

  test("PT3: a «non ora» reads as «non ancora» to whoever asked, to nobody else, and is not heard again for ninety days", async () => {
    const { id, slug, steward } = await asking(1);
    const now = new Date();
    const { ada, applicationId } = await knock(slug, undefined, now);
    const bo = await aMemberOf(id);
    await askVouch(ada, { applicationId, whom: bo.handle }, now);
    const before = await listOwnVouches(applicationId);
    const count = await db.activity.count();
    const { id: vouchId } = await vouchOf(applicationId, bo);
    expect(said(await refuseVouch(bo, { vouchId }, now))).toBe("ok");
    expect(await listOwnVouches(applicationId)).toEqual(before);
    expect([await listGivenVouches(applicationId), await db.activity.count()]).toEqual([[], count]);
    expect(said(await giveVouch(bo, { vouchId, sentence: SENTENCE }, now))).toBe("membership.vouchOver");
    await withdrawApplication(ada, { applicationId }, now);

    const again = async (at: Date) => {
      const next = await knock(slug, ada, at);
      expect(said(await askVouch(ada, { applicationId: next.applicationId, whom: bo.handle }, at))).toBe("ok");
      const asked = await listAskedVouches(bo, at);
      await withdrawApplication(ada, { applicationId: next.applicationId }, at);
      return asked.length;
    };
    for (const day of [1, 60, 89]) expect(await again(addDays(now, day))).toBe(0);
    expect(await again(addDays(now, 90))).toBe(1);
    expect(said(await admit(steward, applicationId))).toBe("membership.alreadyDecided");
  });

  test("A1: only the applicant asks, only whoever was asked answers, five at most, also all at once", async () => {
    const { id, slug, steward } = await asking(1);
    const { ada, applicationId } = await knock(slug);
    expect(said(await askVouch(steward, { applicationId, whom: steward.handle }))).toBe("common.notFound");
    expect(said(await askVouch(ada, { applicationId, whom: ada.handle }))).toBe("membership.vouchSelf");
    expect(said(await askVouch(ada, { applicationId, whom: "nobody" }))).toBe("membership.noSuchPerson");
    const people = await Promise.all(Array.from({ length: 8 }, () => aPerson()));
    const results = await Promise.all(people.map(({ handle }) => askVouch(ada, { applicationId, whom: handle })));
    expect(results.map(said).toSorted()).toEqual([
      ...Array(3).fill("membership.vouchesEnough"),
      ...Array(5).fill("ok"),
    ]);
    const bo = await aMemberOf(id);
    const vouch = await db.vouch.findFirstOrThrow({ where: { applicationId } });
    for (const act of [
      giveVouch(bo, { vouchId: vouch.id, sentence: SENTENCE }),
      refuseVouch(bo, { vouchId: vouch.id }),
    ])
      expect(said(await act)).toBe("common.notFound");
    const data = { applicationId, sponsorId: ada.memberId, askedAt: new Date() };
    await expect(db.vouch.create({ data })).rejects.toThrow(/PT2/);
  });
});
