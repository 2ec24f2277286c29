import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor, Viewer } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { tellOf } from "@/lib/notification/delivery";
import { expectInvariants, said } from "@/lib/testing/associations";
import { makeMember } from "@/lib/testing/members";
import { aProposal, makeCrowd, makeGroup } from "@/lib/testing/projects";
import { conclude, makeRunning } from "@/lib/testing/results";
import { findProject } from "../page/queries";
import { proposeProject } from "../proposal/commands";
import { findEnded } from "../proposal/queries";
import { findResult } from "../result/queries";
import { signResult } from "../signature/commands";
import { openThanks, takeBackThanks, thank } from "./commands";

const NOW = new Date("2026-11-21T10:00:00Z");
const NAME = "Zenobia Quarantotti";
const WORDS = "Per i sabati al banco, due alla volta.";

let owner: Actor;
let fellow: Actor;
let stranger: Actor;
let zenobia: Actor;
let slug = "";
let home = "";

beforeAll(async () => {
  [owner, fellow, stranger] = (await makeCrowd(3)) as [Actor, Actor, Actor];
  zenobia = await makeMember({
    ...{ name: NAME, headline: "Fabbro", about: "Saldo.", valueBrought: "Ferro.", audience: "Chi costruisce." },
    competences: { accounting: 3 },
  });
  home = (await makeGroup({ steward: owner, active: [zenobia, fellow] })).slug;
  slug = (await makeRunning({ owner, seated: [zenobia, fellow], association: home }, NOW)).slug;
});
afterAll(expectInvariants);

const to = (memberId: string | null, by = owner) => thank(by, { slug, memberId, text: WORDS }, NOW);
const shown = async (viewer: Viewer) => (await findResult(viewer, slug, NOW))?.thanks.shown ?? [];
const idOf = async (memberId: string) =>
  (await db.resultThanks.findFirstOrThrow({ where: { toId: memberId }, select: { id: true } })).id;

describe("P16, G6: thanks under a result", () => {
  test("wait for the conclusion, and are between those who had a part in it, once", async () => {
    expect(said(await to(zenobia.memberId))).toBe("project.thanksTooSoon");
    await conclude(slug, { owner }, NOW);
    expect(said(await to(zenobia.memberId, stranger))).toBe("project.hadNoPart");
    expect(said(await to(stranger.memberId))).toBe("project.thanksToNobody");
    expect(said(await to(owner.memberId))).toBe("project.thanksToOneself");
    const answers = await Promise.all([1, 2, 3].map(() => to(zenobia.memberId)));
    expect(answers.map(said).sort()).toEqual(["ok", "project.thankedAlready", "project.thankedAlready"]);
    expect(said(await to(null, fellow))).toBe("ok");
    expect(said(await to(null, fellow))).toBe("project.thankedAlready");
  });

  test("one to everybody is read by everybody; one to a person by them alone, until they open it", async () => {
    for (const viewer of [null, stranger, owner, fellow] as Viewer[])
      expect((await shown(viewer)).map(({ isToAll }) => isToAll)).toEqual([true]);
    const mine = (await findResult(zenobia, slug, NOW))?.thanks.toMe ?? [];
    expect(mine).toMatchObject([{ text: WORDS, isShown: false, from: { name: "Persona 1" } }]);
    const thanksId = await idOf(zenobia.memberId);
    for (const by of [owner, fellow, stranger])
      expect(said(await openThanks(by, { slug, thanksId, answer: "SHOW" }, NOW))).toBe("common.notFound");
    expect(said(await openThanks(zenobia, { slug, thanksId, answer: "SHOW" }, NOW))).toBe("ok");
    expect(await shown(null)).toHaveLength(2);
    expect(said(await openThanks(zenobia, { slug, thanksId, answer: "KEEP" }, NOW))).toBe("ok");
    expect(await shown(stranger)).toHaveLength(1);
  });

  test("PV1: whoever does not sign is not named by them either", async () => {
    const thanksId = await idOf(zenobia.memberId);
    await openThanks(zenobia, { slug, thanksId, answer: "SHOW" }, NOW);
    await signResult(zenobia, { slug, look: "UNSIGNED", competence: null }, NOW);
    for (const viewer of [null, stranger] as Viewer[])
      expect(JSON.stringify(await findResult(viewer, slug, NOW))).not.toContain(NAME);
    expect((await shown(stranger)).find(({ isToAll }) => !isToAll)).toMatchObject({ text: WORDS, to: null });
  });

  test("the table keeps the words, and refuses one others may read without being opened", async () => {
    const id = await idOf(zenobia.memberId);
    await expect(db.resultThanks.update({ where: { id }, data: { text: "Altro, e più lungo." } })).rejects.toThrow();
    const { id: projectId } = await db.project.findUniqueOrThrow({ where: { slug }, select: { id: true } });
    const row = { projectId, fromId: owner.memberId, toId: null, text: WORDS, isShown: false, at: NOW };
    await expect(db.resultThanks.create({ data: row })).rejects.toThrow();
    await expect(db.resultThanks.create({ data: { ...row, toId: stranger.memberId } })).rejects.toThrow();
  });
});

