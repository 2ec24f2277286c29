import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { deadlineAfter } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { expectInvariants, said } from "@/lib/testing/associations";
import { NOW } from "@/lib/testing/decisions";
import { makeCrowd, makeGroup } from "@/lib/testing/projects";
import { appealCase, openCase } from "../exclusion/commands";
import { LAPSE_DAYS } from "../exclusion/rules";
import { takeMeasure } from "../measure/commands";
import { appealMeasure, reportToModerators } from "../report/commands";
import { findReport } from "../report/queries";
import { ruleOnCase } from "../ruling/commands";
import { lapseCases, lapseReports } from "./commands";

afterAll(expectInvariants);

const WORDS = "Per tre volte ha preso il furgone senza dirlo, dopo averlo promesso.";
const a = (actor: Actor | undefined) => actor as Actor;
const justBefore = (instant: Date) => new Date(instant.getTime() - 1);
let [rita, sara, bo]: Actor[] = [];
let group: { id: string; slug: string };
let caseId: string;
let clauseId: string;

/** Rita opened a case on Bo; Sara alone may decide it, and nobody an appeal after her. */
beforeEach(async () => {
  [rita, sara, bo] = await makeCrowd(3);
  group = await makeGroup({ steward: a(rita), active: [a(sara), a(bo)] });
  const { id: membershipId } = await membership(a(sara));
  const at = new Date("2026-01-10T10:00:00Z");
  await db.roleGrant.create({ data: { membershipId, role: "STEWARD", state: "HELD", grantedAt: at, acceptedAt: at } });
  const charter = await db.charter.findFirstOrThrow({ where: { associationId: group.id } });
  const rule = { charterId: charter.id, number: 1, kind: "RULE" as const, text: "Il furgone si prenota." };
  ({ id: clauseId } = await db.clause.create({ data: rule }));
  const input = { associationSlug: group.slug, whom: a(bo).handle, clauseId, facts: WORDS };
  const opened = await openCase(a(rita), { ...input, contentLocale: "it" }, NOW);
  if (!opened.ok) throw new Error(opened.refusal.code);
  caseId = opened.value.caseId;
});

const membership = ({ memberId }: Actor) =>
  db.membership.findUniqueOrThrow({ where: { associationId_memberId: { associationId: group.id, memberId } } });
const found = async () => {
  const { state } = await db.exclusionCase.findUniqueOrThrow({ where: { id: caseId } });
  return [state, (await membership(a(bo))).state];
};
const told = () => db.activity.count({ where: { kind: "moderation.caseLapsed", memberId: a(bo).memberId } });

test("M9: a case that nobody decided in sixty days closes, the person told once", async () => {
  const ends = deadlineAfter(NOW, LAPSE_DAYS);
  await lapseCases(justBefore(ends));
  expect(await found()).toEqual(["NOTICE", "ACTIVE"]);
  await lapseCases(ends);
  await lapseCases(ends);
  expect([...(await found()), await told()]).toEqual(["DISMISSED", "ACTIVE", 1]);
  const ruling = await db.caseRuling.findFirstOrThrow({ where: { caseId } });
  expect(ruling).toMatchObject({ isLapsed: true, isOut: false, deciderId: null, decisionId: null, reason: "" });
});

test("M9: an exclusion falls sixty days after an appeal that nobody may decide", async () => {
  const { answerBy } = await db.exclusionCase.findUniqueOrThrow({ where: { id: caseId } });
  expect(said(await ruleOnCase(a(sara), { caseId, outcome: "OUT", reason: WORDS }, answerBy))).toBe("ok");
  expect(said(await appealCase(a(bo), { caseId, appeal: WORDS }, answerBy))).toBe("ok");
  const ends = deadlineAfter(answerBy, LAPSE_DAYS);
  await lapseCases(justBefore(ends));
  expect(await found()).toEqual(["APPEALED", "EXCLUDED"]);
  await lapseCases(ends);
  expect([...(await found()), await told()]).toEqual(["REVERSED", "ACTIVE", 1]);
});

