import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { findAssociation } from "@/lib/association/queries";
import type { Actor } from "@/lib/auth/actor";
import { confirmContribution, declareContribution } from "@/lib/contribution/commands";
import { missOverdueCommitments } from "@/lib/contribution/commitment/commands";
import { declareOutside } from "@/lib/contribution/outside/commands";
import { findRecord } from "@/lib/contribution/record/queries";
import { reverseContribution } from "@/lib/contribution/reversal/commands";
import { addDays } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { findRoleDesk } from "@/lib/membership/role/queries";
import { takeMeasure } from "@/lib/moderation/measure/commands";
import { appealMeasure, reportToModerators } from "@/lib/moderation/report/commands";
import { findOwnWithheld, findReportable, findReportDesk, findWithholding } from "@/lib/moderation/report/queries";
import { inviteToIdea } from "@/lib/project/asking/commands";
import { findCarriedDesk } from "@/lib/project/carried/queries";
import { answerCoHost, askCoHost } from "@/lib/project/cohosting/commands";
import { mayAdoptProject } from "@/lib/project/handover/queries";
import { findJoining } from "@/lib/project/idea/queries";
import { acceptOffer, offerToNeed } from "@/lib/project/offer/commands";
import { findProject } from "@/lib/project/page/queries";
import { expectInvariants, said } from "@/lib/testing/associations";
import { NOW } from "@/lib/testing/decisions";
import { aNeed, anOffer, makeCrowd, makeGroup, makeIdea, makeProject } from "@/lib/testing/projects";
import { findFront } from "./front/queries";
import { findHome } from "./home/queries";
import { findFrame } from "./queries";

/** What a measure hides, and a role it pauses, from wherever somebody might learn of it (rules MO4, A2). */
afterAll(expectInvariants);

const WORDS = "Nella descrizione ci sono nomi e numeri di chi abita lì.";
type Crowd = [Actor, Actor, Actor, Actor, Actor, Actor];
let [rita, sara, wen, ada, bo, cleo]: Crowd = [] as never;
let group: { id: string; slug: string };
let clauseId: string;

/** Rita and Sara look after it, Wen opens the door; Bo leads what is hidden, Ada took a seat in it, Cleo is a member like any. */
beforeEach(async () => {
  [rita, sara, wen, ada, bo, cleo] = (await makeCrowd(6)) as Crowd;
  group = await makeGroup({ steward: rita, active: [sara, wen, ada, bo, cleo] });
  await grant(sara, "STEWARD");
  await grant(wen, "WELCOMER");
  const charter = await db.charter.findFirstOrThrow({ where: { associationId: group.id } });
  const clause = { charterId: charter.id, number: 1, kind: "RULE" as const, text: "Si prenota." };
  clauseId = (await db.clause.create({ data: clause })).id;
});

async function grant({ memberId }: Actor, role: "STEWARD" | "WELCOMER") {
  const { id: membershipId } = await db.membership.findFirstOrThrow({ where: { memberId } });
  const held = { role, state: "HELD" as const, grantedAt: NOW, acceptedAt: NOW };
  return (await db.roleGrant.create({ data: { membershipId, ...held } })).id;
}

type About = "MEMBER" | "PROJECT" | "CONTRIBUTION";
const tell = (about: About, target: string, by = cleo) =>
  reportToModerators(
    by,
    { associationSlug: group.slug, about, target, clauseId, text: WORDS, contentLocale: "it" },
    NOW,
  );

async function measure(about: About, target: string, kind: "HIDE" | "PAUSE", pause = {}, by = rita) {
  const told = await tell(about, target);
  if (!told.ok) throw new Error(told.refusal.code);
  const { reportId } = told.value;
  expect(said(await takeMeasure(by, { reportId, kind, clauseId, reason: WORDS, ...pause }, NOW))).toBe("ok");
  return reportId;
}

/** A project led by Bo with Ada in one of its two seats, and what Ada did for it, confirmed by Bo. */
async function aProject() {
  const needs = [aNeed({ seats: 1 }), aNeed({ row: 1, title: "Chi scrive il bando" })];
  const project = await makeProject(bo, { association: group.slug, needs });
  const offered = await offerToNeed(ada, anOffer(project.needIds[0] ?? ""), NOW);
  if (!offered.ok) throw new Error(offered.refusal.code);
  const { id: offerId } = await db.needOffer.findFirstOrThrow({ where: { memberId: ada.memberId } });
  expect(said(await acceptOffer(bo, { offerId }, NOW))).toBe("ok");
  return { ...project, deed: await aDeed(ada, project.slug) };
}

async function aDeed(by: Actor, slug: string) {
  const deed = { slug, kind: "TIME" as const, title: "Misure del solaio", hours: 90, doneOn: "2026-11-20" };
  expect(said(await declareContribution(by, deed, NOW))).toBe("ok");
  const { id } = await db.contribution.findFirstOrThrow({ where: { memberId: by.memberId }, orderBy: { id: "desc" } });
  expect(said(await confirmContribution(by === bo ? ada : bo, { contributionId: id }, NOW))).toBe("ok");
  return id;
}

