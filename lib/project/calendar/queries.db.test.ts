import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { addDays, dayOf } from "@/lib/core/duration";
import { ok } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { leaveAssociation } from "@/lib/membership/leaving/commands";
import { codeOf, type Joint, makeJoint } from "@/lib/testing/joint";
import { anOffer, brokenInvariants } from "@/lib/testing/projects";
import { callMeeting, cancelMeeting } from "../meeting/commands";
import { acceptOffer, offerToNeed, withdrawOffer } from "../offer/commands";
import { addTask } from "../task/commands";
import { takeWork } from "../work/facts";
import { findWork } from "../work/queries";
import { listCalendar } from "./queries";

const NOW = new Date("2026-11-21T10:00:00Z");
let world: Joint;
let slug: string;
let offerId: string;

beforeEach(async () => {
  world = await makeJoint(NOW);
  slug = world.project.slug;
  await world.join();
  offerId = await sit(world.bea);
  const meeting = { slug, title: "Sopralluogo", on: "2026-12-01", from: "18:00", to: "19:00", place: "Là", link: null };
  expect(codeOf(await callMeeting(world.bea, meeting, NOW))).toBe("ok");
  const task = { slug, title: "Misurare", words: "", due: "2026-12-05", deliverableId: null, isMine: true };
  expect(codeOf(await addTask(world.bea, task, NOW))).toBe("ok");
});
afterEach(() => withheld(false));
afterAll(async () => expect(await brokenInvariants()).toEqual([]));

const withheld = (isWithheld: boolean) => db.project.updateMany({ where: { slug }, data: { isWithheld } });

async function sit(actor: Actor): Promise<string> {
  const offered = await offerToNeed(actor, anOffer(world.project.needIds[0] ?? ""), NOW);
  const id = offered.ok ? offered.value.offerId : "";
  expect(codeOf(await acceptOffer(world.owner, { offerId: id }, NOW))).toBe("ok");
  return id;
}
/** «kind title day», as the feed has them. */
const feedOf = async (actor: Actor, now = NOW) =>
  (await listCalendar(actor, now)).map((line) => {
    const on = line.kind === "meeting" ? dayOf(line.startsAt) : line.on;
    return `${line.kind} ${line.title} ${on}`;
  });
const kindsOf = async (actor: Actor, now = NOW) => (await listCalendar(actor, now)).map(({ kind }) => kind);

test("holds meetings, one’s own tasks and commitments, and what the projects one leads hand over, in order", async () => {
  expect(await feedOf(world.bea)).toEqual([
    ...["meeting Sopralluogo 2026-12-01", "task Misurare 2026-12-05", "commitment Verifica strutturale 2027-01-15"],
  ]);
  expect(await feedOf(world.owner)).toEqual([
    ...["meeting Sopralluogo 2026-12-01", "deliverable Un luogo coperto aperto due giorni 2027-06-30"],
  ]);
  for (const other of [world.ada, world.stranger, world.steward]) expect(await feedOf(other)).toEqual([]);
  const [meeting] = await listCalendar(world.bea, NOW);
  expect(meeting).toMatchObject({ of: { slug, isProject: true }, isComing: true, isCancelled: false, sequence: 0 });
  expect((await listCalendar(world.owner, NOW))[0]).toMatchObject({ isComing: false });
});

test("tells a meeting that was called off, and forgets what is done", async () => {
  const { id: meetingId } = await db.meeting.findFirstOrThrow({ where: { project: { slug } }, select: { id: true } });
  await cancelMeeting(world.bea, { slug, meetingId }, NOW);
  await db.task.updateMany({ where: { project: { slug } }, data: { state: "DONE", doneAt: NOW } });
  await db.commitment.updateMany({ where: { project: { slug } }, data: { state: "RELEASED", closedAt: NOW } });
  await db.deliverable.updateMany({ where: { project: { slug } }, data: { doneOn: NOW } });
  expect(await listCalendar(world.bea, NOW)).toMatchObject([{ kind: "meeting", isCancelled: true, sequence: 1 }]);
  expect(await feedOf(world.owner)).toHaveLength(1);
});

test("holds ninety days back and eighteen months ahead", async () => {
  expect(await kindsOf(world.bea, addDays(NOW, 100))).toEqual(["meeting", "task", "commitment"]);
  expect(await kindsOf(world.bea, addDays(NOW, 101))).toEqual(["task", "commitment"]);
  expect(await kindsOf(world.bea, addDays(NOW, -600))).toEqual([]);
});

test("A2: whoever leaves the project reads no more of it from then on", async () => {
  expect(codeOf(await withdrawOffer(world.bea, { offerId }, NOW))).toBe("ok");
  expect(await feedOf(world.bea)).toEqual([]);
  expect(await kindsOf(world.owner)).toEqual(["meeting", "deliverable"]);
});

test.each([true, false])(
  "A2, M8: whoever leaves the association through which they were in it reads no more, its owner neither (members only: %s)",
  async (isMembersOnly) => {
    await db.project.update({ where: { slug }, data: { isMembersOnly } });
    expect(codeOf(await leaveAssociation(world.bea, { associationSlug: world.guest.slug }, NOW))).toBe("ok");
    expect(codeOf(await leaveAssociation(world.owner, { associationSlug: world.lead.slug }, NOW))).toBe("ok");
    for (const gone of [world.bea, world.owner]) {
      expect(await findWork(gone, slug, NOW)).toBeNull();
      expect(await feedOf(gone)).toEqual([]);
    }
  },
);

test("A2, MO4: a project hidden by a measure is there for its owner alone", async () => {
  await withheld(true);
  expect(await feedOf(world.bea)).toEqual([]);
  expect(await kindsOf(world.owner)).toEqual(["meeting", "deliverable"]);
});

test("once a project has ended, only its meetings are told", async () => {
  await db.project.update({ where: { slug }, data: { state: "ABANDONED", concludedAt: NOW } });
  expect(await kindsOf(world.owner)).toEqual(["meeting"]);
});

test("A1: whose work is read is the same as on the pages, whoever asks and however they are in", async () => {
  const both = await sit(world.both);
  const { owner, ada, bea, stranger, steward } = world;
  const all = [owner, ada, bea, world.both, stranger, steward];
  const same = async (isHidden = false) => {
    for (const who of all) {
      const reads = (await findWork(who, slug, NOW)) !== null;
      expect([who.name, (await kindsOf(who)).includes("meeting")]).toEqual([who.name, reads]);
      const asked = { slug, memberId: who.memberId, now: NOW };
      const writes = await inTransaction(who, async (tx) => ok((await takeWork(tx, asked)) !== null));
      if (!isHidden) expect([who.name, writes]).toEqual([who.name, ok(reads)]);
    }
  };
  await same();
  await leaveAssociation(world.both, { associationSlug: world.lead.slug }, NOW);
  await same();
  await withdrawOffer(world.both, { offerId: both }, NOW);
  await same();
  await db.project.update({ where: { slug }, data: { isMembersOnly: false } });
  await leaveAssociation(bea, { associationSlug: world.guest.slug }, NOW);
  await same();
  await withheld(true);
  await same(true);
});
