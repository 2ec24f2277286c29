import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Actor, submitting } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { leaveAssociation } from "@/lib/membership/leaving/commands";
import { pauseMembership } from "@/lib/membership/pausing/commands";
import { findFrame } from "@/lib/notification/queries";
import { expectInvariants, said, tally } from "@/lib/testing/associations";
import { anOffer, makeCrowd, makeGroup, makeProject } from "@/lib/testing/projects";
import { moveProject } from "../commands";
import { acceptOffer, offerToNeed, withdrawOffer } from "../offer/commands";
import { answerTask, askForTask, withdrawTaskAsk } from "../task-ask/commands";
import { addTask, editTask, giveTaskBack, moveTask, takeTask } from "./commands";
import { findBoard, findTask } from "./queries";

const NOW = new Date("2026-11-21T10:00:00Z");
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const A_TASK = { title: "Misurare il tetto", words: "", due: "2026-12-01", deliverableId: null, isMine: false };

let [owner, ada, bo, stranger]: Actor[] = [];
let slug = "";

/** Sits on the project’s one need. */
async function sit(member: Actor, needId: string) {
  await offerToNeed(member, anOffer(needId), NOW);
  const { id: offerId } = await db.needOffer.findFirstOrThrow({ where: { memberId: member.memberId, needId } });
  await acceptOffer(owner as Actor, { offerId }, NOW);
  return offerId;
}

const theOwner = () => owner as Actor;
let seatOfAda = "";
let projectId = "";

beforeAll(async () => {
  [owner, ada, bo, stranger] = await makeCrowd(4);
});
beforeEach(async () => {
  const project = await makeProject(theOwner(), { title: `Lavoro ${randomUUID()}` });
  ({ slug, id: projectId } = project);
  const needId = project.needIds[0] ?? "";
  await db.need.update({ where: { id: needId }, data: { seats: 40, isCritical: false } });
  seatOfAda = await sit(ada as Actor, needId);
  await sit(bo as Actor, needId);
});
afterAll(expectInvariants);

async function aTask(by = theOwner(), change: Partial<typeof A_TASK> = {}): Promise<string> {
  const added = await addTask(by, { slug, ...A_TASK, ...change }, NOW);
  if (!added.ok) throw new Error(added.refusal.code);
  return added.value.taskId;
}
const rowOf = (taskId: string) => db.task.findUniqueOrThrow({ where: { id: taskId } });
const askOf = async (taskId: string, to: Actor | undefined) =>
  (await db.taskAsk.findFirstOrThrow({ where: { taskId, toId: to?.memberId ?? "", state: "ASKED" } })).id;
const ask = async (by: Actor | undefined, taskId: string, to: Actor | undefined, now = NOW) =>
  said(await askForTask(by as Actor, { slug, taskId, memberId: to?.memberId ?? "" }, now));
const answer = async (by: Actor | undefined, askId: string, word: "ACCEPTED" | "REFUSED", now = NOW) =>
  said(await answerTask(by as Actor, { slug, askId, answer: word }, now));
const move = async (by: Actor | undefined, taskId: string, to: "TODO" | "DOING" | "DONE" | "DROPPED") =>
  said(await moveTask(by as Actor, { slug, taskId, to }, NOW));

describe("A2: who takes part", () => {
  test("to nobody else is there any work", async () => {
    const taskId = await aTask();
    expect(said(await addTask(stranger as Actor, { slug, ...A_TASK }, NOW))).toBe("common.notFound");
    expect(await move(stranger, taskId, "DONE")).toBe("common.notFound");
    expect(await findBoard(stranger as Actor, slug)).toBeNull();
    expect((await findBoard(ada as Actor, slug))?.tasks.map(({ id }) => id)).toEqual([taskId]);
  });

  test("a task of one project is not there in another", async () => {
    const taskId = await aTask();
    const other = await makeProject(theOwner(), { title: `Altro ${randomUUID()}` });
    expect(said(await moveTask(theOwner(), { slug: other.slug, taskId, to: "DONE" }, NOW))).toBe("common.notFound");
    const { id: deliverableId } = await db.deliverable.findFirstOrThrow({ where: { projectId: other.id } });
    expect(said(await addTask(theOwner(), { slug, ...A_TASK, deliverableId }, NOW))).toBe("work.noSuchDeliverable");
    await expect(db.task.update({ where: { id: taskId }, data: { deliverableId } })).rejects.toThrow(
      /task_deliverable/,
    );
  });
});

