import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { contentionOf } from "@/lib/core/contention";
import { addDays } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { mailLetters } from "@/lib/notification/letter/delivery";
import {
  aMemberOf,
  anAssociation,
  aPerson,
  expectInvariants,
  makeRole,
  papersFor,
  said,
  somePeople,
  tally,
} from "@/lib/testing/associations";
import { aLetter, aLink, anAddress, mailTo, WHY } from "@/lib/testing/letters";
import { applyToAssociation } from "../application/commands";
import { decideApplication } from "../decision/commands";
import { declineInvitation } from "../invitation/commands";
import { findInvitationDesk } from "../invitation/queries";
import { leaveAssociation } from "../leaving/commands";
import { writeLetter } from "../letter/commands";
import { makeLink, revokeLink } from "../link/commands";
import { declineLetter, takeUpOpening } from "./commands";
import { findOpening } from "./queries";

afterAll(expectInvariants);
beforeEach(() => db.letter.deleteMany());

const invitationOf = (memberId: string) => db.invitation.findFirstOrThrow({ where: { memberId } });
const isIn = async (memberId: string, associationId: string) =>
  (await db.membership.count({ where: { memberId, associationId, state: "ACTIVE" } })) === 1;

describe("a letter", () => {
  test("M2: is taken up by whoever holds it, enrols nobody, and leads to the same papers", async () => {
    const { id, slug, steward } = await anAssociation({ entry: "INVITATION" });
    const { id: letterId, email, token } = await aLetter(steward, slug);
    const bo = await aPerson();
    expect(await takeUpOpening(bo, { token })).toMatchObject({ ok: true, value: { outcome: "INVITED" } });
    expect(await isIn(bo.memberId, id)).toBe(false);
    expect(await invitationOf(bo.memberId)).toMatchObject({ state: "PENDING", letterId, reason: WHY });
    expect(await db.letter.findUniqueOrThrow({ where: { id: letterId } })).toMatchObject({
      state: "TAKEN",
      email: null,
    });
    expect(await mailTo(email)).toBe("");
    expect(said(await applyToAssociation(bo, await papersFor(slug, { answers: [] })))).toBe(
      "membership.questionsChanged",
    );
    expect(said(await applyToAssociation(bo, await papersFor(slug)))).toBe("ok");
    expect(await isIn(bo.memberId, id)).toBe(true);
    const desk = await findInvitationDesk(steward, slug);
    expect(desk?.letters).toMatchObject([{ outcome: "ACCEPTED", email: null, person: { handle: bo.handle } }]);
    expect(desk?.sent).toEqual([]);
  });

  test("is taken up once: of sixteen who open it at once one is invited, and the others read that it is over", async () => {
    const { slug, steward } = await anAssociation();
    const { token } = await aLetter(steward, slug);
    const people = await somePeople(16);
    const results = await Promise.all(people.map((person) => takeUpOpening(person, { token })));
    expect(tally(results)).toEqual({ ok: 1, "membership.openingOver": 15 });
    const first = people[results.findIndex(({ ok }) => ok)] ?? steward;
    expect(said(await takeUpOpening(first, { token }))).toBe("ok");
  });

  test("A2: what is spent, withdrawn, past its day or never was shows the same, but to whoever took it up", async () => {
    const { slug, steward } = await anAssociation();
    const now = new Date();
    const { token } = await aLetter(steward, slug, { now });
    expect(await findOpening(null, token)).toMatchObject({ kind: "open", opening: { reason: WHY, isLetter: true } });
    expect(await findOpening(null, token, addDays(now, 30))).toBeNull();
    const [bo, cai] = [await aPerson(), await aPerson()];
    await takeUpOpening(bo, { token });
    expect([await findOpening(null, token), await findOpening(cai, token)]).toEqual([null, null]);
    expect(await findOpening(bo, token)).toMatchObject({ kind: "taken" });
    for (const none of ["", "x", "../..", "x".repeat(43)]) expect(await findOpening(null, none)).toBeNull();
    expect(said(await takeUpOpening(cai, { token: "x".repeat(43) }))).toBe("membership.openingOver");
  });

  test("PT3: «non ora» needs no card, keeps nothing of the address, and is seen by whoever wrote alone", async () => {
    const { id, slug, steward } = await anAssociation();
    const { email, token } = await aLetter(steward, slug);
    expect(said(await declineLetter({ token }))).toBe("ok");
    expect(said(await declineLetter({ token }))).toBe("membership.openingOver");
    expect(await mailTo(email)).toBe("");
    expect((await findInvitationDesk(steward, slug))?.letters).toMatchObject([
      { outcome: "DECLINED", email: null, reason: "" },
    ]);
    const other = await makeRole(id, "STEWARD");
    expect((await findInvitationDesk(other, slug))?.letters).toEqual([]);
    const about = { kind: "membership.invitationDeclined", memberId: steward.memberId };
    expect(await db.activity.findFirstOrThrow({ where: about })).toMatchObject({ actorId: null, associationId: null });
    const again = { associationSlug: slug, email, reason: WHY };
    expect(said(await writeLetter(steward, again, addDays(new Date(), 89)))).toBe("membership.addressNotYet");
    expect(said(await writeLetter(other, again))).toBe("ok");
  });

  test("PT3: a «non ora» after taking it up names nobody either", async () => {
    const { slug, steward } = await anAssociation();
    const { token } = await aLetter(steward, slug);
    const bo = await aPerson();
    await takeUpOpening(bo, { token });
    await declineInvitation(bo, { invitationId: (await invitationOf(bo.memberId)).id });
    const desk = await findInvitationDesk(steward, slug);
    expect(desk?.letters).toMatchObject([{ outcome: "DECLINED", person: null }]);
    expect(JSON.stringify(desk)).not.toContain(bo.handle);
  });

  test("M3: to whoever knocked already it is the inviter's word, keeping text and answers", async () => {
    const { id, slug, steward } = await anAssociation({ entry: "APPLICATION" });
    const { token } = await aLetter(steward, slug);
    const bo = await aPerson();
    await applyToAssociation(bo, await papersFor(slug));
    expect(await takeUpOpening(bo, { token })).toMatchObject({ ok: true, value: { outcome: "ADMITTED" } });
    expect(await isIn(bo.memberId, id)).toBe(true);
    const papers = await db.application.findFirstOrThrow({
      where: { memberId: bo.memberId },
      include: { decisions: true },
    });
    expect(papers).toMatchObject({ state: "ACCEPTED", decisions: [{ deciderId: steward.memberId, outcome: "ADMIT" }] });
  });

  test("M1, M9: neither a member nor somebody excluded, nor who may not write at all", async () => {
    const { id, slug, steward } = await anAssociation();
    const { token } = await aLetter(steward, slug);
    const [member, gone] = [await aMemberOf(id), await aMemberOf(id)];
    const pair = { associationId_memberId: { associationId: id, memberId: gone.memberId } };
    await leaveAssociation(gone, { associationSlug: slug });
    const { id: membershipId } = await db.membership.update({ where: pair, data: { state: "EXCLUDED" } });
    const event = { membershipId, from: "LEFT", to: "EXCLUDED", at: new Date() } as const;
    await db.membershipEvent.create({ data: event });
    expect(said(await takeUpOpening(member, { token }))).toBe("membership.alreadyMember");
    expect(said(await takeUpOpening(gone, { token }))).toBe("membership.excludedAsks");
    const bo = await aPerson();
    expect(said(await takeUpOpening({ ...bo, hasVerifiedEmail: false }, { token }))).toBe("common.unverified");
    expect(said(await takeUpOpening({ ...bo, isSuspended: true }, { token }))).toBe("common.suspended");
  });
});