describe("what one said in thanks", () => {
  const back = (by: Actor, thanksId: string) => takeBackThanks(by, { slug, thanksId }, NOW);
  const mine = async (viewer: Actor) => (await findResult(viewer, slug, NOW))?.thanks.mine ?? [];

  test("is listed for its author alone, with to whom, and whether others read it", async () => {
    expect(await mine(owner)).toMatchObject([{ text: WORDS, isToAll: false, isShown: true, to: { name: NAME } }]);
    expect(await mine(fellow)).toMatchObject([{ text: WORDS, isToAll: true, to: null }]);
    expect([await mine(zenobia), await mine(stranger)]).toEqual([[], []]);
  });

  test("is taken back by its author alone, opened or not, and read by nobody any more; then it may be said again", async () => {
    const thanksId = await idOf(zenobia.memberId);
    for (const by of [zenobia, fellow, stranger]) expect(said(await back(by, thanksId))).toBe("common.notFound");
    expect((await Promise.all([1, 2, 3].map(() => back(owner, thanksId)))).map(said).sort()).toEqual([
      "common.notFound",
      "common.notFound",
      "ok",
    ]);
    expect((await findResult(zenobia, slug, NOW))?.thanks.toMe).toEqual([]);
    expect((await shown(null)).map(({ isToAll }) => isToAll)).toEqual([true]);
    const [record] = await db.activity.findMany({ where: { subjectId: thanksId, kind: "project.thanksTakenBack" } });
    expect(JSON.stringify(record)).not.toContain(WORDS);
    expect((await findResult(owner, slug, NOW))?.thanks.thankable.map(({ name }) => name)).toContain(NAME);
    expect(said(await to(zenobia.memberId))).toBe("ok");
    expect((await findResult(zenobia, slug, NOW))?.thanks.toMe).toMatchObject([{ isShown: false }]);
  });

  test("before whoever is thanked was told, is not told any more", async () => {
    const { id } = await db.activity.findFirstOrThrow({
      where: { kind: "project.thanked", memberId: zenobia.memberId },
      orderBy: { id: "desc" },
      select: { id: true },
    });
    expect(said(await back(owner, await idOf(zenobia.memberId)))).toBe("ok");
    await tellOf(id, NOW);
    expect(await db.notification.count({ where: { activityId: id } })).toBe(0);
  });

  test("NT3: said again after it was taken back, read or not, is told once in all; another's thanks are told too", async () => {
    const notices = { memberId: zenobia.memberId, kind: "thanked" };
    const tellLast = async (by: Actor) => {
      expect(said(await to(zenobia.memberId, by))).toBe("ok");
      const { id } = await db.activity.findFirstOrThrow({
        where: { kind: "project.thanked", memberId: zenobia.memberId, actorId: by.memberId },
        orderBy: { id: "desc" },
        select: { id: true },
      });
      await tellOf(id, NOW);
      return db.notification.count({ where: notices });
    };
    expect(await tellLast(owner)).toBe(1);
    await db.notification.updateMany({ where: notices, data: { readAt: NOW } });
    expect(said(await back(owner, await idOf(zenobia.memberId)))).toBe("ok");
    expect(await tellLast(owner)).toBe(1);
    expect(await tellLast(fellow)).toBe(2);
  });
});

describe("PJ2: taking up again what has ended", () => {
  const again = (by: Actor, continues: string, change = {}) =>
    proposeProject(
      by,
      { ...aProposal({ title: "Il lavatoio, un anno dopo", association: home, ...change }), continues },
      NOW,
    );

  test("by whoever had a part in it, as a new project; both say so to those who may see the other", async () => {
    expect(said(await again(stranger, slug, { association: null }))).toBe("project.continuesNothing");
    expect(said(await again(zenobia, "nessuno"))).toBe("project.continuesNothing");
    const running = await makeRunning({ owner, seated: [zenobia], association: home }, NOW);
    expect(said(await again(zenobia, running.slug))).toBe("project.continuesAlive");
    expect(await findEnded(stranger, slug)).toBeNull();
    expect((await findEnded(zenobia, slug))?.slug).toBe(slug);
    const answer = await again(zenobia, slug, { isMembersOnly: true });
    if (!answer.ok) throw new Error(answer.refusal.code);
    const next = answer.value.slug;
    expect(await findProject(fellow, next, NOW)).toMatchObject({ state: "PROPOSED", continues: { slug } });
    expect((await findProject(fellow, slug, NOW))?.continuedBy.map((one) => one.slug)).toEqual([next]);
    for (const viewer of [null, stranger] as Viewer[])
      expect((await findProject(viewer, slug, NOW))?.continuedBy).toEqual([]);
  });

  test("the table refuses what has not ended, and another line afterwards", async () => {
    const rows = await db.project.findMany({
      where: { continuesId: { not: null } },
      select: { id: true, continuesId: true },
    });
    const running = await db.project.findFirstOrThrow({ where: { state: "ACTIVE" }, select: { id: true } });
    await expect(
      db.project.update({ where: { id: rows[0]?.id ?? "" }, data: { continuesId: running.id } }),
    ).rejects.toThrow();
  });
});
