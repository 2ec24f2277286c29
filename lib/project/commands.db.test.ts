import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Actor, submitting } from "@/lib/auth/actor";
import { closeCommitment } from "@/lib/contribution/commitment/commands";
import { db } from "@/lib/db/client";
import { aNeed, anOffer, brokenInvariants, makeCrowd, makeGroup, makeProject } from "@/lib/testing/projects";
import { concludeProject, moveProject } from "./commands";
import { acceptOffer, offerToNeed, withdrawOffer } from "./offer/commands";
import { addDeliverable, addNeed, markDelivered } from "./plan/commands";

const SEEN = { evidence: "Il luogo è coperto, e lo si vede dalla piazza.", evidenceUrl: null };
const NOW = new Date("2026-11-21T10:00:00Z");
const RESULT = "Il lavatoio riapre due giorni a settimana, con sei persone che hanno le chiavi.";
const codeOf = (answer: { ok: boolean; refusal?: { code: string } }) => (answer.ok ? "ok" : answer.refusal?.code);

let owner: Actor;
let ada: Actor;
let made: Awaited<ReturnType<typeof makeProject>>;

beforeAll(async () => {
  [owner, ada] = (await makeCrowd(2)) as [Actor, Actor];
});
beforeEach(async () => {
  made = await makeProject(owner, { title: `Progetto ${randomUUID()}` });
});
afterAll(async () => expect(await brokenInvariants()).toEqual([]));

type To = "FEASIBILITY" | "ACTIVE" | "SUSPENDED" | "ABANDONED";
const move = async (to: To, actor = owner) => codeOf(await moveProject(actor, { slug: made.slug, to }, NOW));
const conclude = (actor = owner) =>
  concludeProject(actor, { slug: made.slug, result: RESULT, lessons: "", links: [] }, NOW);
const stateNow = () =>
  db.project.findUniqueOrThrow({ where: { id: made.id }, select: { state: true, startedAt: true, concludedAt: true } });
const sit = async (actor: Actor, needId = made.needIds[0] ?? "") => {
  const answer = await offerToNeed(actor, anOffer(needId), NOW);
  if (!answer.ok) throw new Error(answer.refusal.code);
  await acceptOffer(owner, { offerId: answer.value.offerId }, NOW);
  return answer.value.offerId;
};

describe("PJ2: starting", () => {
  test("goes through feasibility, and waits for every critical seat", async () => {
    expect(await move("ACTIVE")).toBe("project.notFromHere");
    expect(await move("FEASIBILITY")).toBe("ok");
    expect(await move("ACTIVE")).toBe("project.needsCritical");
    await sit(ada);
    expect(await move("ACTIVE")).toBe("ok");
    expect(await stateNow()).toMatchObject({ state: "ACTIVE", startedAt: NOW });
    const steps = await db.projectTransition.findMany({
      where: { projectId: made.id },
      select: { to: true },
      orderBy: { id: "asc" },
    });
    expect(steps.map(({ to }) => to)).toEqual(["PROPOSED", "FEASIBILITY", "ACTIVE"]);
  });

  test("goes on after a suspension once a critical seat that was left then is taken again", async () => {
    const [bo] = (await makeCrowd(1)) as [Actor];
    await move("FEASIBILITY");
    const offerId = await sit(ada);
    await move("ACTIVE");
    await move("SUSPENDED");
    expect(await withdrawOffer(ada, { offerId }, NOW)).toMatchObject({ value: { wasSeated: true, isReleased: true } });
    expect(await move("ACTIVE")).toBe("project.needsCritical");
    await sit(bo);
    expect(await move("ACTIVE")).toBe("ok");
  });

  test("waits for a dated deliverable, which the owner may add", async () => {
    made = await makeProject(owner, {
      title: `Senza date ${randomUUID()}`,
      needs: [aNeed({ isCritical: false })],
      deliverables: [{ row: 0, title: "Prima o poi", due: null }],
    });
    await move("FEASIBILITY");
    expect(await move("ACTIVE")).toBe("project.needsDeliverable");
    const dated = { slug: made.slug, title: "Con una data", due: "2027-02-01" };
    expect(codeOf(await addDeliverable(ada, dated, NOW))).toBe("common.notAllowed");
    expect(codeOf(await addDeliverable(owner, { ...dated, due: "2026-11-20" }, NOW))).toBe("project.dueBefore");
    expect(codeOf(await addDeliverable(owner, dated, NOW))).toBe("ok");
    expect(await move("ACTIVE")).toBe("ok");
  });

  test("waits for a purpose and an owner, whatever the table says", async () => {
    await move("FEASIBILITY");
    await sit(ada);
    await expect(db.project.update({ where: { id: made.id }, data: { purpose: " " } })).rejects.toThrow();
    await db.project.update({ where: { id: made.id }, data: { ownerId: null } });
    expect(await move("ACTIVE")).toBe("common.notAllowed");
  });

  test("A7: the same form five times at once starts once; without a key the later ones find it done", async () => {
    await move("FEASIBILITY");
    await sit(ada);
    const key = submitting(owner, randomUUID());
    const answers = await Promise.all([key, key, key, owner, owner].map((actor) => move("ACTIVE", actor)));
    expect(new Set(answers)).toEqual(new Set(["ok"]));
    expect(await db.projectTransition.count({ where: { projectId: made.id, to: "ACTIVE" } })).toBe(1);
  });
});