async function outside(by: Actor) {
  const deed = { associationSlug: group.slug, kind: "RESOURCE" as const, title: "Ho ospitato tutti", hours: null };
  expect(said(await declareOutside(by, { ...deed, doneOn: "2026-11-20", value: "care" }, NOW))).toBe("ok");
  const { id } = await db.contribution.findFirstOrThrow({ where: { memberId: by.memberId }, orderBy: { id: "desc" } });
  expect(said(await confirmContribution(by === bo ? ada : bo, { contributionId: id }, NOW))).toBe("ok");
  return id;
}

const valueDeeds = async (viewer: Actor | null) =>
  (await findAssociation(viewer, group.slug))?.deeds.reduce((sum, { count }) => sum + count, 0);

describe("a hidden project", () => {
  test("is read by those who answer for MODERATE alone, not by whoever holds another role, is suspended, or is in pause", async () => {
    const { slug } = await aProject();
    await measure("PROJECT", slug, "HIDE");
    const seen = async (actor: Actor) => (await findProject(actor, slug, NOW)) !== null;
    expect(await seen(sara)).toBe(true);
    expect(await seen(wen)).toBe(false);
    expect(await seen({ ...sara, isSuspended: true })).toBe(false);
    expect((await findWithholding(sara, slug, NOW))?.reportId).toBeTruthy();

    const { id: roleGrantId } = await db.roleGrant.findFirstOrThrow({
      where: { membership: { memberId: sara.memberId }, state: "HELD" },
    });
    await measure("MEMBER", sara.handle, "PAUSE", { roleGrantId, days: 5 });
    expect(await seen(sara)).toBe(false);
    expect(await findWithholding(sara, slug, NOW)).toBeNull();
    expect(await findReportDesk(sara, group.slug, NOW)).toBeNull();
    expect((await findRoleDesk(rita, group.slug, NOW))?.grants.find(({ isOwn }) => isOwn)?.mayEnd).toBe(false);
  });

  test("leads nobody to a report, and what was done for it is not reported either", async () => {
    const { slug, deed } = await aProject();
    expect(await findReportable(cleo, slug)).toBe(group.slug);
    await measure("PROJECT", slug, "HIDE");
    expect(await findReportable(cleo, slug)).toBeNull();
    expect(said(await tell("CONTRIBUTION", deed))).toBe("moderation.nothingThere");
  });

  test("takes no more from those who take part; its owner goes on", async () => {
    const { slug } = await aProject();
    await measure("PROJECT", slug, "HIDE");
    const deed = { slug, kind: "TIME" as const, title: "Ancora misure", hours: 30, doneOn: "2026-11-21" };
    expect(said(await declareContribution(ada, deed, NOW))).toBe("common.notFound");
    expect(said(await declareContribution(bo, deed, NOW))).toBe("ok");
  });

  test("is on nobody's page of home but its owner's, and on the front page not at all", async () => {
    const { slug } = await aProject();
    const homes = async (actor: Actor) => (await findHome(actor, NOW)).projects.map((one) => one.slug);
    const front = async () => JSON.stringify(await findFront(NOW));
    expect([await homes(ada), await homes(bo)]).toEqual([[slug], [slug]]);
    expect(await front()).toContain(slug);
    expect(await front()).toContain("Chi scrive il bando");
    await measure("PROJECT", slug, "HIDE");
    expect([await homes(ada), await homes(bo)]).toEqual([[], [slug]]);
    expect(await front()).not.toContain(slug);
    expect(await front()).not.toContain("Chi scrive il bando");
  });

  test("is not counted among the deeds of its association, and its commitments are neither missed nor read", async () => {
    const { slug, id } = await aProject();
    await outside(ada);
    const done = { kind: "TIME" as const, title: "Un solaio misurato", doneOn: addDays(NOW, -3), valueSlug: "care" };
    const by = { memberId: ada.memberId, confirmedById: bo.memberId, declaredAt: NOW, confirmedAt: NOW };
    await db.contribution.create({
      data: { ...done, ...by, projectId: id, associationId: group.id, state: "CONFIRMED" },
    });
    expect(await valueDeeds(cleo)).toBe(2);
    const kept = { memberId: ada.memberId, toId: null, projectId: id, text: "Porto le misure", locale: "it" };
    const closed = { ...kept, state: "KEPT" as const, createdAt: addDays(NOW, -40), closedAt: addDays(NOW, -1) };
    await db.commitment.createMany({ data: Array.from({ length: 5 }, () => closed) });
    expect(await findRecord(cleo, ada.memberId, NOW)).not.toBeNull();
    await measure("PROJECT", slug, "HIDE");
    expect(await findRecord(cleo, ada.memberId, NOW)).toBeNull();
    expect(await valueDeeds(cleo)).toBe(1);
    const overdue = { ...kept, createdAt: addDays(NOW, -40), dueOn: addDays(NOW, -30) };
    const { id: promised } = await db.commitment.create({ data: overdue });
    await missOverdueCommitments(NOW);
    expect((await db.commitment.findUniqueOrThrow({ where: { id: promised } })).state).toBe("OPEN");
  });

  test("that is a dream is joined by nobody, and nobody is asked into it", async () => {
    const { slug } = await makeIdea(bo, { association: group.slug });
    expect((await findJoining(cleo, slug))?.mayJoin).toBe(true);
    await measure("PROJECT", slug, "HIDE");
    expect(await findJoining(cleo, slug)).toBeNull();
    expect((await findJoining(sara, slug))?.mayJoin).toBe(false);
    expect(said(await inviteToIdea(bo, { slug, whom: ada.handle, reason: WORDS }, NOW))).toBe("project.noSuchPerson");
  });

  test("that nobody leads is taken on by nobody", async () => {
    const { slug, id } = await aProject();
    await db.project.update({ where: { id }, data: { ownerId: null } });
    expect(await mayAdoptProject(sara, slug, NOW)).toBe(true);
    await measure("PROJECT", slug, "HIDE");
    for (const actor of [ada, sara]) expect(await mayAdoptProject(actor, slug, NOW)).toBe(false);
  });

  test("is on no desk of those who carry it too, nor of those asked to", async () => {
    const { slug } = await aProject();
    const other = await makeGroup({ steward: wen });
    const asking = { slug, association: other.slug, reason: "Perché sapete di tetti.", brings: "" };
    expect(said(await askCoHost(bo, asking, NOW))).toBe("ok");
    const desk = async () => JSON.stringify(await findCarriedDesk(wen, other.slug, NOW));
    expect(await desk()).toContain("lavatoio");
    const reportId = await measure("PROJECT", slug, "HIDE");
    expect(await desk()).not.toContain("lavatoio");
    expect(said(await appealMeasure(bo, { reportId, words: WORDS }, NOW))).toBe("ok");
    expect(said(await takeMeasure(sara, { reportId, kind: "NONE", clauseId, reason: WORDS }, NOW))).toBe("ok");
    const { id: coHostingId } = await db.coHosting.findFirstOrThrow({ where: { associationId: other.id } });
    expect(said(await answerCoHost(wen, { coHostingId, answer: "CARRYING" }, NOW))).toBe("ok");
    expect(await desk()).toContain("lavatoio");
    await measure("PROJECT", slug, "HIDE");
    expect(await desk()).not.toContain("lavatoio");
  });

  test("waits for nobody's answer while it is hidden", async () => {
    const { slug } = await makeIdea(bo, { association: group.slug });
    expect(said(await inviteToIdea(bo, { slug, whom: ada.handle, reason: WORDS }, NOW))).toBe("ok");
    const asked = async () => JSON.stringify((await findFrame(ada, [], NOW)).waiting);
    expect(await asked()).toContain(slug);
    await measure("PROJECT", slug, "HIDE");
    expect(await asked()).not.toContain(slug);
  });
});

