import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { addDays } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { sql } from "@/lib/db/sql";
import { expectInvariants, said, tally } from "@/lib/testing/associations";
import { meeting } from "@/lib/testing/contention";
import { NOW } from "@/lib/testing/decisions";
import { guardOf } from "@/lib/testing/guards";
import { makeCrowd, makeGroup, makeProject } from "@/lib/testing/projects";
import { findLog } from "../log/queries";
import { answerReport, appealMeasure, reportToModerators } from "../report/commands";
import { findReport, findReportable, findReportDesk, findReporting } from "../report/queries";
import { takeMeasure } from "./commands";

afterAll(expectInvariants);

const WORDS = "Per tre volte ha preso il furgone senza dirlo, dopo averlo promesso.";
const a = (actor: Actor | undefined) => actor as Actor;
let [rita, sara, ada, bo, outsider]: Actor[] = [];
let group: { id: string; slug: string };
let clauseId: string;

/** Rita and Sara look after it; Ada tells of Bo. */
beforeEach(async () => {
  [rita, sara, ada, bo, outsider] = await makeCrowd(5);
  group = await makeGroup({ steward: a(rita), active: [a(sara), a(ada), a(bo)] });
  const membership = await db.membership.findFirstOrThrow({ where: { memberId: a(sara).memberId } });
  await db.roleGrant.create({
    data: { membershipId: membership.id, role: "STEWARD", state: "HELD", grantedAt: NOW, acceptedAt: NOW },
  });
  const charter = await db.charter.findFirstOrThrow({ where: { associationId: group.id } });
  const clause = await db.clause.create({
    data: { charterId: charter.id, number: 1, kind: "RULE", text: "Si prenota." },
  });
  clauseId = clause.id;
});

const input = (target: string, about: "MEMBER" | "PROJECT" | "TEXT" = "MEMBER") => ({
  ...{ associationSlug: group.slug, about, target, clauseId, text: WORDS, contentLocale: "it" as const },
});
const report = async (actor: Actor | undefined, target: Actor | undefined) => {
  const made = await reportToModerators(a(actor), input(a(target).handle), NOW);
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value.reportId;
};
const measure = (reportId: string, kind: "NONE" | "NOTE" | "WARNING" = "WARNING") => ({
  ...{ reportId, kind, clauseId, reason: WORDS },
});

test("MO1, A2: whoever belongs tells, by a clause, of somebody else who is there", async () => {
  expect(said(await reportToModerators(a(outsider), input(a(bo).handle), NOW))).toBe("common.notFound");
  expect(said(await reportToModerators(a(ada), input(a(outsider).handle), NOW))).toBe("moderation.nothingThere");
  expect(said(await reportToModerators(a(ada), input(a(ada).handle), NOW))).toBe("moderation.ownCase");
  const foreign = { ...input(a(bo).handle), clauseId: "00000000-0000-4000-8000-000000000001" };
  expect(said(await reportToModerators(a(ada), foreign, NOW))).toBe("moderation.noSuchClause");
  expect(said(await reportToModerators(a(ada), input("", "TEXT"), NOW))).toBe("ok");
});

test("MO1: what the association says of itself, and a project without an owner, are told as well and reach the desk", async () => {
  expect(said(await reportToModerators(a(ada), input("", "TEXT"), NOW))).toBe("ok");
  expect((await findReportDesk(a(rita), group.slug, NOW))?.waiting.map(({ about }) => about)).toEqual(["TEXT"]);
  const { slug } = await makeProject(a(bo), { association: group.slug });
  await db.project.update({ where: { slug }, data: { ownerId: null } });
  expect(await findReportable(a(ada), slug)).toBe(group.slug);
});

test("MO1: what is over does not hide what waits, however much of it there is", async () => {
  const over = { associationId: group.id, about: "TEXT" as const, clauseId, text: WORDS, state: "DECIDED" as const };
  const rows = Array.from({ length: 100 }, () => ({ ...over, openedAt: addDays(NOW, -1) }));
  const made = await db.report.createManyAndReturn({ data: rows, select: { id: true } });
  const nothing = { isAppeal: false, kind: "NONE" as const, clauseId, reason: WORDS, at: NOW };
  await db.measure.createMany({ data: made.map(({ id: reportId }) => ({ ...nothing, reportId })) });
  const id = await report(ada, bo);
  expect((await findReportDesk(a(rita), group.slug, NOW))?.waiting.map((line) => line.id)).toEqual([id]);
});