describe("who moves a project", () => {
  test("its owner alone", async () => {
    for (const to of ["FEASIBILITY", "ABANDONED"] as const) expect(await move(to, ada)).toBe("common.notAllowed");
    expect(codeOf(await conclude(ada))).toBe("common.notAllowed");
    expect(await move("FEASIBILITY", { ...owner, isSuspended: true })).toBe("common.suspended");
  });

  test("A2: a project for members only is not there for others; an owner in pause may only step back (M10)", async () => {
    const [steward, paused] = (await makeCrowd(2)) as [Actor, Actor];
    const group = await makeGroup({ steward, active: [paused] });
    made = await makeProject(paused, { title: `Chiuso ${randomUUID()}`, association: group.slug, isMembersOnly: true });
    expect(await move("FEASIBILITY", ada)).toBe("common.notFound");
    expect(await move("FEASIBILITY", steward)).toBe("common.notAllowed");
    const key = { associationId: group.id, memberId: paused.memberId };
    const { id } = await db.membership.update({
      where: { associationId_memberId: key },
      data: { state: "PAUSED" },
      select: { id: true },
    });
    await db.membershipEvent.create({ data: { membershipId: id, from: "ACTIVE", to: "PAUSED", at: NOW } });
    expect(await move("FEASIBILITY", paused)).toBe("common.notAllowed");
    expect(await move("ABANDONED", paused)).toBe("ok");
  });
});

