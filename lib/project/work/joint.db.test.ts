import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { leaveAssociation } from "@/lib/membership/leaving/commands";
import { codeOf, type Joint, makeJoint } from "@/lib/testing/joint";
import { anOffer, brokenInvariants, makeCrowd, makeGroup } from "@/lib/testing/projects";
import { answerCoHost } from "../cohosting/commands";
import { findDesk } from "../desk/queries";
import { leaveLead, takeLead } from "../lead/commands";
import { acceptOffer, offerToNeed, withdrawOffer } from "../offer/commands";
import { leaveCoHosting } from "../parting/commands";
import { addTask, moveTask } from "../task/commands";
import { findBoard, findTask } from "../task/queries";
import { askForTask } from "../task-ask/commands";
import { findWork } from "./queries";

const NOW = new Date("2026-11-21T10:00:00Z");
const A_TASK = { title: "Misurare il tetto", words: "", due: "2026-12-01", deliverableId: null, isMine: true };
let world: Joint;
let coHostingId: string;
let slug: string;

beforeEach(async () => enter(await makeJoint(NOW)));
afterAll(async () => expect(await brokenInvariants()).toEqual([]));

async function enter(joint: Joint) {
  world = joint;
  slug = joint.project.slug;
  coHostingId = await joint.join();
}
async function sit(actor: Actor): Promise<string> {
  const offered = await offerToNeed(actor, anOffer(world.project.needIds[0] ?? ""), NOW);
  const offerId = offered.ok ? offered.value.offerId : "";
  expect(codeOf(await acceptOffer(world.owner, { offerId }, NOW))).toBe("ok");
  return offerId;
}
/** A task somebody writes and takes on at once. */
async function take(actor: Actor): Promise<string> {
  const added = await addTask(actor, { slug, ...A_TASK }, NOW);
  if (!added.ok) throw new Error(added.refusal.code);
  return added.value.taskId;
}
const whose = async (taskId: string) =>
  db.task.findUniqueOrThrow({ where: { id: taskId }, select: { ownerId: true, state: true } });
const free = { ownerId: null, state: "TODO" };
const goes = () => leaveCoHosting(world.steward, { coHostingId }, NOW).then(codeOf);
/** The owner leaves the association that leads, and is in the project through another that carries it. How that one goes. */
async function ownThroughACoHost() {
  const { owner, lead, ask, asked } = world;
  const [steward] = (await makeCrowd(1)) as [Actor];
  const third = await makeGroup({ steward, active: [owner] });
  await ask(owner, NOW, third.slug);
  const id = await asked(third.id);
  expect(codeOf(await answerCoHost(steward, { coHostingId: id, answer: "CARRYING" }, NOW))).toBe("ok");
  expect(codeOf(await leaveAssociation(owner, { associationSlug: lead.slug }, NOW))).toBe("ok");
  return () => leaveCoHosting(steward, { coHostingId: id }, NOW).then(codeOf);
}