test("M9: what lapses is never against the person", async () => {
  const lapsed = { caseId, isAppeal: false, isOut: true, isLapsed: true, reason: "", at: deadlineAfter(NOW, 60) };
  await expect(db.caseRuling.create({ data: lapsed })).rejects.toThrow("ruling_reasoned");
});

async function reported(by: Actor, about: Actor) {
  const input = { associationSlug: group.slug, about: "MEMBER" as const, target: about.handle, clauseId, text: WORDS };
  const made = await reportToModerators(by, { ...input, contentLocale: "it" }, NOW);
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value.reportId;
}
const toldOf = (subjectId: string) =>
  db.activity.findMany({
    where: { subjectId, kind: { in: ["moderation.reportLapsed", "moderation.reportUndecided"] } },
    orderBy: { kind: "asc" },
    select: { memberId: true },
  });

test("MO3: a report that parties alone could decide says so, and after sixty days closes, both sides told", async () => {
  const id = await reported(a(sara), a(rita));
  const key = { slug: group.slug, id };
  const ends = deadlineAfter(NOW, LAPSE_DAYS);
  expect(await findReport(a(rita), key, NOW)).toMatchObject({ isOrphan: true, until: ends.toISOString() });
  const open = await reported(a(bo), a(rita));
  expect(await findReport(a(sara), { ...key, id: open }, NOW)).toMatchObject({ isOrphan: false, mayDecide: true });
  await lapseReports(justBefore(ends));
  expect((await db.report.findUniqueOrThrow({ where: { id } })).state).toBe("OPEN");
  await lapseReports(ends);
  await lapseReports(ends);
  expect((await db.report.findUniqueOrThrow({ where: { id } })).state).toBe("LAPSED");
  expect(await toldOf(id)).toEqual([{ memberId: a(rita).memberId }, { memberId: a(sara).memberId }]);
  const measure = await db.measure.findFirstOrThrow({ where: { reportId: id } });
  expect(measure).toMatchObject({ isLapsed: true, kind: "NONE", deciderId: null, reason: "" });
  expect(said(await appealMeasure(a(rita), { reportId: id, words: WORDS }, ends))).toBe("moderation.reportOver");
});

test("MO4: a measure falls sixty days after an appeal that nobody decides, with what it paused", async () => {
  const { id: roleGrantId } = await db.roleGrant.findFirstOrThrow({
    where: { membership: { memberId: a(rita).memberId } },
  });
  const reportId = await reported(a(bo), a(rita));
  const pause = { reportId, kind: "PAUSE" as const, clauseId, reason: WORDS, roleGrantId, days: 90 };
  expect(said(await takeMeasure(a(sara), pause, NOW))).toBe("ok");
  expect(said(await appealMeasure(a(rita), { reportId, words: WORDS }, NOW))).toBe("ok");
  const ends = deadlineAfter(NOW, LAPSE_DAYS);
  const until = async () => (await db.roleGrant.findUniqueOrThrow({ where: { id: roleGrantId } })).pausedUntil;
  await lapseReports(justBefore(ends));
  expect(await until()).not.toBeNull();
  await lapseReports(ends);
  expect(await until()).toBeNull();
  expect((await db.report.findUniqueOrThrow({ where: { id: reportId } })).state).toBe("CLOSED");
});

test("A3: one report that cannot be closed stops no other, and is said in the end", async () => {
  const [bad, good] = [await reported(a(sara), a(bo)), await reported(a(bo), a(sara))];
  await db.$executeRawUnsafe(
    `ALTER TABLE "Report" ADD CONSTRAINT "stuck" CHECK ("id" <> '${bad}' OR "state" = 'OPEN') NOT VALID`,
  );
  const ends = deadlineAfter(NOW, LAPSE_DAYS);
  await expect(lapseReports(ends)).rejects.toThrow(/1 of \d+ failed/);
  await db.$executeRawUnsafe(`ALTER TABLE "Report" DROP CONSTRAINT "stuck"`);
  const stateOf = async (id: string) => (await db.report.findUniqueOrThrow({ where: { id } })).state;
  expect([await stateOf(bad), await stateOf(good)]).toEqual(["OPEN", "LAPSED"]);
});
