import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { confirmContribution } from "@/lib/contribution/commands";
import { declareOutside } from "@/lib/contribution/outside/commands";
import { findContributions } from "@/lib/contribution/outside/queries";
import { addDays } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { sql } from "@/lib/db/sql";
import { readStanding } from "@/lib/membership/facts";
import { leaveAssociation } from "@/lib/membership/leaving/commands";
import { pauseMembership } from "@/lib/membership/pausing/commands";
import { endCustodies } from "@/lib/membership/reminder/commands";
import { endRole, takeUpCustody } from "@/lib/membership/role/commands";
import { listMyProjects, listProjects, listProjectsOf } from "@/lib/project/listing/queries";
import { offerToNeed } from "@/lib/project/offer/commands";
import { findProject } from "@/lib/project/page/queries";
import { expectInvariants, said, tally } from "@/lib/testing/associations";
import { meeting } from "@/lib/testing/contention";
import { NOW } from "@/lib/testing/decisions";
import { guardOf } from "@/lib/testing/guards";
import { anOffer, makeCrowd, makeGroup, makeProject } from "@/lib/testing/projects";
import { findLog } from "../log/queries";
import { takeMeasure } from "../measure/commands";
import { appealMeasure, reportToModerators } from "../report/commands";
import { findReport, findReporting, findWithholding } from "../report/queries";

afterAll(expectInvariants);

const WORDS = "Per tre volte ha preso il furgone senza dirlo, dopo averlo promesso.";
const FILTERS = {
  q: "",
  competence: null,
  association: null,
  states: [],
  kinds: [],
  sort: "newest",
  after: null,
} as unknown as Parameters<typeof listProjects>[1];
type Crowd = [Actor, Actor, Actor, Actor, Actor];
let [rita, sara, ada, bo, outsider]: Crowd = [] as never;
let group: { id: string; slug: string };
let clauseId: string;

/** Rita and Sara look after it; Ada tells, most often of Bo. */
beforeEach(async () => {
  [rita, sara, ada, bo, outsider] = (await makeCrowd(5)) as Crowd;
  group = await makeGroup({ steward: rita, active: [sara, ada, bo] });
  await grant(sara, "STEWARD");
  const charter = await db.charter.findFirstOrThrow({ where: { associationId: group.id } });
  const clause = { charterId: charter.id, number: 1, kind: "RULE" as const, text: "Si prenota." };
  clauseId = (await db.clause.create({ data: clause })).id;
});

async function grant({ memberId }: Actor, role: "STEWARD" | "WELCOMER") {
  const { id: membershipId } = await db.membership.findFirstOrThrow({ where: { memberId } });
  const held = { role, state: "HELD" as const, grantedAt: NOW, acceptedAt: NOW };
  return (await db.roleGrant.create({ data: { membershipId, ...held } })).id;
}
const grantOf = async ({ memberId }: Actor) =>
  (await db.roleGrant.findFirstOrThrow({ where: { membership: { memberId }, state: "HELD" } })).id;
const holds = async ({ memberId }: Actor, now: Date) =>
  (await db.$transaction((tx) => readStanding(tx, { memberId, associationId: group.id, now })))?.responsibilities ?? [];

type About = "MEMBER" | "PROJECT" | "CONTRIBUTION";
async function report(about: About, target: string, by = ada) {
  const input = { associationSlug: group.slug, about, target, clauseId, text: WORDS, contentLocale: "it" as const };
  const made = await reportToModerators(by, input, NOW);
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value.reportId;
}
type Kind = "NONE" | "NOTE" | "WARNING" | "HIDE" | "PAUSE";
const take = async (by: Actor, reportId: string, kind: Kind, pause = {}, now = NOW) =>
  said(await takeMeasure(by, { reportId, kind, clauseId, reason: WORDS, ...pause }, now));
const appeal = async (by: Actor, reportId: string) =>
  said(await appealMeasure(by, { reportId, words: "Non è andata così." }, NOW));

async function aDeed(by: Actor) {
  const deed = { associationSlug: group.slug, kind: "RESOURCE" as const, title: "Ho ospitato l’incontro", hours: null };
  expect(said(await declareOutside(by, { ...deed, doneOn: "2026-11-20", value: "care" }, NOW))).toBe("ok");
  return (await db.contribution.findFirstOrThrow({ where: { memberId: by.memberId }, orderBy: { id: "desc" } })).id;
}