describe("PJ7: concluding", () => {
  beforeEach(async () => {
    await move("FEASIBILITY");
    await sit(ada);
  });

  test("is for running projects", async () => {
    expect(codeOf(await conclude())).toBe("project.notFromHere");
  });

  test("waits for every commitment, which only its subject closes (K1)", async () => {
    await move("ACTIVE");
    expect(await conclude()).toMatchObject({ refusal: { code: "project.openCommitments", params: { count: 1 } } });
    const { id } = await db.commitment.findFirstOrThrow({ where: { projectId: made.id }, select: { id: true } });
    const close = (actor: Actor, outcome: "KEPT" | "PARTLY") =>
      closeCommitment(actor, { commitmentId: id, outcome, note: "" }, NOW);
    expect(codeOf(await close(owner, "PARTLY"))).toBe("common.notFound");
    expect(codeOf(await close(ada, "KEPT"))).toBe("contribution.needsConfirmation");
    expect(codeOf(await close(ada, "PARTLY"))).toBe("ok");
    expect(codeOf(await conclude())).toBe("ok");
    expect(await stateNow()).toMatchObject({ state: "COMPLETED", concludedAt: NOW });
    expect(codeOf(await conclude())).toBe("project.notFromHere");
    expect(await move("ABANDONED")).toBe("project.notFromHere");
  });

  test("closes the offers nobody answered", async () => {
    const { needIds } = made;
    const waiting = await offerToNeed((await makeCrowd(1))[0] as Actor, anOffer(needIds[0] ?? ""), NOW);
    await move("ACTIVE");
    await db.commitment.updateMany({ where: { projectId: made.id }, data: { state: "PARTLY", closedAt: NOW } });
    await conclude();
    const row = await db.needOffer.findUniqueOrThrow({ where: { id: waiting.ok ? waiting.value.offerId : "" } });
    expect(row).toMatchObject({ state: "DECLINED", decidedById: null, closedAt: NOW });
  });

  test("the database refuses a conclusion without a result, or over an open commitment", async () => {
    await move("ACTIVE");
    const end = { state: "COMPLETED" as const, concludedAt: NOW };
    await expect(db.project.update({ where: { id: made.id }, data: { ...end, result: RESULT } })).rejects.toThrow(
      /PJ7/,
    );
    await db.commitment.updateMany({ where: { projectId: made.id }, data: { state: "RELEASED", closedAt: NOW } });
    await expect(db.project.update({ where: { id: made.id }, data: end })).rejects.toThrow();
  });
});

test("K2: abandoning lets every commitment go; suspending lets none", async () => {
  await move("FEASIBILITY");
  await sit(ada);
  await move("ACTIVE");
  const open = () => db.commitment.count({ where: { projectId: made.id, state: "OPEN" } });
  expect(await move("SUSPENDED")).toBe("ok");
  expect(await open()).toBe(1);
  expect(await move("ACTIVE")).toBe("ok");
  expect(await move("ABANDONED")).toBe("ok");
  expect(await open()).toBe(0);
  expect(await db.commitment.count({ where: { projectId: made.id, state: "RELEASED" } })).toBe(1);
});

describe("the plan", () => {
  const need = { title: "Falegname", kind: "ROLE" as const, competence: null, seats: 1, due: null, hours: null };

  test("PJ2: takes needs while people may sit down, nothing critical once it runs", async () => {
    const add = async (isCritical: boolean, actor = owner) =>
      codeOf(await addNeed(actor, { ...need, slug: made.slug, isCritical }, NOW));
    expect(await add(true, ada)).toBe("common.notAllowed");
    expect(await add(false)).toBe("ok");
    await move("FEASIBILITY");
    await sit(ada);
    await move("ACTIVE");
    expect(await add(true)).toBe("project.criticalTooLate");
    expect(await add(false)).toBe("ok");
    await move("SUSPENDED");
    expect(await add(true)).toBe("project.criticalTooLate");
    expect(await add(false)).toBe("ok");
    await move("ABANDONED");
    expect(await add(false)).toBe("project.closed");
  });

  test("keeps the day something was first handed over, and only while the project runs", async () => {
    const { id } = await db.deliverable.findFirstOrThrow({ where: { projectId: made.id }, select: { id: true } });
    const deliver = async (now: Date, actor = owner) =>
      codeOf(await markDelivered(actor, { slug: made.slug, deliverableId: id, ...SEEN }, now));
    expect(await deliver(NOW)).toBe("project.notRunning");
    await move("FEASIBILITY");
    await sit(ada);
    await move("ACTIVE");
    expect(await deliver(NOW, ada)).toBe("common.notAllowed");
    expect(await deliver(NOW)).toBe("ok");
    expect(await deliver(new Date("2026-12-24T10:00:00Z"))).toBe("ok");
    const row = await db.deliverable.findUniqueOrThrow({ where: { id }, select: { doneOn: true } });
    expect(row.doneOn).toEqual(new Date("2026-11-21"));
    expect(codeOf(await markDelivered(owner, { slug: made.slug, deliverableId: randomUUID(), ...SEEN }, NOW))).toBe(
      "common.notFound",
    );
  });
});
