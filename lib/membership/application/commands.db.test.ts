import { afterAll, describe, expect, test } from "vitest";
import { submitting } from "@/lib/auth/actor";
import { addDays, addMonths, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import {
  anAssociation,
  aPerson,
  expectInvariants,
  papersFor,
  said,
  somePeople,
  tally,
} from "@/lib/testing/associations";
import { decideApplication } from "../decision/commands";
import { applyToAssociation, expireApplications, withdrawApplication } from "./commands";

afterAll(expectInvariants);

const NO_WORD = { reason: null, message: "", clauseId: null };
const idOf = (result: Awaited<ReturnType<typeof applyToAssociation>>) => (result.ok ? result.value.applicationId : "");
const membershipOf = (memberId: string, associationId: string) =>
  db.membership.findUnique({
    where: { associationId_memberId: { associationId, memberId } },
    include: { pledges: true, events: { orderBy: { at: "asc" } } },
  });

describe("handing papers in", () => {
  test("M5: leaves a pending application with what was shown and asked, and nobody enrolled", async () => {
    const { id, slug } = await anAssociation();
    const ada = await aPerson();
    const papers = await papersFor(slug);
    const [first, ...others] = papers.stances;
    const stances = [{ valueId: first?.valueId ?? "", stance: "NOT_MINE" as const, note: "Abito lontano." }, ...others];
    const now = new Date();
    const answer = await applyToAssociation(ada, { ...papers, stances }, now);
    expect(answer).toMatchObject({ ok: true, value: { associationSlug: slug, isMember: false } });

    const application = await db.application.findUniqueOrThrow({
      where: { id: idOf(answer) },
      include: { stances: true, answers: true },
    });
    expect(application).toMatchObject({ state: "PENDING", door: "APPLICATION", charterHash: papers.charterHash });
    expect(application.answerBy).toEqual(addDays(now, 30));
    expect(application.stances).toContainEqual(expect.objectContaining({ stance: "NOT_MINE", note: "Abito lontano." }));
    expect(application.answers).toMatchObject([
      { question: "Perché qui?", isRequired: true, text: "Perché mi riguarda." },
    ]);
    expect(await membershipOf(ada.memberId, id)).toBeNull();
    expect(await db.activity.findFirst({ where: { subjectId: application.id } })).toMatchObject({
      kind: "membership.applied",
      memberId: ada.memberId,
      associationId: id,
    });
  });

  test("M2: through an open door one is in at once, with a pledge on the charter shown", async () => {
    const { id, slug } = await anAssociation({ entry: "OPEN" });
    const ada = await aPerson();
    expect(await applyToAssociation(ada, await papersFor(slug))).toMatchObject({ ok: true, value: { isMember: true } });
    const membership = await membershipOf(ada.memberId, id);
    expect(membership).toMatchObject({ state: "ACTIVE", isVisible: false });
    expect(membership?.events).toMatchObject([{ from: null, to: "ACTIVE", door: "OPEN", actorId: ada.memberId }]);
    expect(membership?.pledges).toMatchObject([{ minutesPerPeriod: 180, statement: "Porto il furgone." }]);
  });

  test.each(["OPEN", "APPLICATION"] as const)(
    "M2: %s entry refuses papers that are not in order, and writes nothing",
    async (entry) => {
      const { id, slug } = await anAssociation({ entry, minMinutes: 120, minPeriod: "MONTH" });
      const ada = await aPerson();
      const papers = await papersFor(slug);
      const [first, ...others] = papers.stances;
      const mute = { valueId: first?.valueId ?? "", stance: "NOT_MINE" as const, note: "" };
      const attempts = [
        [{ charterHash: "0".repeat(64) }, "membership.charterAmended"],
        [{ stances: others }, "membership.stanceMissing"],
        [{ stances: [mute, ...others] }, "membership.noteMissing"],
        [{ answers: [] }, "membership.questionsChanged"],
        [{ answers: papers.answers.map((answer) => ({ ...answer, text: "" })) }, "membership.answerMissing"],
        [{ minutesPerPeriod: 119 }, "membership.pledgeTooSmall"],
        [{ kinds: [] }, "membership.pledgeMissing"],
        [{ untilOn: dayOf(new Date()) }, "membership.untilPassed"],
        [{ untilOn: dayOf(addDays(new Date(), 400)) }, "membership.untilTooFar"],
      ] as const;
      for (const [change, code] of attempts)
        expect(said(await applyToAssociation(ada, { ...papers, ...change } as typeof papers)), code).toBe(code);
      const thin = await aPerson("Ben", { valueBrought: "" });
      expect(said(await applyToAssociation(thin, papers))).toBe("membership.profileIncomplete");
      expect(await db.application.count({ where: { associationId: id, door: { not: "FOUNDER" } } })).toBe(0);
      expect(await db.activity.count({ where: { associationId: id, kind: { not: "association.founded" } } })).toBe(0);
    },
  );

  test("M2: a newer charter sends back whoever read the older one", async () => {
    const { id, slug } = await anAssociation();
    const papers = await papersFor(slug);
    await db.charter.create({ data: { associationId: id, version: 2, hash: "f".repeat(64), publishedAt: new Date() } });
    expect(said(await applyToAssociation(await aPerson(), papers))).toBe("membership.charterAmended");
  });

  test("A1, A2: neither the unverified nor the suspended; an address that is none reads like any other", async () => {
    const { slug } = await anAssociation();
    const papers = await papersFor(slug);
    const ada = await aPerson();
    expect(said(await applyToAssociation({ ...ada, hasVerifiedEmail: false }, papers))).toBe("common.unverified");
    expect(said(await applyToAssociation({ ...ada, isSuspended: true }, papers))).toBe("common.suspended");
    expect(said(await applyToAssociation(ada, { ...papers, associationSlug: "no-such" }))).toBe("common.notFound");
  });

  test("M4: one pending per pair, behind the rule by the database", async () => {
    const { id, slug } = await anAssociation();
    const ada = await aPerson();
    const papers = await papersFor(slug);
    expect(said(await applyToAssociation(ada, papers))).toBe("ok");
    expect(said(await applyToAssociation(ada, papers))).toBe("membership.alreadyApplied");
    const { id: _, ...twin } = await db.application.findFirstOrThrow({
      where: { associationId: id, memberId: ada.memberId },
    });
    await expect(db.application.create({ data: twin })).rejects.toMatchObject({ code: "P2002" });
  });

  test("M1: a member does not enter twice, and comes back on the same row", async () => {
    const { id, slug } = await anAssociation({ entry: "OPEN" });
    const ada = await aPerson();
    const papers = await papersFor(slug);
    expect(said(await applyToAssociation(ada, papers))).toBe("ok");
    expect(said(await applyToAssociation(ada, papers))).toBe("membership.alreadyMember");
    expect(await db.membership.count({ where: { associationId: id, memberId: ada.memberId } })).toBe(1);
  });
});

describe("after an answer", () => {
  async function declined() {
    const { slug, steward } = await anAssociation();
    const ada = await aPerson();
    const now = new Date();
    const papers = await papersFor(slug);
    const applicationId = idOf(await applyToAssociation(ada, papers, now));
    await decideApplication(steward, { applicationId, outcome: "DECLINE", ...NO_WORD, reason: "CAPACITY" }, now);
    return { ada, now, papers, applicationId };
  }

  test("M4: a declined person waits thirty days, to the millisecond; history stays", async () => {
    const { ada, now, papers, applicationId } = await declined();
    const later = { ...papers, untilOn: addMonths(dayOf(addDays(now, 30)), 6) };
    expect(said(await applyToAssociation(ada, later, new Date(addDays(now, 30).getTime() - 1)))).toBe(
      "membership.reapplyTooSoon",
    );
    expect(said(await applyToAssociation(ada, later, addDays(now, 30)))).toBe("ok");
    expect(await db.application.findUnique({ where: { id: applicationId } })).toMatchObject({ state: "DECLINED" });
  });

  test("M4: whoever withdrew may apply again at once; only the applicant withdraws, and only what is pending", async () => {
    const { slug, steward } = await anAssociation();
    const ada = await aPerson();
    const papers = await papersFor(slug);
    const applicationId = idOf(await applyToAssociation(ada, papers));
    expect(said(await withdrawApplication(steward, { applicationId }))).toBe("common.notFound");
    expect(said(await withdrawApplication({ ...ada, isSuspended: true }, { applicationId }))).toBe("ok");
    expect(await withdrawApplication(ada, { applicationId })).toEqual({
      ok: false,
      refusal: { code: "membership.alreadyDecided", params: { state: "WITHDRAWN" } },
    });
    expect(said(await applyToAssociation(ada, papers))).toBe("ok");
  });

  test("M6: what nobody decides expires, both sides told once, and the person may apply again", async () => {
    const { id, slug, steward } = await anAssociation();
    const ada = await aPerson();
    const now = new Date();
    const papers = await papersFor(slug);
    const applicationId = idOf(await applyToAssociation(ada, papers, now));
    const due = addDays(now, 30);
    await expireApplications(due);
    expect(await db.application.findUnique({ where: { id: applicationId } })).toMatchObject({ state: "PENDING" });

    const past = new Date(due.getTime() + 1);
    expect(said(await decideApplication(steward, { applicationId, outcome: "ADMIT", ...NO_WORD }, past))).toBe(
      "membership.alreadyDecided",
    );
    expect(said(await withdrawApplication(ada, { applicationId }, past))).toBe("membership.alreadyDecided");
    const counts = await Promise.all([expireApplications(past), expireApplications(past)]);
    expect(counts.toSorted()).toEqual([0, 1]);
    expect(await db.application.findUnique({ where: { id: applicationId } })).toMatchObject({
      state: "EXPIRED",
      closedAt: past,
    });
    expect(await db.activity.findMany({ where: { kind: "membership.expired", associationId: id } })).toMatchObject([
      { actorId: null, memberId: ada.memberId, subjectId: applicationId },
    ]);
    const untilOn = addMonths(dayOf(past), 6);
    expect(said(await applyToAssociation(ada, { ...papers, untilOn }, past))).toBe("ok");
  });

  test("M6: an overdue application does not bar a new one while the job sleeps", async () => {
    const { slug } = await anAssociation();
    const ada = await aPerson();
    const papers = await papersFor(slug);
    const applicationId = idOf(await applyToAssociation(ada, papers));
    const past = addDays(new Date(), 31);
    expect(said(await applyToAssociation(ada, { ...papers, untilOn: addMonths(dayOf(past), 6) }, past))).toBe("ok");
    expect(await db.application.findUnique({ where: { id: applicationId } })).toMatchObject({ state: "EXPIRED" });
  });
});

describe("races, twenty rounds each", () => {
  const ROUNDS = Array.from({ length: 20 }, (_, round) => round);

  test("A5: sixteen people enter an open association with one place left: exactly one", async () => {
    const people = await somePeople(16);
    for (const _ of ROUNDS) {
      const { id, slug } = await anAssociation({ entry: "OPEN", memberLimit: 2 });
      const papers = await papersFor(slug);
      const answers = await Promise.all(people.map((person) => applyToAssociation(person, papers)));
      expect(tally(answers)).toEqual({ ok: 1, "membership.full": 15 });
      expect(await db.membership.count({ where: { associationId: id, state: "ACTIVE" } })).toBe(2);
    }
  }, 120_000);

  test("A7: the same form submitted five times at once takes effect once, and all five read its outcome", async () => {
    const { slug } = await anAssociation();
    const papers = await papersFor(slug);
    for (const _ of ROUNDS) {
      const ada = submitting(await aPerson(), crypto.randomUUID());
      const answers = await Promise.all([1, 2, 3, 4, 5].map(() => applyToAssociation(ada, papers)));
      expect(new Set(answers.map(idOf)).size).toBe(1);
      expect(tally(answers)).toEqual({ ok: 5 });
      expect(await db.application.count({ where: { memberId: ada.memberId } })).toBe(1);
    }
  }, 120_000);

  test("A4, M4: five tabs of one person at once: one application, four sentences", async () => {
    const { slug } = await anAssociation();
    const papers = await papersFor(slug);
    for (const _ of ROUNDS) {
      const ada = await aPerson();
      const answers = await Promise.all(
        [1, 2, 3, 4, 5].map(() => applyToAssociation(submitting(ada, crypto.randomUUID()), papers)),
      );
      expect(tally(answers)).toEqual({ ok: 1, "membership.alreadyApplied": 4 });
    }
  }, 120_000);

  test("A4: a withdrawal and an admission at once: one of them happened, and both know which", async () => {
    const { id, slug, steward } = await anAssociation();
    const papers = await papersFor(slug);
    for (const _ of ROUNDS) {
      const ada = await aPerson();
      const applicationId = idOf(await applyToAssociation(ada, papers));
      const answers = await Promise.all([
        withdrawApplication(ada, { applicationId }),
        decideApplication(steward, { applicationId, outcome: "ADMIT", ...NO_WORD }),
      ]);
      expect(tally(answers)).toEqual({ ok: 1, "membership.alreadyDecided": 1 });
      const { state } = await db.application.findUniqueOrThrow({ where: { id: applicationId } });
      expect(state).toBe(answers[0].ok ? "WITHDRAWN" : "ACCEPTED");
      expect((await membershipOf(ada.memberId, id))?.state).toBe(answers[0].ok ? undefined : "ACTIVE");
    }
  }, 120_000);
});