test("MO4, A2: a project hidden by a measure is there for its owner and those who moderate, until an appeal returns it", async () => {
  const { slug, needIds } = await makeProject(bo, { association: group.slug });
  const id = await report("PROJECT", slug);
  expect(await take(rita, id, "HIDE")).toBe("ok");
  const seenBy = async (actor: Actor | null) => (await findProject(actor, slug, NOW)) !== null;
  for (const actor of [bo, rita, sara]) expect(await seenBy(actor)).toBe(true);
  for (const actor of [null, ada, outsider]) {
    expect(await seenBy(actor)).toBe(false);
    expect((await listProjects(actor, FILTERS)).items.map((one) => one.slug)).not.toContain(slug);
    expect(await listProjectsOf(group.slug, actor)).toEqual([]);
  }
  expect((await listMyProjects(bo)).map((one) => one.slug)).toContain(slug);
  for (const actor of [ada, rita])
    expect(said(await offerToNeed(actor, anOffer(needIds[0] ?? ""), NOW))).toBe("common.notFound");
  const again = { associationSlug: group.slug, about: "PROJECT" as const, target: slug, clauseId, text: WORDS };
  expect(said(await reportToModerators(sara, { ...again, contentLocale: "it" }, NOW))).toBe("moderation.nothingThere");
  const told = async () => (await findReporting(ada, { slug: group.slug }, NOW))?.own[0]?.name;
  expect(await told()).toBe("");
  expect((await findWithholding(bo, slug))?.reportId).toBe(id);
  expect(await findWithholding(ada, slug)).toBeNull();

  expect(await appeal(bo, id)).toBe("ok");
  expect(await seenBy(ada)).toBe(false);
  expect(await take(sara, id, "WARNING")).toBe("ok");
  for (const actor of [null, ada, outsider]) expect(await seenBy(actor)).toBe(true);
  expect(await told()).not.toBe("");
  const log = await findLog(ada, group.slug, NOW);
  expect(log?.lines.map(({ what, isAppeal }) => `${what} ${isAppeal}`).sort()).toEqual(["HIDE false", "WARNING true"]);
});

test("MO4: what two reports hide stays hidden until neither does", async () => {
  const { slug } = await makeProject(bo, { association: group.slug });
  const [one, two] = [await report("PROJECT", slug), await report("PROJECT", slug)];
  for (const id of [one, two]) expect(await take(rita, id, "HIDE")).toBe("ok");
  const isHidden = async () => (await db.project.findUniqueOrThrow({ where: { slug } })).isWithheld;
  for (const [id, hidden] of [
    [one, true],
    [two, false],
  ] as const) {
    expect(await appeal(bo, id)).toBe("ok");
    expect(await take(sara, id, "NONE")).toBe("ok");
    expect(await isHidden()).toBe(hidden);
  }
});

test("MO1, MO4, A2: a confirmed contribution is reported and hidden, stays its author’s, and returns on appeal", async () => {
  const contributionId = await aDeed(bo);
  const input = { associationSlug: group.slug, about: "CONTRIBUTION" as const, target: contributionId, clauseId };
  const tell = async (by: Actor) =>
    said(await reportToModerators(by, { ...input, text: WORDS, contentLocale: "it" }, NOW));
  expect(await tell(ada)).toBe("moderation.nothingThere");
  expect(said(await confirmContribution(sara, { contributionId }, NOW))).toBe("ok");
  expect(await tell(bo)).toBe("moderation.ownCase");
  expect(await tell(outsider)).toBe("common.notFound");
  expect((await findReporting(ada, { slug: group.slug, contribution: contributionId }, NOW))?.contribution?.id).toBe(
    contributionId,
  );
  const id = await report("CONTRIBUTION", contributionId);
  expect(await take(rita, id, "HIDE")).toBe("ok");
  const shown = async (actor: Actor) => (await findContributions(actor, group.slug, NOW))?.confirmed.length;
  expect([await shown(bo), await shown(ada), await shown(sara)]).toEqual([1, 0, 0]);
  expect((await findContributions(bo, group.slug, NOW))?.own[0]).toMatchObject({ isWithheld: true });
  expect((await findReport(bo, { slug: group.slug, id }, NOW))?.name).toBe("Ho ospitato l’incontro");
  expect(await appeal(bo, id)).toBe("ok");
  expect(await take(rita, id, "NONE")).toBe("moderation.party");
  expect(await take(sara, id, "NONE")).toBe("ok");
  expect(await shown(ada)).toBe(1);
  const touched = db.contribution.update({ where: { id: contributionId }, data: { title: "Altro" } });
  expect(await guardOf(touched)).toBe("PJ6");
});

test("MO4, R1: a role in pause counts for nothing to the last of its days, and comes back by itself", async () => {
  const roleGrantId = await grant(bo, "WELCOMER");
  const id = await report("MEMBER", bo.handle);
  expect(await take(rita, id, "HIDE")).toBe("moderation.notThisMeasure");
  expect(await take(rita, id, "PAUSE")).toBe("moderation.whichRole");
  expect(await take(rita, id, "PAUSE", { roleGrantId })).toBe("moderation.howLong");
  expect(await take(rita, id, "PAUSE", { roleGrantId: await grantOf(sara), days: 3 })).toBe("moderation.whichRole");
  expect(await take(rita, id, "PAUSE", { roleGrantId, days: 3 })).toBe("ok");
  const { pausedUntil: until } = await db.roleGrant.findUniqueOrThrow({ where: { id: roleGrantId } });
  if (!until) throw new Error("not paused");
  expect(until.getTime()).toBeGreaterThanOrEqual(addDays(NOW, 3).getTime());
  expect(await holds(bo, NOW)).toEqual([]);
  expect(await holds(bo, new Date(until.getTime() - 1))).toEqual([]);
  expect(await holds(bo, until)).toEqual(["ADMIT", "INVITE"]);
  const line = (await findLog(ada, group.slug, NOW))?.lines[0];
  expect(line).toMatchObject({ what: "PAUSE", days: 3 });
  expect(JSON.stringify(line)).not.toContain(bo.name);
});