describe("a hidden contribution", () => {
  test("stands on the page of its project for its author alone", async () => {
    const { slug, deed } = await aProject();
    const shown = async (actor: Actor | null) =>
      (await findProject(actor, slug, NOW))?.contributions.map(({ id }) => id);
    expect(await shown(null)).toEqual([deed]);
    await measure("CONTRIBUTION", deed, "HIDE");
    for (const actor of [null, cleo, bo, rita]) expect(await shown(actor)).toEqual([]);
    expect(await shown(ada)).toEqual([deed]);
  });

  test("is not reported again, nor set right by others, and only its author finds by which report it is hidden", async () => {
    const deed = await outside(bo);
    const reason = "Non era lì: era a casa di Ada.";
    const id = await measure("CONTRIBUTION", deed, "HIDE");
    expect(said(await tell("CONTRIBUTION", deed))).toBe("moderation.nothingThere");
    expect(said(await reverseContribution(rita, { contributionId: deed, reason }, NOW))).toBe("common.notFound");
    expect(await findOwnWithheld(bo)).toEqual({ [deed]: id });
    expect(await findOwnWithheld(cleo)).toEqual({});
    expect(said(await reverseContribution(bo, { contributionId: deed, reason }, NOW))).toBe("ok");
  });

  test("is not counted among the deeds of its association", async () => {
    const deed = await outside(bo);
    expect(await valueDeeds(cleo)).toBe(1);
    await measure("CONTRIBUTION", deed, "HIDE");
    for (const viewer of [cleo, bo, null]) expect(await valueDeeds(viewer)).toBe(0);
  });
});
