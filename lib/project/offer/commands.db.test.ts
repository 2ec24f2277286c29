import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Actor, submitting } from "@/lib/auth/actor";
import { addDays } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { aNeed, anOffer, brokenInvariants, makeCrowd, makeGroup, makeProject } from "@/lib/testing/projects";
import { acceptOffer, declineOffer, offerToNeed, withdrawOffer } from "./commands";

const NOW = new Date("2026-11-21T10:00:00Z");
const codeOf = (answer: { ok: boolean; refusal?: { code: string } }) => (answer.ok ? "ok" : answer.refusal?.code);
const idOf = (answer: Awaited<ReturnType<typeof offerToNeed>>) => (answer.ok ? answer.value.offerId : "");
const stateOf = async (id: string) =>
  (await db.needOffer.findUniqueOrThrow({ where: { id }, select: { state: true } })).state;

let owner: Actor;
let ada: Actor;
let bo: Actor;
let needId: string;
let projectId: string;

beforeAll(async () => {
  [owner, ada, bo] = (await makeCrowd(3)) as [Actor, Actor, Actor];
});
beforeEach(async () => {
  const made = await makeProject(owner, { title: `Progetto ${randomUUID()}` });
  needId = made.needIds[0] ?? "";
  projectId = made.id;
});
afterAll(async () => expect(await brokenInvariants()).toEqual([]));

const offer = (actor: Actor, change = {}, now = NOW) =>
  offerToNeed(actor, { ...anOffer(needId), ...change } as never, now);
const accept = (offerId: string, actor = owner) => acceptOffer(actor, { offerId }, NOW);

describe("PJ3: one comes in only by naming something", () => {
  test("a competence on the profile opens; one that is not there, or a free text, does not", async () => {
    expect(codeOf(await offer(ada, { competence: "tax-advice" }))).toBe("project.competenceNotHeld");
    expect(codeOf(await offer(ada, { competence: null, message: "Vorrei aiutare" }))).toBe("project.competenceNotHeld");
    expect(codeOf(await offer(ada))).toBe("ok");
  });

  test("a contact in words opens; one with somebody's address does not", async () => {
    const contact = { brings: "CONTACT", competence: null };
    expect(codeOf(await offer(ada, { ...contact, contact: "Scrivi a sara@example.org" }))).toBe(
      "project.contactDiscloses",
    );
    expect(codeOf(await offer(ada, { ...contact, contact: "Chi dirige l’ufficio" }))).toBe("ok");
  });

  test("the database refuses an offer that names nothing, whoever writes it", async () => {
    const data = { needId, memberId: ada.memberId, brings: "COMPETENCE" as const, offeredAt: NOW };
    await expect(db.needOffer.create({ data })).rejects.toThrow();
  });

  test("a project that is over takes none", async () => {
    await db.project.update({ where: { id: projectId }, data: { state: "ABANDONED", concludedAt: NOW } });
    expect(codeOf(await offer(ada))).toBe("project.notOpenToOffers");
  });
});

describe("who may offer", () => {
  test("not the owner, not somebody unproven or suspended", async () => {
    expect(codeOf(await offer(owner))).toBe("project.ownNeed");
    expect(codeOf(await offer({ ...ada, hasVerifiedEmail: false }))).toBe("common.unverified");
    expect(codeOf(await offer({ ...ada, isSuspended: true }))).toBe("common.suspended");
    expect(codeOf(await offer(ada, { needId: randomUUID() }))).toBe("common.notFound");
  });

  test("A2: a project for members only is not there for others; in pause one reads and does not offer", async () => {
    const [steward, member, paused] = (await makeCrowd(3)) as [Actor, Actor, Actor];
    const group = await makeGroup({ steward, active: [member], paused: [paused] });
    const closed = await makeProject(steward, { title: "Riservato", association: group.slug, isMembersOnly: true });
    needId = closed.needIds[0] ?? "";
    expect(codeOf(await offer(ada))).toBe("common.notFound");
    expect(codeOf(await offer(paused))).toBe("project.pausedThere");
    expect(codeOf(await offer(member))).toBe("ok");
  });
});

describe("PJ4: seats taken stand with the need", () => {
  const taken = async () => (await db.need.findUniqueOrThrow({ where: { id: needId }, select: { taken: true } })).taken;

  test("they follow whoever sits down and gets up, and whatever else is done to an offer", async () => {
    const offerId = idOf(await offer(ada));
    expect(await taken()).toBe(0);
    await accept(offerId);
    expect(await taken()).toBe(1);
    await withdrawOffer(ada, { offerId }, NOW);
    expect(await taken()).toBe(0);
    const again = idOf(await offer(bo));
    await accept(again);
    await db.needOffer.delete({ where: { id: again }, select: { id: true } });
    expect(await taken()).toBe(0);
  });

  test("a count that its offers do not bear out is found", async () => {
    const set = (count: number) =>
      db.need.update({ where: { id: needId }, data: { taken: count }, select: { id: true } });
    await set(1);
    expect(await brokenInvariants()).toMatchObject([{ rule: "PJ4", id: needId }]);
    await set(0);
  });
});

