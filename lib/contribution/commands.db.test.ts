import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { type Actor, submitting } from "@/lib/auth/actor";
import { addDays } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { leaveAssociation } from "@/lib/membership/leaving/commands";
import { findFrame } from "@/lib/notification/queries";
import { findDeeds } from "@/lib/project/deeds/queries";
import { brokenInvariants, makeCrowd, makeGroup, makeProject } from "@/lib/testing/projects";
import { DEED, makeSeated, newestDeed } from "@/lib/testing/seats";
import { confirmContribution, declareContribution, lapseContributions, rejectContribution } from "./commands";
import { reverseContribution } from "./reversal/commands";

const NOW = new Date("2026-11-21T10:00:00Z");
const MOMENT = 1 / 86_400_000;
const codeOf = (answer: { ok: boolean; refusal?: { code: string } }) => (answer.ok ? "ok" : answer.refusal?.code);

let owner: Actor;
let ada: Actor;
let bo: Actor;
let stranger: Actor;
let project: Awaited<ReturnType<typeof makeProject>>;

/** New people each time, as confirmations between the same two are counted (rule K3). */
beforeEach(async () => {
  ({ owner, ada, bo, stranger, project } = await makeSeated(NOW));
});
afterAll(async () => {
  await lapseContributions(addDays(NOW, 365));
  expect(await brokenInvariants()).toEqual([]);
});

type Said = { doneOn?: string; now?: Date; evidenceFileId?: string };
const declare = (actor: Actor, { doneOn = DEED.doneOn, now = NOW, ...evidence }: Said = {}) =>
  declareContribution(actor, { slug: project.slug, ...DEED, doneOn, ...evidence }, now);
const confirm = async (actor: Actor, contributionId: string, now = NOW) =>
  codeOf(await confirmContribution(actor, { contributionId }, now));
const newest = () => newestDeed(project.id);
const aFile = async () => {
  const file = {
    name: "misure.txt",
    mime: "text/plain",
    size: 7,
    sha256: "0".repeat(64),
    bytes: Buffer.from("Misure."),
    at: NOW,
  };
  return (await db.projectFile.create({ data: { ...file, projectId: project.id }, select: { id: true } })).id;
};
const end = (concludedAt: Date) =>
  db.project.update({ where: { id: project.id }, data: { state: "ABANDONED", concludedAt } });

