import { afterAll, describe, expect, test } from "vitest";
import { addDays, addMonths, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
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
import { applyToAssociation, withdrawApplication } from "../application/commands";
import { declineInvitation, expireInvitations, inviteMember, withdrawInvitation } from "./commands";

afterAll(expectInvariants);

const REASON = "Abbiamo visto il tuo lavoro al lavatoio e ci manca chi sappia di legno.";
const ask = (associationSlug: string, whom: string) => ({ associationSlug, whom, reason: REASON });
const invitationTo = (memberId: string) =>
  db.invitation.findFirstOrThrow({ where: { memberId }, orderBy: { createdAt: "desc" } });
const isIn = async (memberId: string, associationId: string) =>
  (await db.membership.count({ where: { memberId, associationId, state: "ACTIVE" } })) === 1;

describe("inviting", () => {
  test("M2, P52: leaves a reason and thirty days, and enrols nobody", async () => {
    const { id, slug, steward } = await anAssociation({ entry: "INVITATION" });
    const bo = await aPerson();
    const now = new Date();
    expect(await inviteMember(steward, ask(slug, bo.handle), now)).toMatchObject({
      ok: true,
      value: { outcome: "INVITED" },
    });
    expect(await invitationTo(bo.memberId)).toMatchObject({
      state: "PENDING",
      reason: REASON,
      expiresAt: addDays(now, 30),
    });
    expect(await isIn(bo.memberId, id)).toBe(false);
    expect(
      await db.activity.findFirst({ where: { kind: "membership.invited", memberId: bo.memberId } }),
    ).not.toBeNull();
  });

  test("M2: the invited hand in the same papers as everybody; without them nothing happens", async () => {
    const { id, slug, steward } = await anAssociation({ entry: "INVITATION" });
    const bo = await aPerson();
    expect(said(await applyToAssociation(bo, await papersFor(slug)))).toBe("membership.byInvitationOnly");
    await inviteMember(steward, ask(slug, bo.handle));
    expect(said(await applyToAssociation(bo, await papersFor(slug, { stances: [] })))).toBe("membership.stanceMissing");
    expect(said(await applyToAssociation(bo, await papersFor(slug, { answers: [] })))).toBe(
      "membership.questionsChanged",
    );
    expect(await isIn(bo.memberId, id)).toBe(false);
    expect(said(await applyToAssociation(bo, await papersFor(slug)))).toBe("ok");
    expect(await isIn(bo.memberId, id)).toBe(true);
    const invitation = await db.invitation.findFirstOrThrow({
      where: { memberId: bo.memberId },
      include: { application: true },
    });
    expect(invitation).toMatchObject({
      state: "ACCEPTED",
      application: { door: "INVITATION", statement: "Porto il furgone." },
    });
  });

  test("R1, A2: who does not answer for INVITE finds nothing; nobody is found who is not listed", async () => {
    const { id, slug, steward } = await anAssociation();
    const [bo, hidden] = [await aPerson(), await aPerson("Nascosta", { isListed: false })];
    const member = await aMemberOf(id);
    for (const actor of [member, await aPerson()])
      expect(said(await inviteMember(actor, ask(slug, bo.handle)))).toBe("common.notFound");
    expect(said(await inviteMember(steward, ask("no-such", bo.handle)))).toBe("common.notFound");
    expect(said(await inviteMember(steward, ask(slug, hidden.handle)))).toBe("membership.noSuchPerson");
    expect(said(await inviteMember(steward, ask(slug, "nobody")))).toBe("membership.noSuchPerson");
    expect(said(await inviteMember(steward, ask(slug, steward.handle)))).toBe("membership.inviteSelf");
    expect(said(await inviteMember(steward, ask(slug, member.handle)))).toBe("membership.inviteeIsMember");
    expect(said(await inviteMember({ ...steward, isSuspended: true }, ask(slug, bo.handle)))).toBe("common.suspended");
  });

  test("one pending invitation per pair, behind the rule by the database; once expired, another may follow", async () => {
    const { slug, steward } = await anAssociation();
    const bo = await aPerson();
    const now = new Date();
    await inviteMember(steward, ask(slug, bo.handle), now);
    expect(said(await inviteMember(steward, ask(slug, bo.handle), now))).toBe("membership.alreadyInvited");
    const { id: _, ...twin } = await invitationTo(bo.memberId);
    await expect(db.invitation.create({ data: twin })).rejects.toMatchObject({ code: "P2002" });
    expect(said(await inviteMember(steward, ask(slug, bo.handle), addDays(now, 30)))).toBe("ok");
    expect(
      await db.invitation.findMany({
        where: { memberId: bo.memberId },
        select: { state: true },
        orderBy: { createdAt: "asc" },
      }),
    ).toEqual([{ state: "EXPIRED" }, { state: "PENDING" }]);
  });

  test("an expired invitation opens nothing; the job closes it, once", async () => {
    const { slug, steward } = await anAssociation({ entry: "INVITATION" });
    const bo = await aPerson();
    const now = new Date();
    await inviteMember(steward, ask(slug, bo.handle), now);
    const past = addDays(now, 30);
    const papers = await papersFor(slug, { untilOn: addMonths(dayOf(past), 3) });
    expect(said(await applyToAssociation(bo, papers, past))).toBe("membership.byInvitationOnly");
    const { id: invitationId } = await invitationTo(bo.memberId);
    expect(await declineInvitation(bo, { invitationId }, past)).toMatchObject({
      refusal: { params: { state: "EXPIRED" } },
    });
    await expireInvitations(new Date(past.getTime() - 1));
    expect(await invitationTo(bo.memberId)).toMatchObject({ state: "PENDING" });
    const counts = await Promise.all([expireInvitations(past), expireInvitations(past)]);
    expect(counts).toContain(0);
    expect(await invitationTo(bo.memberId)).toMatchObject({ state: "EXPIRED" });
  });
});

describe("PT3: «non ora»", () => {
  test("asks nothing, is recorded without the association, and holds for ninety days towards the same person alone", async () => {
    const { id, slug, steward } = await anAssociation();
    const other = await makeRole(id, "WELCOMER");
    const bo = await aPerson();
    const now = new Date();
    await inviteMember(steward, ask(slug, bo.handle), now);
    const { id: invitationId } = await invitationTo(bo.memberId);
    expect(said(await declineInvitation(steward, { invitationId }, now))).toBe("common.notFound");
    expect(said(await declineInvitation({ ...bo, isSuspended: true }, { invitationId }, now))).toBe("ok");
    expect(said(await declineInvitation(bo, { invitationId }, now))).toBe("membership.invitationOver");

    const activity = await db.activity.findFirstOrThrow({
      where: { kind: "membership.invitationDeclined", subjectId: invitationId },
    });
    expect(activity).toMatchObject({ actorId: bo.memberId, memberId: steward.memberId, associationId: null });
    const almost = new Date(addDays(now, 90).getTime() - 1);
    expect(said(await inviteMember(steward, ask(slug, bo.handle), almost))).toBe("membership.notAgainYet");
    expect(said(await inviteMember(other, ask(slug, bo.handle), now))).toBe("ok");
    const { id: second } = await invitationTo(bo.memberId);
    await withdrawInvitation(other, { invitationId: second }, now);
    expect(said(await inviteMember(steward, ask(slug, bo.handle), addDays(now, 90)))).toBe("ok");
  });

  test("costs nothing: the same person may knock at once", async () => {
    const { slug, steward } = await anAssociation();
    const bo = await aPerson();
    await inviteMember(steward, ask(slug, bo.handle));
    await declineInvitation(bo, { invitationId: (await invitationTo(bo.memberId)).id });
    expect(await applyToAssociation(bo, await papersFor(slug))).toMatchObject({ ok: true, value: { isMember: false } });
  });

  test("whoever invited may take it back, and ask again at once; nobody else may", async () => {
    const { id, slug, steward } = await anAssociation();
    const other = await makeRole(id, "STEWARD");
    const bo = await aPerson();
    await inviteMember(steward, ask(slug, bo.handle));
    const { id: invitationId } = await invitationTo(bo.memberId);
    for (const actor of [bo, other])
      expect(said(await withdrawInvitation(actor, { invitationId }))).toBe("common.notFound");
    expect(said(await withdrawInvitation(steward, { invitationId }))).toBe("ok");
    expect(said(await inviteMember(steward, ask(slug, bo.handle)))).toBe("ok");
  });
});

describe("M3: request and invitation meet", () => {
  test("knocking while invited enters at once, with what was written", async () => {
    const { id, slug, steward } = await anAssociation({ entry: "APPLICATION" });
    const bo = await aPerson();
    await inviteMember(steward, ask(slug, bo.handle));
    expect(await applyToAssociation(bo, await papersFor(slug))).toMatchObject({ ok: true, value: { isMember: true } });
    expect(await isIn(bo.memberId, id)).toBe(true);
  });

  test("whoever comes in another way after theirs ran out, before the job, leaves no invitation waiting", async () => {
    const { id, slug, steward } = await anAssociation({ entry: "OPEN" });
    const bo = await aPerson();
    await inviteMember(steward, ask(slug, bo.handle), addDays(new Date(), -31));
    expect((await invitationTo(bo.memberId)).state).toBe("PENDING");
    expect(said(await applyToAssociation(bo, await papersFor(slug)))).toBe("ok");
    expect(await isIn(bo.memberId, id)).toBe(true);
    expect((await invitationTo(bo.memberId)).state).toBe("EXPIRED");
    await expectInvariants();
  });

  test("inviting whoever knocked admits them, keeping text and answers, and records who decided", async () => {
    const { id, slug, steward } = await anAssociation();
    const bo = await aPerson();
    const knocked = await applyToAssociation(bo, await papersFor(slug, { statement: "Il mio testo." }));
    expect(await inviteMember(steward, ask(slug, bo.handle))).toMatchObject({
      ok: true,
      value: { outcome: "ADMITTED" },
    });
    const application = await db.application.findUniqueOrThrow({
      where: { id: knocked.ok ? knocked.value.applicationId : "" },
      include: { invitation: true, answers: true, decisions: true, pledge: true },
    });
    expect(application).toMatchObject({ state: "ACCEPTED", statement: "Il mio testo.", door: "APPLICATION" });
    expect(application.invitation).toMatchObject({ state: "ACCEPTED", reason: REASON });
    expect(application.decisions).toMatchObject([{ deciderId: steward.memberId, outcome: "ADMIT" }]);
    expect(application.answers[0]?.text).toBe("Perché mi riguarda.");
    expect(application.pledge).not.toBeNull();
    expect(await isIn(bo.memberId, id)).toBe(true);
  });

  test("where two must agree, an invitation is one word", async () => {
    const { id, slug, steward } = await anAssociation({ decidersRequired: 2 });
    const other = await makeRole(id, "WELCOMER");
    const bo = await aPerson();
    await applyToAssociation(bo, await papersFor(slug));
    expect(await inviteMember(steward, ask(slug, bo.handle))).toMatchObject({
      ok: true,
      value: { outcome: "SUPPORTED" },
    });
    expect(said(await inviteMember(steward, ask(slug, bo.handle)))).toBe("membership.alreadySaidYours");
    expect(await isIn(bo.memberId, id)).toBe(false);
    expect(await inviteMember(other, ask(slug, bo.handle))).toMatchObject({ ok: true, value: { outcome: "ADMITTED" } });
    expect(await isIn(bo.memberId, id)).toBe(true);
  });

  test("an overdue application is no obstacle: the invitation is an invitation", async () => {
    const { slug, steward } = await anAssociation();
    const bo = await aPerson();
    await applyToAssociation(bo, await papersFor(slug));
    const past = addDays(new Date(), 31);
    expect(await inviteMember(steward, ask(slug, bo.handle), past)).toMatchObject({
      ok: true,
      value: { outcome: "INVITED" },
    });
  });

  test("A4: twenty rounds of knocking and inviting at once: in, in one way or the other, and once", async () => {
    const { id, slug, steward } = await anAssociation();
    const papers = await papersFor(slug);
    for (let round = 0; round < 20; round++) {
      const bo = await aPerson();
      const answers = await Promise.all([applyToAssociation(bo, papers), inviteMember(steward, ask(slug, bo.handle))]);
      expect(tally(answers)).toEqual({ ok: 2 });
      expect(await isIn(bo.memberId, id)).toBe(true);
      expect(await db.application.count({ where: { memberId: bo.memberId, state: "ACCEPTED" } })).toBe(1);
      expect(await db.pledge.count({ where: { membership: { memberId: bo.memberId } } })).toBe(1);
    }
  }, 120_000);

  test("A4: twenty rounds of five invitations to one person at once: one", async () => {
    const { slug, steward } = await anAssociation();
    for (let round = 0; round < 20; round++) {
      const bo = await aPerson();
      const answers = await Promise.all([1, 2, 3, 4, 5].map(() => inviteMember(steward, ask(slug, bo.handle))));
      expect(tally(answers)).toEqual({ ok: 1, "membership.alreadyInvited": 4 });
    }
  }, 120_000);

  test("A4: twenty rounds of withdrawing while inviting: whoever withdrew first is invited, else they are in", async () => {
    const { id, slug, steward } = await anAssociation();
    const papers = await papersFor(slug);
    for (let round = 0; round < 20; round++) {
      const bo = await aPerson();
      const knocked = await applyToAssociation(bo, papers);
      const applicationId = knocked.ok ? knocked.value.applicationId : "";
      const [withdrawn, invited] = await Promise.all([
        withdrawApplication(bo, { applicationId }),
        inviteMember(steward, ask(slug, bo.handle)),
      ]);
      expect(invited.ok && invited.value.outcome).toBe(withdrawn.ok ? "INVITED" : "ADMITTED");
      expect(await isIn(bo.memberId, id)).toBe(!withdrawn.ok);
    }
  }, 120_000);
});