describe("PJ4: a person holds a need once", () => {
  test("a second offer waits for the end of the first", async () => {
    const first = await offer(ada);
    expect(codeOf(await offer(ada))).toBe("project.alreadyOffered");
    expect(codeOf(await withdrawOffer(ada, { offerId: idOf(first) }, NOW))).toBe("ok");
    expect(codeOf(await offer(ada))).toBe("ok");
  });

  test("A7: the same form five times at once is one offer, and every answer shows it", async () => {
    const actor = submitting(ada, randomUUID());
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => offer(actor)));
    expect(new Set(answers.map(idOf)).size).toBe(1);
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await db.needOffer.count({ where: { needId } })).toBe(1);
  });

  test("without a key, five at once are one offer and four sentences", async () => {
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => offer(ada)));
    expect(answers.map(codeOf).sort()).toEqual(["ok", ...Array(4).fill("project.alreadyOffered")].sort());
  });
});

describe("PT3: a «non ora»", () => {
  test("closes the door to the same person and need for 90 days, and costs nothing else", async () => {
    const id = idOf(await offer(ada));
    expect(codeOf(await declineOffer(owner, { offerId: id }, NOW))).toBe("ok");
    expect(codeOf(await offer(ada, {}, addDays(NOW, 89)))).toBe("project.offeredTooSoon");
    expect(codeOf(await offer(bo, {}, addDays(NOW, 1)))).toBe("ok");
    expect(codeOf(await offer(ada, {}, addDays(NOW, 90)))).toBe("ok");
  });

  test("asks no reason and is told to its receiver alone", async () => {
    const id = idOf(await offer(ada));
    await declineOffer(owner, { offerId: id }, NOW);
    const told = await db.activity.findMany({
      where: { subjectId: id, kind: "project.offerDeclined" },
      select: { memberId: true },
    });
    expect(told).toEqual([{ memberId: ada.memberId }]);
  });
});

describe("A2: answering an offer", () => {
  test("is the owner's alone; to everybody else the offer is not there", async () => {
    const id = idOf(await offer(ada));
    for (const actor of [ada, bo]) {
      expect(codeOf(await accept(id, actor))).toBe("common.notFound");
      expect(codeOf(await declineOffer(actor, { offerId: id }, NOW))).toBe("common.notFound");
    }
    expect(codeOf(await withdrawOffer(owner, { offerId: id }, NOW))).toBe("common.notFound");
    expect(codeOf(await accept(randomUUID()))).toBe("common.notFound");
    expect(await stateOf(id)).toBe("WAITING");
  });
});

describe("PJ4, A5: seats", () => {
  test("a yes beyond the seats puts the offer in the queue, and says so", async () => {
    const [first, second] = [idOf(await offer(ada)), idOf(await offer(bo))];
    expect(await accept(first)).toMatchObject({ value: { state: "ACCEPTED", name: ada.name } });
    expect(await accept(second)).toMatchObject({ value: { state: "QUEUED" } });
    expect(await accept(first)).toMatchObject({ value: { state: "ACCEPTED" } });
    expect(await db.commitment.count({ where: { projectId } })).toBe(1);
  });

  test("a seat left opens again: the owner hears who waits first, nobody moves up alone, and the queue keeps its order", async () => {
    const [cleo] = (await makeCrowd(1)) as [Actor];
    const [first, second, third] = [idOf(await offer(ada)), idOf(await offer(bo)), idOf(await offer(cleo))];
    await accept(first);
    await acceptOffer(owner, { offerId: third }, addDays(NOW, 1));
    await acceptOffer(owner, { offerId: second }, addDays(NOW, 2));
    expect(await withdrawOffer(ada, { offerId: first }, NOW)).toMatchObject({ ok: true, value: { isReleased: true } });
    const told = await db.activity.findFirst({ where: { kind: "project.offerWithdrawn", subjectId: first } });
    expect(told).toMatchObject({ memberId: owner.memberId, data: { next: cleo.name, wasSeated: 1 } });
    expect([await stateOf(second), await stateOf(third)]).toEqual(["QUEUED", "QUEUED"]);
    expect(codeOf(await accept(second))).toBe("project.notFirst");
    expect(await accept(third)).toMatchObject({ value: { state: "ACCEPTED" } });
  });

  test("the database refuses one more than the seats, whoever writes it", async () => {
    await accept(idOf(await offer(ada)));
    const second = idOf(await offer(bo));
    await expect(db.needOffer.update({ where: { id: second }, data: { state: "ACCEPTED" } })).rejects.toThrow(/PJ4/);
  });
});