describe("PJ5: declaring", () => {
  test("M8: is not for an owner who left its association, until it has ended", async () => {
    const group = await makeGroup({ steward: stranger, active: [owner] });
    await db.project.update({ where: { id: project.id }, data: { associationId: group.id } });
    expect(codeOf(await declare(ada))).toBe("ok");
    const deed = await newest();
    const asked = async () => (await findFrame(owner, [], NOW)).waiting.some(({ kind }) => kind === "contributions");
    expect(await asked()).toBe(true);
    await leaveAssociation(owner, { associationSlug: group.slug }, NOW);
    expect(await asked()).toBe(false);
    expect(codeOf(await declare(owner))).toBe("contribution.notParticipant");
    expect(await confirm(owner, deed)).toBe("common.notFound");
    expect(await findDeeds(owner, project.slug, NOW)).toMatchObject({ isParticipant: false, mayDeclare: false });
    expect(await confirm(bo, deed)).toBe("ok");
    const wrong = { contributionId: deed, reason: "Erano due ore in meno." };
    expect((await findDeeds(owner, project.slug, NOW))?.reversible, "PJ6").toEqual([]);
    expect(codeOf(await reverseContribution(owner, wrong, NOW)), "PJ6").toBe("contribution.notReverser");
    expect((await findDeeds(stranger, project.slug, NOW))?.reversible, "PJ6, EDIT there").toEqual([deed]);
    const evidenceFileId = await aFile();
    expect(codeOf(await declare(ada, { evidenceFileId }))).toBe("ok");
    const later = await newest();
    await end(NOW);
    const seen = { isParticipant: true, mayDeclare: true, reversible: [deed], files: [] };
    expect(await findDeeds(owner, project.slug, NOW)).toMatchObject({
      ...seen,
      declared: [{ id: later, evidenceFile: null }],
    });
    expect((await findDeeds(bo, project.slug, NOW))?.declared).toMatchObject([
      { evidenceFile: { id: evidenceFileId } },
    ]);
    expect(codeOf(await declare(owner, { evidenceFileId }))).toBe("contribution.evidenceGone");
    expect([codeOf(await declare(owner)), await confirm(owner, later)]).toEqual(["ok", "ok"]);
    const shown = async (actor: Actor) => (await findDeeds(actor, project.slug, NOW))?.project.contributions;
    expect((await shown(owner))?.find(({ id }) => id === later)).toMatchObject({ evidenceFile: null });
    expect((await shown(bo))?.find(({ id }) => id === later)).toMatchObject({ evidenceFile: { id: evidenceFileId } });
    expect(codeOf(await reverseContribution(owner, wrong, NOW))).toBe("ok");
  });

  test("is for the owner, those in a seat, and whoever left one with a commitment to close", async () => {
    expect(codeOf(await declare(owner))).toBe("ok");
    expect(codeOf(await declare(ada))).toBe("ok");
    expect(codeOf(await declare(stranger))).toBe("contribution.notParticipant");
    await db.needOffer.updateMany({
      where: { memberId: ada.memberId, need: { projectId: project.id } },
      data: { state: "WITHDRAWN" },
    });
    expect(codeOf(await declare(ada))).toBe("ok");
    await db.commitment.updateMany({
      where: { projectId: project.id, memberId: ada.memberId },
      data: { state: "PARTLY", closedAt: NOW },
    });
    expect(codeOf(await declare(ada))).toBe("contribution.notParticipant");
    expect(codeOf(await declare({ ...bo, isSuspended: true }))).toBe("common.suspended");
  });

  test("ends 30 days after the project, to the moment", async () => {
    await end(addDays(NOW, -30));
    expect(codeOf(await declare(ada))).toBe("ok");
    await end(addDays(NOW, -30 - MOMENT));
    expect(codeOf(await declare(ada))).toBe("contribution.tooLate");
  });

  test("is for days between the proposal and today", async () => {
    expect(codeOf(await declare(ada, { doneOn: "2026-11-21" }))).toBe("ok");
    expect(codeOf(await declare(ada, { doneOn: "2026-11-22" }))).toBe("contribution.inFuture");
    expect(codeOf(await declare(ada, { doneOn: "2026-11-01" }))).toBe("ok");
    expect(codeOf(await declare(ada, { doneOn: "2026-10-31" }))).toBe("contribution.beforeProject");
  });

  test("A2: in a project for members only, whoever is outside finds nothing", async () => {
    const [steward] = (await makeCrowd(1)) as [Actor];
    const group = await makeGroup({ steward });
    project = await makeProject(steward, { title: "Riservato", association: group.slug, isMembersOnly: true });
    expect(codeOf(await declare(stranger))).toBe("common.notFound");
    expect(codeOf(await declare(steward))).toBe("ok");
  });

  test("A7: the same form five times at once is one contribution", async () => {
    const actor = submitting(ada, randomUUID());
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => declare(actor)));
    expect(answers.map(codeOf)).toEqual(Array(5).fill("ok"));
    expect(await db.contribution.count({ where: { projectId: project.id } })).toBe(1);
  });
});