test("MO4: an appeal keeps a pause as it was, or undoes it", async () => {
  const roleGrantId = await grant(bo, "WELCOMER");
  const until = async () => (await db.roleGrant.findUniqueOrThrow({ where: { id: roleGrantId } })).pausedUntil;
  const [one, two] = [await report("MEMBER", bo.handle), await report("MEMBER", bo.handle)];
  for (const [id, days] of [
    [one, 3],
    [two, 30],
  ] as const)
    expect(await take(rita, id, "PAUSE", { roleGrantId, days })).toBe("ok");
  const longest = await until();
  for (const id of [one, two]) expect(await appeal(bo, id)).toBe("ok");
  expect(await take(sara, one, "PAUSE")).toBe("ok");
  expect(await until()).toEqual(longest);
  expect(await take(sara, two, "NONE")).toBe("ok");
  expect((await until())?.getTime()).toBeLessThan(longest?.getTime() ?? 0);
});

test("R3, M7: the last who looks after the association is not paused, and whoever is paused does not count as another", async () => {
  const id = await report("MEMBER", sara.handle);
  const roleGrantId = await grantOf(sara);
  expect(await take(rita, id, "PAUSE", { roleGrantId, days: 5 })).toBe("ok");
  expect(said(await endRole(rita, { roleGrantId: await grantOf(rita) }, NOW))).toBe("membership.lastSteward");
  const pause = await pauseMembership(rita, { associationSlug: group.slug }, NOW);
  expect(pause.ok).toBe(false);
  const other = await report("MEMBER", rita.handle);
  const [ritas, last] = [await grantOf(rita), { isAppeal: false, kind: "PAUSE" as const, clauseId, reason: WORDS }];
  expect(await take(sara, other, "PAUSE", { roleGrantId: ritas, days: 5 })).toBe("common.notFound");
  const forged = { ...last, reportId: other, roleGrantId: ritas, until: addDays(NOW, 5), at: NOW };
  expect(await guardOf(db.measure.create({ data: forged }))).toBe("R3");

  expect(said(await leaveAssociation(rita, { associationSlug: group.slug }, NOW))).toBe("ok");
  const state = async () => (await db.association.findUniqueOrThrow({ where: { id: group.id } })).state;
  expect(await state()).toBe("CUSTODY");
  expect(said(await takeUpCustody(sara, { associationSlug: group.slug }, NOW))).toBe("membership.notInCustody");
  expect(await endCustodies(NOW)).toBe(0);
  expect(await endCustodies(addDays(NOW, 7))).toBe(1);
  expect(await state()).toBe("OPEN");
});

test("A4, R3: two stewards pausing each other’s role at the same instant, one stays", async () => {
  const [ofRita, ofSara] = [await report("MEMBER", rita.handle), await report("MEMBER", sara.handle)];
  const [ritas, saras] = [await grantOf(rita), await grantOf(sara)];
  const held = sql`SELECT 1 FROM "Association" WHERE "id" = ${group.id}::uuid FOR UPDATE`;
  const measure = { kind: "PAUSE" as const, clauseId, reason: WORDS, days: 5 };
  const acts = [
    () => takeMeasure(rita, { ...measure, reportId: ofSara, roleGrantId: saras }, NOW),
    () => takeMeasure(sara, { ...measure, reportId: ofRita, roleGrantId: ritas }, NOW),
  ];
  expect(tally(await meeting(held, acts))).toEqual({ ok: 1, "common.notFound": 1 });
  expect((await holds(rita, NOW)).length + (await holds(sara, NOW)).length).toBe(6);
});

test("A4: one hides and another finds nothing to do at the same instant, one decides and what follows is theirs", async () => {
  const { slug } = await makeProject(bo, { association: group.slug });
  const reportId = await report("PROJECT", slug);
  const held = sql`SELECT 1 FROM "Association" WHERE "id" = ${group.id}::uuid FOR UPDATE`;
  const measure = { clauseId, reason: WORDS, reportId };
  const acts = [
    () => takeMeasure(rita, { ...measure, kind: "HIDE" }, NOW),
    () => takeMeasure(sara, { ...measure, kind: "NONE" }, NOW),
  ];
  expect(tally(await meeting(held, acts))).toEqual({ ok: 1, "moderation.reportOver": 1 });
  const { kind } = await db.measure.findFirstOrThrow({ where: { reportId } });
  expect((await db.project.findUniqueOrThrow({ where: { slug } })).isWithheld).toBe(kind === "HIDE");
});