describe("PT2, K2: a seat", () => {
  test("brings a commitment of the one who offered, due when the need is", async () => {
    await accept(idOf(await offer(ada)));
    const rows = await db.commitment.findMany({
      where: { projectId },
      select: { memberId: true, text: true, dueOn: true },
    });
    expect(rows).toEqual([{ memberId: ada.memberId, text: "Verifica strutturale", dueOn: new Date("2027-01-15") }]);
  });

  test("taken after the need's day has a later one or none; a last day that went by takes no seat", async () => {
    const late = new Date("2027-01-20T10:00:00Z");
    const due = async () => (await db.commitment.findFirst({ where: { projectId } }))?.dueOn ?? null;
    const until = idOf(await offer(bo, { until: "2027-01-19" }));
    expect(codeOf(await acceptOffer(owner, { offerId: until }, late))).toBe("project.offerTermOver");
    await acceptOffer(owner, { offerId: idOf(await offer(ada)) }, late);
    const last = await db.deliverable.aggregate({ where: { projectId }, _max: { dueOn: true } });
    expect(await due()).toEqual(last._max.dueOn);
    expect(await due()).not.toEqual(new Date("2027-01-15"));
  });

  test("left in time lets it go; left late leaves it open", async () => {
    const id = idOf(await offer(ada));
    await accept(id);
    expect(await withdrawOffer(ada, { offerId: id }, new Date("2027-01-14T10:00:00Z"))).toMatchObject({
      value: { isReleased: false },
    });
    expect(await db.commitment.count({ where: { projectId, state: "OPEN" } })).toBe(1);
    const again = idOf(await offer(bo));
    await accept(again);
    await withdrawOffer(bo, { offerId: again }, new Date("2027-01-12T23:00:00Z"));
    expect(await db.commitment.count({ where: { projectId, state: "RELEASED" } })).toBe(1);
  });
});

describe("races, 20 rounds", () => {
  const rounds = Array.from({ length: 20 }, (_, round) => round + 1);
  let crowd: Actor[];
  beforeAll(async () => {
    crowd = await makeCrowd(16);
  });

  test.each(rounds)(
    "PJ4, A5: sixteen offer at once for one seat and the owner says yes to all at once (%i)",
    async () => {
      const { needIds, id } = await makeProject(owner, { title: `Gara ${randomUUID()}`, needs: [aNeed({ seats: 1 })] });
      needId = needIds[0] ?? "";
      const offers = await Promise.all(crowd.map((actor) => offer(actor)));
      expect(offers.map(codeOf)).toEqual(Array(16).fill("ok"));
      const answers = await Promise.all(offers.map((made) => accept(idOf(made))));
      expect(answers.map((answer) => (answer.ok ? answer.value.state : answer.refusal.code)).sort()).toEqual(
        ["ACCEPTED", ...Array(15).fill("QUEUED")].sort(),
      );
      expect(await db.needOffer.count({ where: { needId, state: "ACCEPTED" } })).toBe(1);
      expect(await db.commitment.count({ where: { projectId: id } })).toBe(1);
    },
  );

  test.each(rounds)("A7: the same offer sent five times at once takes effect once (%i)", async () => {
    needId = (await makeProject(owner, { title: `Gara ${randomUUID()}` })).needIds[0] ?? "";
    const actor = submitting(crowd[0] as Actor, randomUUID());
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => offer(actor)));
    expect(answers.map(codeOf)).toEqual(Array(5).fill("ok"));
    expect(new Set(answers.map(idOf)).size).toBe(1);
    expect(await db.needOffer.count({ where: { needId } })).toBe(1);
  });

  test.each(rounds)("A4: sixteen yeses at once to one offer are one seat and one commitment (%i)", async () => {
    const { needIds, id } = await makeProject(owner, { title: `Gara ${randomUUID()}` });
    needId = needIds[0] ?? "";
    const offerId = idOf(await offer(crowd[0] as Actor));
    const answers = await Promise.all(crowd.map(() => accept(offerId)));
    expect(answers.every((answer) => answer.ok && answer.value.state === "ACCEPTED")).toBe(true);
    expect(await db.commitment.count({ where: { projectId: id } })).toBe(1);
    expect(await db.activity.count({ where: { kind: "project.offerAccepted", subjectId: offerId } })).toBe(1);
  });
});