describe("PJ5: confirming", () => {
  test("is for the owner or another participant, never for the author", async () => {
    await declare(ada);
    const id = await newest();
    expect(await confirm(ada, id)).toBe("contribution.ownWork");
    expect(await confirm(stranger, id), "A2: what waits is not there for others").toBe("common.notFound");
    expect(await confirm(bo, id)).toBe("ok");
    expect(await confirm(stranger, id)).toBe("contribution.notParticipant");
    expect(await confirm(owner, id)).toBe("contribution.alreadyConfirmed");
    expect(await confirm(owner, randomUUID())).toBe("common.notFound");
    const row = await db.contribution.findUniqueOrThrow({
      where: { id },
      select: { state: true, confirmedById: true },
    });
    expect(row).toEqual({ state: "CONFIRMED", confirmedById: bo.memberId });
  });

  test("is not the owner's for the owner's own work", async () => {
    await declare(owner);
    expect(await confirm(owner, await newest())).toBe("contribution.ownWork");
    expect(await confirm(ada, await newest())).toBe("ok");
  });

  test("by sixteen at once happens once, and the others are told", async () => {
    await declare(ada);
    const id = await newest();
    const answers = await Promise.all(Array.from({ length: 16 }, (_, i) => confirm(i % 2 ? owner : bo, id)));
    expect(answers.sort()).toEqual([...Array(15).fill("contribution.alreadyConfirmed"), "ok"]);
    expect(await db.activity.count({ where: { kind: "contribution.confirmed", subjectId: id } })).toBe(1);
  });

  test("PJ6: once confirmed it never changes, and the author cannot be written in as their own witness", async () => {
    await declare(ada);
    const id = await newest();
    const own = { state: "CONFIRMED" as const, confirmedAt: NOW, confirmedById: ada.memberId };
    await expect(db.contribution.update({ where: { id }, data: own })).rejects.toThrow();
    await confirm(bo, id);
    await expect(db.contribution.update({ where: { id }, data: { minutes: 6000 } })).rejects.toThrow();
    await expect(db.contribution.delete({ where: { id } })).rejects.toThrow();
  });
});

describe("PT3: not confirming in a project", () => {
  test("is for those who take part, with a reason read by its author alone; a mistake is set right there too", async () => {
    await declare(ada);
    const id = await newest();
    const given = { contributionId: id, reason: "La relazione è di Bo." };
    expect(codeOf(await rejectContribution(stranger, given, NOW))).toBe("common.notFound");
    expect(codeOf(await rejectContribution(bo, given, NOW))).toBe("ok");
    expect((await findDeeds(ada, project.slug, NOW))?.rejected.map(({ reason }) => reason)).toEqual([given.reason]);
    for (const reader of [bo, owner, null])
      expect(JSON.stringify(await findDeeds(reader, project.slug, NOW))).not.toContain(given.reason);

    await declare(ada);
    const again = { contributionId: await newest(), reason: "Erano due ore in meno." };
    await confirm(bo, again.contributionId);
    expect((await findDeeds(ada, project.slug, NOW))?.reversible).toEqual([again.contributionId]);
    expect((await findDeeds(stranger, project.slug, NOW))?.reversible).toEqual([]);
    expect(codeOf(await reverseContribution(stranger, again, NOW))).toBe("contribution.notReverser");
    expect(codeOf(await reverseContribution(owner, again, NOW))).toBe("ok");
    expect((await findDeeds(ada, project.slug, NOW))?.project.contributions).toEqual([]);
  });
});

describe("PJ5: unconfirmed after 21 days it does not count", () => {
  test("not on the 21st day; a moment later the job says so, once, and nobody confirms any more", async () => {
    await declare(ada);
    const id = await newest();
    expect(await lapseContributions(addDays(NOW, 21))).toBe(0);
    expect(await confirm(bo, id, addDays(NOW, 21 + MOMENT))).toBe("contribution.lapsed");
    expect(await lapseContributions(addDays(NOW, 21 + MOMENT))).toBeGreaterThan(0);
    expect(await lapseContributions(addDays(NOW, 21 + MOMENT))).toBe(0);
    expect(await confirm(bo, id)).toBe("contribution.lapsed");
    expect(
      await db.activity.count({ where: { kind: "contribution.lapsed", subjectId: id, memberId: ada.memberId } }),
    ).toBe(1);
  });

  test("what was confirmed in time stays", async () => {
    await declare(ada);
    const id = await newest();
    await confirm(bo, id, addDays(NOW, 21));
    await lapseContributions(addDays(NOW, 60));
    expect((await db.contribution.findUniqueOrThrow({ where: { id }, select: { state: true } })).state).toBe(
      "CONFIRMED",
    );
  });
});
