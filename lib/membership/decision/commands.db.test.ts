import { afterAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { addDays, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import {
  anAssociation,
  aPerson,
  expectInvariants,
  makeRole,
  papersFor,
  said,
  somePeople,
  tally,
} from "@/lib/testing/associations";
import { applyToAssociation } from "../application/commands";
import { decideApplication } from "./commands";
import type { DecideInput } from "./schema";

afterAll(expectInvariants);

const word = (applicationId: string, change: Partial<DecideInput> = {}): DecideInput => ({
  ...{ applicationId, outcome: "ADMIT", reason: null, message: "", clauseId: null },
  ...change,
});
const DECLINE = { outcome: "DECLINE", reason: "PARTICIPATION" } as const;

async function knock(slug: string, person?: Actor, now = new Date()) {
  const ada = person ?? (await aPerson());
  const answer = await applyToAssociation(ada, await papersFor(slug), now);
  if (!answer.ok) throw new Error(answer.refusal.code);
  return { ada, applicationId: answer.value.applicationId };
}
const stateOf = async (id: string) => (await db.application.findUniqueOrThrow({ where: { id } })).state;

describe("deciding", () => {
  test("M2, M6: an admission leaves a member with a pledge; the decider is recorded", async () => {
    const { id, slug, steward } = await anAssociation();
    const { ada, applicationId } = await knock(slug);
    expect(await decideApplication(steward, word(applicationId, { message: "Ti aspettiamo." }))).toEqual({
      ok: true,
      value: { applicationId, associationSlug: slug, state: "ACCEPTED" },
    });
    const membership = await db.membership.findFirstOrThrow({
      where: { memberId: ada.memberId, associationId: id },
      include: { pledges: true, events: true },
    });
    expect(membership.pledges).toMatchObject([{ applicationId }]);
    expect(membership.events).toMatchObject([{ to: "ACTIVE", door: "APPLICATION", actorId: steward.memberId }]);
    expect(await db.applicationDecision.findMany({ where: { applicationId } })).toMatchObject([
      { deciderId: steward.memberId, outcome: "ADMIT", message: "Ti aspettiamo." },
    ]);
    expect(
      await db.activity.findFirst({ where: { kind: "membership.admitted", subjectId: applicationId } }),
    ).toMatchObject({
      actorId: steward.memberId,
      memberId: ada.memberId,
    });
  });

  test("M6: a decline keeps its reason, its message and the clause it cites, and enrols nobody", async () => {
    const { slug, steward } = await anAssociation();
    const { ada, applicationId } = await knock(slug);
    const clause = await db.clause.findFirstOrThrow({ where: { charter: { association: { slug } } } });
    const said = { ...DECLINE, message: "Serve chi possa il sabato.", clauseId: clause.id };
    await decideApplication(steward, word(applicationId, said));
    expect(await stateOf(applicationId)).toBe("DECLINED");
    expect(await db.applicationDecision.findFirst({ where: { applicationId } })).toMatchObject(said);
    expect(await db.membership.count({ where: { memberId: ada.memberId } })).toBe(0);
    expect(await db.activity.count({ where: { kind: "membership.declined", memberId: ada.memberId } })).toBe(1);
  });

  test("M6: a clause of another charter cannot be cited", async () => {
    const { slug, steward } = await anAssociation();
    await anAssociation({ name: "Altra" });
    const foreign = await db.clause.findFirstOrThrow({ where: { charter: { association: { slug: { not: slug } } } } });
    const { applicationId } = await knock(slug);
    const answer = await decideApplication(steward, word(applicationId, { ...DECLINE, clauseId: foreign.id }));
    expect(said(answer)).toBe("membership.noSuchClause");
  });

  test("R1, A2: who does not answer for ADMIT here finds nothing: a member, a stranger, a steward elsewhere, the candidate", async () => {
    const { slug, steward } = await anAssociation();
    const { applicationId: earlier, ada: member } = await knock(slug);
    await decideApplication(steward, word(earlier));
    const { ada, applicationId } = await knock(slug);
    const elsewhere = await anAssociation({ name: "Altrove" });
    for (const actor of [member, await aPerson(), elsewhere.steward, ada])
      expect(said(await decideApplication(actor, word(applicationId)))).toBe("common.notFound");
    expect(said(await decideApplication(steward, word(crypto.randomUUID())))).toBe("common.notFound");
    expect(said(await decideApplication({ ...steward, isSuspended: true }, word(applicationId)))).toBe(
      "common.suspended",
    );
    expect(await stateOf(applicationId)).toBe("PENDING");
  });

  test("M4: only what is pending is decided; the second reads how it went", async () => {
    const { id, slug, steward } = await anAssociation();
    const bo = await makeRole(id, "WELCOMER");
    const { applicationId } = await knock(slug);
    await decideApplication(steward, word(applicationId, DECLINE));
    expect(await decideApplication(bo, word(applicationId))).toEqual({
      ok: false,
      refusal: { code: "membership.alreadyDecided", params: { state: "DECLINED" } },
    });
  });
});

describe("M6: where two must agree", () => {
  test("one admission waits, the same person does not count twice, a second person admits", async () => {
    const { id, slug, steward } = await anAssociation({ decidersRequired: 2 });
    const bo = await makeRole(id, "WELCOMER");
    const { ada, applicationId } = await knock(slug);
    expect(await decideApplication(steward, word(applicationId))).toMatchObject({
      ok: true,
      value: { state: "PENDING" },
    });
    expect(said(await decideApplication(steward, word(applicationId)))).toBe("membership.alreadySaidYours");
    expect(await db.membership.count({ where: { memberId: ada.memberId } })).toBe(0);
    expect(await decideApplication(bo, word(applicationId))).toMatchObject({ ok: true, value: { state: "ACCEPTED" } });
    expect(await db.membership.count({ where: { memberId: ada.memberId, state: "ACTIVE" } })).toBe(1);
  });

  test("one decline closes, even after an admission", async () => {
    const { id, slug, steward } = await anAssociation({ decidersRequired: 2 });
    const bo = await makeRole(id, "WELCOMER");
    const { applicationId } = await knock(slug);
    await decideApplication(steward, word(applicationId));
    expect(await decideApplication(bo, word(applicationId, DECLINE))).toMatchObject({
      ok: true,
      value: { state: "DECLINED" },
    });
  });
});

describe("M2: papers are held against the day of the admission", () => {
  test("a newer charter must be read first", async () => {
    const { id, slug, steward } = await anAssociation();
    const { applicationId } = await knock(slug);
    await db.charter.create({ data: { associationId: id, version: 2, hash: "f".repeat(64), publishedAt: new Date() } });
    expect(said(await decideApplication(steward, word(applicationId)))).toBe("membership.papersOutdated");
    expect(await stateOf(applicationId)).toBe("PENDING");
    expect(await db.applicationDecision.count({ where: { applicationId } })).toBe(0);
    expect(said(await decideApplication(steward, word(applicationId, DECLINE)))).toBe("ok");
  });

  test("a profile emptied meanwhile", async () => {
    const { slug, steward } = await anAssociation();
    const { ada, applicationId } = await knock(slug);
    await db.member.update({ where: { id: ada.memberId }, data: { about: "" } });
    expect(said(await decideApplication(steward, word(applicationId)))).toBe("membership.candidateProfileIncomplete");
  });

  test("PT1: a statement that ran out meanwhile", async () => {
    const { slug, steward } = await anAssociation();
    const ada = await aPerson();
    const papers = await papersFor(slug, { untilOn: dayOf(addDays(new Date(), 3)) });
    const answer = await applyToAssociation(ada, papers);
    const applicationId = answer.ok ? answer.value.applicationId : "";
    const later = addDays(new Date(), 5);
    expect(said(await decideApplication(steward, word(applicationId), later))).toBe(
      "membership.candidateStatementOver",
    );
  });

  test("A5: a place taken meanwhile; the application goes on waiting", async () => {
    const { slug, steward } = await anAssociation({ memberLimit: 2 });
    const [first, second] = [await knock(slug), await knock(slug)];
    expect(said(await decideApplication(steward, word(first.applicationId)))).toBe("ok");
    expect(said(await decideApplication(steward, word(second.applicationId)))).toBe("membership.full");
    expect(await stateOf(second.applicationId)).toBe("PENDING");
  });
});

describe("races, twenty rounds each", () => {
  const ROUNDS = Array.from({ length: 20 }, (_, round) => round);

  test("A5: sixteen admissions at once for one place: exactly one", async () => {
    const people = await somePeople(16);
    for (const _ of ROUNDS) {
      const { id, slug, steward } = await anAssociation({ memberLimit: 2 });
      const knocks = await Promise.all(people.map((person) => knock(slug, person)));
      const answers = await Promise.all(
        knocks.map(({ applicationId }) => decideApplication(steward, word(applicationId))),
      );
      expect(tally(answers)).toEqual({ ok: 1, "membership.full": 15 });
      expect(await db.membership.count({ where: { associationId: id, state: "ACTIVE" } })).toBe(2);
    }
  }, 180_000);

  test("A4: two stewards deciding at once, one yes and one no: one counts, the other reads which", async () => {
    const { id, slug, steward } = await anAssociation();
    const bo = await makeRole(id, "STEWARD");
    for (const _ of ROUNDS) {
      const { applicationId } = await knock(slug);
      const answers = await Promise.all([
        decideApplication(steward, word(applicationId)),
        decideApplication(bo, word(applicationId, DECLINE)),
      ]);
      expect(tally(answers)).toEqual({ ok: 1, "membership.alreadyDecided": 1 });
      const state = answers[0].ok ? "ACCEPTED" : "DECLINED";
      expect(await stateOf(applicationId)).toBe(state);
      const lost = answers.find((answer) => !answer.ok);
      expect(lost).toMatchObject({ refusal: { params: { state } } });
    }
  }, 120_000);

  test("M6: where two must agree, two stewards admitting at once admit; one alone five times does not", async () => {
    const { id, slug, steward } = await anAssociation({ decidersRequired: 2 });
    const bo = await makeRole(id, "STEWARD");
    for (const _ of ROUNDS) {
      const both = await knock(slug);
      const answers = await Promise.all(
        [steward, bo].map((actor) => decideApplication(actor, word(both.applicationId))),
      );
      expect(answers.map((answer) => answer.ok && answer.value.state).toSorted()).toEqual(["ACCEPTED", "PENDING"]);
      const alone = await knock(slug);
      const words = await Promise.all([1, 2, 3, 4, 5].map(() => decideApplication(bo, word(alone.applicationId))));
      expect(tally(words)).toEqual({ ok: 1, "membership.alreadySaidYours": 4 });
      expect(await stateOf(alone.applicationId)).toBe("PENDING");
    }
  }, 120_000);
});