describe("M8: the work of a joint project", () => {
  test("is done by the members of a co-host as well, and given back with the seat when their association goes", async () => {
    const { owner, ada, bea, both } = world;
    for (const who of [ada, bea, both]) await sit(who);
    const [beas, boths] = [await take(bea), await take(both)];
    const open = await addTask(owner, { slug, ...A_TASK, title: "Chiedere i permessi", isMine: false }, NOW);
    const asked = open.ok ? open.value.taskId : "";
    expect(codeOf(await askForTask(ada, { slug, taskId: asked, memberId: bea.memberId }, NOW))).toBe("ok");
    expect(await findBoard(bea, slug)).not.toBeNull();

    expect(await goes()).toBe("ok");
    expect(await whose(beas)).toEqual(free);
    expect(await whose(boths)).toMatchObject({ ownerId: both.memberId });
    expect(await db.taskAsk.findMany({ where: { taskId: asked }, select: { state: true } })).toEqual([
      { state: "WITHDRAWN" },
    ]);
    expect(await findWork(bea, slug, NOW)).toBeNull();
    expect(codeOf(await addTask(bea, { slug, ...A_TASK }, NOW))).toBe("common.notFound");
    expect(await findWork(both, slug, NOW)).not.toBeNull();
  });

  test("is given back by whoever leaves the co-host, and kept by whoever another association of theirs keeps in it", async () => {
    const { bea, both, guest } = world;
    for (const who of [bea, both]) await sit(who);
    const [beas, boths] = [await take(bea), await take(both)];
    for (const who of [bea, both])
      expect(codeOf(await leaveAssociation(who, { associationSlug: guest.slug }, NOW))).toBe("ok");
    expect(await whose(beas)).toEqual(free);
    expect(await whose(boths)).toMatchObject({ ownerId: both.memberId });
    expect(await findWork(both, slug, NOW)).not.toBeNull();
  });

  test("is asked of nobody who left, its owner included; what they did is opened again by those inside", async () => {
    const { owner, ada, lead } = world;
    await sit(ada);
    const done = await take(owner);
    expect(codeOf(await moveTask(owner, { slug, taskId: done, to: "DONE" }, NOW))).toBe("ok");
    const open = await take(ada);
    expect((await findWork(ada, slug, NOW))?.people).toMatchObject([{ memberId: owner.memberId }]);
    expect(codeOf(await leaveAssociation(owner, { associationSlug: lead.slug }, NOW))).toBe("ok");
    const asking = { slug, taskId: open, memberId: owner.memberId };
    expect(codeOf(await askForTask(ada, asking, NOW))).toBe("work.notInProject");
    expect((await findWork(ada, slug, NOW))?.people).toEqual([]);
    expect(await findTask(ada, { slug, taskId: done }, NOW)).toMatchObject({ task: { isOpenToMe: true } });
    expect(codeOf(await moveTask(ada, { slug, taskId: done, to: "TODO" }, NOW))).toBe("ok");
    expect(await whose(done)).toEqual(free);
  });

  test("is given back when the association that led goes, and the project with its tasks passes to another owner", async () => {
    const { owner, ada, steward } = world;
    await sit(ada);
    const tasks = [await take(ada), await take(owner)];
    expect(codeOf(await leaveLead(owner, { slug }, NOW))).toBe("ok");
    expect(codeOf(await takeLead(steward, { coHostingId }, NOW))).toBe("ok");
    for (const task of tasks) expect(await whose(task)).toEqual(free);
    for (const gone of [owner, ada]) expect(await findWork(gone, slug, NOW)).toBeNull();
    expect(await findWork(steward, slug, NOW)).not.toBeNull();
  });

  test.each([true, false])(
    "stays the owner's through the co-host alone, until that goes (members only: %s)",
    async (isMembersOnly) => {
      await enter(await makeJoint(NOW, { isMembersOnly }));
      const { owner } = world;
      const task = await take(owner);
      const goesToo = await ownThroughACoHost();
      expect(await whose(task)).toMatchObject({ ownerId: owner.memberId });
      expect(await findWork(owner, slug, NOW)).toMatchObject({ barred: null });
      expect(await findDesk(owner, slug)).toMatchObject({ mayManage: false, project: { viewer: { isInside: true } } });
      const another = await take(owner);

      expect(await goesToo()).toBe("ok");
      for (const own of [task, another]) expect(await whose(own)).toEqual(free);
      expect(await findWork(owner, slug, NOW)).toBeNull();
      expect((await findDesk(owner, slug))?.project.viewer?.isInside ?? false).toBe(false);
    },
  );

  test("K2: a commitment to a seat left too late is let go too, for its subject cannot close it any more", async () => {
    const { bea } = world;
    const offerId = await sit(bea);
    await db.commitment.updateMany({ where: { needOfferId: offerId }, data: { dueOn: new Date("2026-11-22") } });
    expect(codeOf(await withdrawOffer(bea, { offerId }, NOW))).toBe("ok");
    const commitment = () =>
      db.commitment.findFirstOrThrow({ where: { needOfferId: offerId }, select: { state: true } });
    expect(await commitment()).toEqual({ state: "OPEN" });
    expect(await goes()).toBe("ok");
    expect(await commitment()).toEqual({ state: "RELEASED" });
  });
});