describe("PT2: a task is whose who took it", () => {
  test("asked, nothing changes until that same person accepts", async () => {
    const taskId = await aTask();
    expect(await ask(owner, taskId, ada)).toBe("ok");
    expect((await rowOf(taskId)).ownerId).toBeNull();
    const askId = await askOf(taskId, ada);
    expect(await answer(bo, askId, "ACCEPTED")).toBe("common.notFound");
    expect(await answer(ada, askId, "ACCEPTED")).toBe("ok");
    expect((await rowOf(taskId)).ownerId).toBe(ada?.memberId);
    expect(await answer(ada, askId, "REFUSED")).toBe("work.askClosed");
    expect(await move(bo, taskId, "DONE")).toBe("work.othersTask");
    expect(await move(ada, taskId, "DOING")).toBe("ok");
  });

  test("nobody owns what they never accepted, whatever is written", async () => {
    const taskId = await aTask();
    await expect(
      db.task.update({ where: { id: taskId }, data: { ownerId: stranger?.memberId ?? "" } }),
    ).rejects.toThrow(/task_owner/);
  });

  test("its owner gives it back at any time, and may ask another to take it over", async () => {
    const taskId = await aTask(ada, { isMine: true });
    expect(await ask(ada, taskId, bo)).toBe("ok");
    expect((await rowOf(taskId)).ownerId).toBe(ada?.memberId);
    expect(await answer(bo, await askOf(taskId, bo), "ACCEPTED")).toBe("ok");
    await moveProject(theOwner(), { slug, to: "ABANDONED" }, NOW);
    expect(said(await giveTaskBack(bo as Actor, { slug, taskId }, NOW))).toBe("ok");
    expect(await rowOf(taskId)).toMatchObject({ ownerId: null, state: "TODO" });
  });

  test("A4: sixteen who take it at once: one has it", async () => {
    const taskId = await aTask();
    const crowd = [owner, ada, bo] as Actor[];
    const takes = Array.from({ length: 15 }, (_, i) => takeTask(crowd[i % 3] as Actor, { slug, taskId }, NOW));
    expect(tally(await Promise.all(takes))).toEqual({ ok: 5, "work.taskTaken": 10 });
    expect(await db.taskAsk.count({ where: { taskId, state: "ACCEPTED" } })).toBe(1);
  });

  test("A4: two asked of the same task who both say yes: one has it", async () => {
    for (let round = 0; round < 10; round++) {
      const taskId = await aTask();
      await ask(owner, taskId, ada);
      await ask(owner, taskId, bo);
      const [first, second] = [await askOf(taskId, ada), await askOf(taskId, bo)];
      const said = await Promise.all([answer(ada, first, "ACCEPTED"), answer(bo, second, "ACCEPTED")]);
      expect(said.sort()).toEqual(["ok", "work.askClosed"]);
    }
  });

  test("A7: a form sent twice writes one task", async () => {
    const twice = submitting(theOwner(), randomUUID());
    await Promise.all([addTask(twice, { slug, ...A_TASK }, NOW), addTask(twice, { slug, ...A_TASK }, NOW)]);
    expect(await db.task.count({ where: { projectId } })).toBe(1);
  });
});

describe("PT3: «non ora»", () => {
  test("is read by whoever asked alone, and the same question waits ninety days", async () => {
    const taskId = await aTask();
    await ask(owner, taskId, ada);
    const askId = await askOf(taskId, ada);
    expect((await findFrame(ada as Actor, [], NOW)).waiting.map(({ kind }) => kind)).toContain("task");
    expect(await answer(ada, askId, "REFUSED")).toBe("ok");
    const asksOf = async (who: Actor | undefined) =>
      (await findTask(who as Actor, { slug, taskId }, NOW))?.asks.map(({ state }) => state);
    expect([await asksOf(owner), await asksOf(bo), await asksOf(ada)]).toEqual([["REFUSED"], [], []]);
    expect(await ask(owner, taskId, ada, later(89))).toBe("work.askedTooSoon");
    expect(await ask(bo, taskId, ada, later(1))).toBe("ok");
    expect(await answer(ada, await askOf(taskId, ada), "REFUSED", later(2))).toBe("ok");
    expect(await ask(owner, taskId, ada, later(90))).toBe("ok");
  });

  test("whoever is asked is seen by the two alone, and a question is taken back by whoever put it", async () => {
    const taskId = await aTask();
    await ask(owner, taskId, ada);
    expect((await findTask(bo as Actor, { slug, taskId }, NOW))?.asks).toEqual([]);
    const askId = await askOf(taskId, ada);
    expect(said(await withdrawTaskAsk(bo as Actor, { slug, askId }, NOW))).toBe("common.notFound");
    expect(said(await withdrawTaskAsk(theOwner(), { slug, askId }, NOW))).toBe("ok");
    expect(await answer(ada, askId, "ACCEPTED")).toBe("work.askClosed");
  });
});