test("MO1: a clause of an older charter is not cited any more", async () => {
  const version = { associationId: group.id, version: 2, hash: "f".repeat(64), publishedAt: NOW };
  await db.charter.create({ data: version });
  expect(said(await reportToModerators(a(ada), input(a(bo).handle), NOW))).toBe("moderation.noSuchClause");
});

test("MO2: the author reads what was said and answers; nothing they can read says who told", async () => {
  const id = await report(ada, bo);
  const read = (actor: Actor | undefined) => findReport(a(actor), { slug: group.slug, id }, NOW);
  const seen = await read(bo);
  expect(seen).toMatchObject({ text: WORDS, reporter: null, mayAnswer: true, mayDecide: false });
  expect(JSON.stringify(seen)).not.toContain(a(ada).memberId);
  expect(await read(rita)).toMatchObject({ reporter: a(ada).name, mayDecide: true });
  for (const actor of [ada, outsider]) expect(await read(actor)).toBeNull();
  const told = await db.activity.findFirstOrThrow({ where: { subjectId: id, memberId: a(bo).memberId } });
  expect(told.actorId).toBeNull();
  expect(said(await answerReport(a(ada), { reportId: id, words: "x" }))).toBe("common.notFound");
  expect(said(await answerReport(a(bo), { reportId: id, words: "Era un’urgenza." }))).toBe("ok");
  expect((await findReporting(a(ada), { slug: group.slug }, NOW))?.own).toHaveLength(1);
});

test("MO3: nobody decides on what they told, nor on what is theirs, and does not even find it on the desk", async () => {
  const own = await report(ada, rita);
  const told = await report(rita, bo);
  expect(said(await takeMeasure(a(rita), measure(own), NOW))).toBe("common.notFound");
  expect((await findReportDesk(a(rita), group.slug, NOW))?.waiting.map(({ id }) => id)).toEqual([told]);
  expect(said(await takeMeasure(a(rita), measure(told), NOW))).toBe("moderation.party");
  expect(said(await takeMeasure(a(ada), measure(told), NOW))).toBe("common.notFound");
  expect(said(await takeMeasure(a(sara), measure(told), NOW))).toBe("ok");
  const forged = { reportId: own, isAppeal: false, kind: "NOTE" as const, clauseId, reason: WORDS, at: NOW };
  expect(await guardOf(db.measure.create({ data: { ...forged, deciderId: a(rita).memberId } }))).toBe("MO3");
  expect(await guardOf(db.measure.deleteMany({ where: { reportId: told } }))).toBe("A6");
});

test("MO4: the author appeals within thirty days, and another person decides; the log says all of it without a name", async () => {
  const id = await report(ada, bo);
  expect(said(await takeMeasure(a(rita), measure(id), NOW))).toBe("ok");
  const { appealBy } = await db.report.findUniqueOrThrow({ where: { id } });
  expect(appealBy?.getTime()).toBeGreaterThanOrEqual(addDays(NOW, 30).getTime());
  const appeal = (now: Date) => appealMeasure(a(bo), { reportId: id, words: WORDS }, now);
  expect(said(await appeal(appealBy as Date))).toBe("moderation.appealOver");
  expect(said(await appeal(new Date((appealBy as Date).getTime() - 1)))).toBe("ok");
  expect(said(await takeMeasure(a(rita), measure(id, "NONE"), NOW))).toBe("moderation.party");
  expect(said(await takeMeasure(a(sara), measure(id, "NONE"), NOW))).toBe("ok");
  expect(said(await takeMeasure(a(sara), measure(id), NOW))).toBe("moderation.reportOver");

  const log = await findLog(a(ada), group.slug, NOW);
  expect(log?.lines.map(({ what, isAppeal }) => `${what} ${isAppeal}`).sort()).toEqual(["NONE true", "WARNING false"]);
  for (const actor of [ada, bo, rita]) expect(JSON.stringify(log?.lines)).not.toContain(a(actor).memberId);
  expect(await findLog(a(outsider), group.slug, NOW)).toBeNull();
});

test("A4: two who moderate deciding at the same instant, one decides", async () => {
  const id = await report(ada, bo);
  const held = sql`SELECT 1 FROM "Association" WHERE "id" = ${group.id}::uuid FOR UPDATE`;
  const acts = [rita, sara, rita, sara].map((actor) => () => takeMeasure(a(actor), measure(id), NOW));
  expect(tally(await meeting(held, acts))).toEqual({ ok: 1, "moderation.reportOver": 3 });
  expect(await db.measure.count({ where: { reportId: id } })).toBe(1);
});
