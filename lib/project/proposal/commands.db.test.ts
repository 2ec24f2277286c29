import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Actor, submitting } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { makeMember } from "@/lib/testing/members";
import { aNeed, aProposal, brokenInvariants, makeCrowd, makeGroup } from "@/lib/testing/projects";
import { proposeProject } from "./commands";

const NOW = new Date("2026-11-21T10:00:00Z");
const PROFILE = { headline: "Geometra", about: "Misuro.", valueBrought: "Occhio.", audience: "Chi costruisce." };
const codeOf = (answer: { ok: boolean; refusal?: { code: string } }) => (answer.ok ? "ok" : answer.refusal?.code);

const people: Record<string, Actor> = {};
let group: { slug: string };
let other: { slug: string };

beforeAll(async () => {
  for (const name of ["steward", "active", "paused", "listening", "left", "outsider"])
    people[name] = await makeMember({ name, ...PROFILE, competences: { accounting: 3 } });
  people.blank = await makeMember({ name: "blank", ...PROFILE, audience: "", competences: { accounting: 3 } });
  const { steward, active, paused, listening, left, outsider } = people as Record<string, Actor>;
  group = await makeGroup({ steward, active: [active, left], paused: [paused], listening: [listening] } as never);
  other = await makeGroup({ steward: outsider } as never);
  const gone = { associationId: (group as never as { id: string }).id, memberId: left?.memberId ?? "" };
  const at = new Date("2026-05-01T10:00:00Z");
  const membership = await db.membership.update({
    where: { associationId_memberId: gone },
    data: { state: "LEFT", stateSince: at },
    select: { id: true },
  });
  await db.membershipEvent.create({ data: { membershipId: membership.id, from: "ACTIVE", to: "LEFT", at } });
});

afterAll(async () => expect(await brokenInvariants()).toEqual([]));

const propose = (who: string, change = {}) => proposeProject(people[who] as Actor, aProposal(change), NOW);

test.each([
  ["active", "ok"],
  ["steward", "ok"],
  ["paused", "project.notActiveThere"],
  ["left", "project.notActiveThere"],
  ["outsider", "project.notActiveThere"],
  ["listening", "project.listeningThere"],
])("PJ1: in an association, %s: %s", async (who, code) => {
  const before = await db.project.count();
  expect(codeOf(await propose(who, { association: group.slug }))).toBe(code);
  expect(await db.project.count()).toBe(before + (code === "ok" ? 1 : 0));
});

test.each([
  ["outsider", "ok"],
  ["blank", "project.profileIncomplete"],
])("PJ1: on one's own, %s: %s", async (who, code) => {
  expect(codeOf(await propose(who))).toBe(code);
});

test("A2: an association that does not exist says the same to everybody", async () => {
  expect(codeOf(await propose("active", { association: "nessuna" }))).toBe("project.noSuchAssociation");
});

test("PJ1: being active in one association opens no other", async () => {
  expect(codeOf(await propose("active", { association: other.slug }))).toBe("project.notActiveThere");
});

test("A1: without a proven address, or suspended, nobody proposes", async () => {
  const actor = people.active as Actor;
  expect(codeOf(await proposeProject({ ...actor, hasVerifiedEmail: false }, aProposal(), NOW))).toBe(
    "common.unverified",
  );
  expect(codeOf(await proposeProject({ ...actor, isSuspended: true }, aProposal(), NOW))).toBe("common.suspended");
});

test("a project for the members of nobody, or due yesterday, is refused", async () => {
  expect(codeOf(await propose("active", { isMembersOnly: true }))).toBe("project.membersOfNobody");
  expect(codeOf(await propose("active", { needs: [aNeed({ due: "2026-11-20" })] }))).toBe("project.dueInPast");
});

test("A3: a proposal leaves needs, deliverables, its first transition and one activity", async () => {
  const answer = await propose("active", {
    title: "Scuola di cantiere",
    needs: [aNeed({ competence: "accounting", hours: 120 })],
  });
  expect(answer).toEqual({ ok: true, value: { slug: "scuola-di-cantiere" } });
  const row = await db.project.findUniqueOrThrow({
    where: { slug: "scuola-di-cantiere" },
    select: {
      state: true,
      ownerId: true,
      needs: { select: { title: true, minutes: true, competence: { select: { slug: true } } } },
      deliverables: { select: { title: true } },
      transitions: { select: { from: true, to: true } },
      activities: { select: { kind: true } },
    },
  });
  expect(row).toMatchObject({
    state: "PROPOSED",
    ownerId: people.active?.memberId,
    needs: [{ minutes: 120, competence: { slug: "accounting" } }],
    deliverables: [{ title: "Un luogo coperto aperto due giorni" }],
    transitions: [{ from: null, to: "PROPOSED" }],
    activities: [{ kind: "project.proposed" }],
  });
});

test("slugs stay apart, whoever comes at the same time; our own pages' words are never taken", async () => {
  const owners = await makeCrowd(4);
  const answers = await Promise.all(owners.map((owner) => proposeProject(owner, aProposal({ title: "Insieme" }), NOW)));
  expect(answers.map((answer) => answer.ok && answer.value.slug).sort()).toEqual([
    "insieme",
    "insieme-2",
    "insieme-3",
    "insieme-4",
  ]);
  expect(await propose("active", { title: "Nuovo" })).toMatchObject({ value: { slug: "nuovo-2" } });
  expect(await propose("active", { title: "!!!!!" })).toMatchObject({ value: { slug: "progetto" } });
});

test("A7: the same form five times at once is one project, and every answer shows it", async () => {
  const actor = submitting(people.active as Actor, randomUUID());
  const answers = await Promise.all(
    [1, 2, 3, 4, 5].map(() => proposeProject(actor, aProposal({ title: "Una volta" }), NOW)),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
    new Set([JSON.stringify({ ok: true, value: { slug: "una-volta" } })]),
  );
  expect(await db.project.count({ where: { title: "Una volta" } })).toBe(1);
});