describe("M8: who leaves", () => {
  test("their seat leaves their tasks to nobody, in the same breath; what they did stays theirs", async () => {
    const open = await aTask(ada, { isMine: true });
    const doneOne = await aTask(ada, { isMine: true, title: "Già fatta" });
    await move(ada, open, "DOING");
    await move(ada, doneOne, "DONE");
    const asked = await aTask();
    await ask(owner, asked, ada);
    await withdrawOffer(ada as Actor, { offerId: seatOfAda }, NOW);
    expect(await rowOf(open)).toMatchObject({ ownerId: null, state: "TODO" });
    expect(await rowOf(doneOne)).toMatchObject({ ownerId: ada?.memberId, state: "DONE" });
    expect(await db.taskAsk.count({ where: { taskId: asked, state: "ASKED" } })).toBe(0);
    expect(await move(bo, doneOne, "DOING")).toBe("ok");
    expect((await rowOf(doneOne)).ownerId).toBeNull();
  });

  test("the association does so too, its projects’ owner included; in pause one reads and steps back", async () => {
    const [steward, lead, hand] = (await makeCrowd(3)) as [Actor, Actor, Actor];
    const group = await makeGroup({ steward, active: [lead, hand] });
    const project = await makeProject(lead, { title: `Di gruppo ${randomUUID()}`, association: group.slug });
    await offerToNeed(hand, anOffer(project.needIds[0] ?? ""), NOW);
    const { id: offerId } = await db.needOffer.findFirstOrThrow({ where: { memberId: hand.memberId } });
    await acceptOffer(lead, { offerId }, NOW);
    slug = project.slug;
    const [own, theirs] = [await aTask(lead, { isMine: true }), await aTask(hand, { isMine: true })];
    await pauseMembership(hand, { associationSlug: group.slug }, NOW);
    expect(await move(hand, theirs, "DOING")).toBe("membership.notActive");
    expect((await findBoard(hand, slug))?.barred).toBe("membership.notActive");
    await leaveAssociation(hand, { associationSlug: group.slug }, NOW);
    expect((await rowOf(theirs)).ownerId).toBeNull();
    await leaveAssociation(lead, { associationSlug: group.slug }, NOW);
    expect((await rowOf(own)).ownerId).toBeNull();
    expect(await findBoard(lead, slug)).toBeNull();
  });

  test("A4: leaving and accepting at once never leave a task to somebody outside", async () => {
    for (let round = 0; round < 10; round++) {
      const taskId = await aTask();
      await ask(owner, taskId, ada);
      const askId = await askOf(taskId, ada);
      await Promise.all([answer(ada, askId, "ACCEPTED"), withdrawOffer(ada as Actor, { offerId: seatOfAda }, NOW)]);
      expect((await rowOf(taskId)).ownerId).toBeNull();
      await db.needOffer.update({ where: { id: seatOfAda }, data: { state: "ACCEPTED", closedAt: null } });
    }
  });
});

test("done or dropped, nobody is asked any more; a suspended project keeps still", async () => {
  const taskId = await aTask();
  await ask(owner, taskId, ada);
  expect(await move(bo, taskId, "DROPPED")).toBe("ok");
  expect(await db.taskAsk.count({ where: { taskId, state: "ASKED" } })).toBe(0);
  const edit = { slug, taskId, title: "Altro", words: "", due: null, deliverableId: null };
  expect(said(await editTask(bo as Actor, edit, NOW))).toBe("ok");
  expect(said(await editTask(bo as Actor, { ...edit, due: "2026-11-20" }, NOW))).toBe("work.dueBefore");
  await moveProject(theOwner(), { slug, to: "FEASIBILITY" }, NOW);
  await moveProject(theOwner(), { slug, to: "ACTIVE" }, NOW);
  expect((await moveProject(theOwner(), { slug, to: "SUSPENDED" }, NOW)).ok).toBe(true);
  expect(await move(bo, taskId, "TODO")).toBe("work.stopped");
});