/** Whoever does not even get a connection in time is told to try again, and does. */
async function untilAnswered<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (contentionOf(error) === null) throw error;
    return untilAnswered(act);
  }
}

describe("a link", () => {
  test("A5: sixty-four who open it at once for its last use: exactly one", async () => {
    const { slug, steward } = await anAssociation();
    const { id, token } = await aLink(steward, slug, { usesMax: 2 });
    await takeUpOpening(await aPerson(), { token });
    const people = await somePeople(64);
    const results = await Promise.all(people.map((person) => untilAnswered(() => takeUpOpening(person, { token }))));
    expect(tally(results)).toEqual({ ok: 1, "membership.openingOver": 63 });
    expect(await db.invitationLink.findUniqueOrThrow({ where: { id } })).toMatchObject({ usesTaken: 2 });
    expect(await db.invitation.count({ where: { linkId: id } })).toBe(2);
    await expect(db.invitationLink.update({ where: { id }, data: { usesTaken: 3 } })).rejects.toThrow(/link_uses/);
  }, 60_000);

  test("one use a person: the same one again goes on from where they were", async () => {
    const { slug, steward } = await anAssociation();
    const { id, token } = await aLink(steward, slug);
    const bo = await aPerson();
    const results = await Promise.all([1, 2, 3].map(() => takeUpOpening(bo, { token })));
    expect(tally(results)).toEqual({ ok: 3 });
    expect(await db.invitationLink.findUniqueOrThrow({ where: { id } })).toMatchObject({ usesTaken: 1 });
    expect(await findOpening(bo, token)).toMatchObject({ kind: "taken" });
  });

  test("opens nothing once revoked, past its day, or when whoever made it no longer answers for INVITE", async () => {
    const { id, slug, steward } = await anAssociation();
    const welcomer = await makeRole(id, "WELCOMER");
    const now = new Date();
    const [revoked, ended, left] = [
      await aLink(steward, slug),
      await aLink(steward, slug),
      await aLink(welcomer, slug),
    ];
    expect(said(await revokeLink(welcomer, { linkId: revoked.id }))).toBe("ok");
    await db.roleGrant.updateMany({
      where: { membership: { memberId: welcomer.memberId }, role: "WELCOMER" },
      data: { state: "ENDED", endedAt: now },
    });
    const bo = await aPerson();
    for (const [{ token }, at] of [
      [revoked, now],
      [ended, addDays(now, 10.1)],
      [left, now],
    ] as const) {
      expect(said(await takeUpOpening(bo, { token }, at))).toBe("membership.openingOver");
      expect(await findOpening(bo, token, at)).toBeNull();
    }
  });

  test("MO4: of whoever is suspended nothing opens and nothing leaves; given back, both do", async () => {
    const { id, slug } = await anAssociation();
    const maker = await makeRole(id, "WELCOMER");
    const [letter, link] = [await aLetter(maker, slug), await aLink(maker, slug)];
    const waiting = anAddress();
    await writeLetter(maker, { associationSlug: slug, email: waiting, reason: WHY });
    const suspend = (suspendedAt: Date | null) =>
      db.account.update({ where: { id: maker.accountId }, data: { suspendedAt } });
    const bo = await aPerson();
    await suspend(new Date());
    await mailLetters();
    expect(await mailTo(waiting)).toBe("");
    for (const { token } of [letter, link]) {
      expect(said(await takeUpOpening(bo, { token }))).toBe("membership.openingOver");
      expect(await findOpening(bo, token)).toBeNull();
    }
    await suspend(null);
    await mailLetters();
    expect(await mailTo(waiting)).not.toBe("");
    for (const { token } of [letter, link]) expect(said(await takeUpOpening(await aPerson(), { token }))).toBe("ok");
  });

  test("R1: a letter ends with the INVITE of whoever wrote it: what left opens nothing, what waits is taken back", async () => {
    const { id, slug } = await anAssociation();
    const writer = await makeRole(id, "WELCOMER");
    const { token } = await aLetter(writer, slug);
    const waiting = anAddress();
    await writeLetter(writer, { associationSlug: slug, email: waiting, reason: WHY });
    await db.roleGrant.updateMany({
      where: { membership: { memberId: writer.memberId }, role: "WELCOMER" },
      data: { state: "ENDED", endedAt: new Date() },
    });
    await mailLetters();
    expect(await mailTo(waiting)).toBe("");
    expect(await db.letter.count({ where: { inviterId: writer.memberId, state: "WITHDRAWN" } })).toBe(1);
    expect(said(await takeUpOpening(await aPerson(), { token }))).toBe("membership.openingOver");
  });

  test("R1, M4: who may make and revoke it; and a decline is waited out", async () => {
    const { id, slug, steward } = await anAssociation();
    const member = await aMemberOf(id);
    const wanted = { associationSlug: slug, reason: WHY, usesMax: 5, days: 60 };
    expect(said(await makeLink(member, wanted))).toBe("common.notFound");
    const { id: linkId, token } = await aLink(steward, slug);
    expect(said(await revokeLink(member, { linkId }))).toBe("common.notFound");
    const bo = await aPerson();
    const applied = await applyToAssociation(bo, await papersFor(slug));
    const applicationId = applied.ok ? applied.value.applicationId : "";
    const no = { outcome: "DECLINE", reason: "VALUES", message: "", clauseId: null } as const;
    await decideApplication(steward, { applicationId, ...no });
    expect(said(await takeUpOpening(bo, { token }))).toBe("membership.reapplyTooSoon");
    for (let i = 0; i < 9; i += 1) await makeLink(steward, wanted);
    expect(said(await makeLink(steward, wanted))).toBe("membership.linksEnough");
  });
});
