import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { tellOf } from "@/lib/notification/delivery";
import { findFrame } from "@/lib/notification/queries";
import {
  aNeed,
  anIdea,
  anOffer,
  brokenInvariants,
  makeCrowd,
  makeGroup,
  makeIdea,
  makeProject,
  papersOf,
  wordOf,
} from "@/lib/testing/projects";
import { findCarriedDesk } from "../carried/queries";
import { moveProject } from "../commands";
import { findDesk } from "../desk/queries";
import { joinIdea, proposeIdea } from "../idea/commands";
import { acceptOffer, offerToNeed } from "../offer/commands";
import { answerApproval, askApproval } from "./commands";

const NOW = new Date("2026-11-22T10:00:00Z");
const WHY = "Manca ancora chi risponde della sicurezza del cantiere.";
const codeOf = (answer: { ok: boolean; refusal?: { code: string } }) => (answer.ok ? "ok" : answer.refusal?.code);

let [steward, owner, bo]: Actor[] = [];
let group: { id: string; slug: string };
let project: { id: string; slug: string; needIds: string[] };
const the = (actor: Actor | undefined) => actor as Actor;

beforeAll(async () => {
  [steward, owner, bo] = await makeCrowd(3);
  group = await makeGroup({ steward: the(steward), active: [the(owner), the(bo)] });
  await db.association.update({ where: { id: group.id }, data: { approvesProjects: true } });
});
beforeEach(async () => {
  project = await makeProject(the(owner), { association: group.slug, needs: [aNeed({ competence: "accounting" })] });
});
afterAll(async () => expect(await brokenInvariants()).toEqual([]));

const newest = () =>
  db.projectApproval.findFirstOrThrow({
    where: { projectId: project.id },
    orderBy: [{ askedAt: "desc" }, { id: "desc" }],
  });
const answer = async (who: Actor | undefined, said: "APPROVED" | "DECLINED", now = NOW) =>
  codeOf(
    await answerApproval(
      the(who),
      { approvalId: (await newest()).id, answer: said, reason: said === "DECLINED" ? WHY : "" },
      now,
    ),
  );
const again = async (who: Actor | undefined) =>
  codeOf(await askApproval(the(who), { slug: project.slug, note: "Ora c’è chi risponde del cantiere." }, NOW));
const move = async (to: "FEASIBILITY" | "ACTIVE") =>
  codeOf(await moveProject(the(owner), { slug: project.slug, to }, NOW));
const cover = async () => {
  const offer = await offerToNeed(the(bo), anOffer(project.needIds[0] ?? ""), NOW);
  await acceptOffer(the(owner), { offerId: offer.ok ? offer.value.offerId : "" }, NOW);
};

describe("PJ2: where the association approves its projects", () => {
  test("one starts with its word alone, however ready it is", async () => {
    await cover();
    await move("FEASIBILITY");
    expect(await move("ACTIVE")).toBe("project.needsApproval");
    expect(await answer(steward, "APPROVED")).toBe("ok");
    expect(await answer(steward, "APPROVED")).toBe("ok");
    expect(await move("ACTIVE")).toBe("ok");
  });

  test("R5: what was proposed before is not asked for it, nor is a personal project", async () => {
    expect((await newest()).state).toBe("ASKED");
    const own = await makeProject(the(owner));
    expect(await db.projectApproval.count({ where: { projectId: own.id } })).toBe(0);
    const other = await makeGroup({ steward: the(steward), active: [the(owner)] });
    const before = await makeProject(the(owner), { association: other.slug });
    await db.association.update({ where: { id: other.id }, data: { approvesProjects: true } });
    expect(codeOf(await askApproval(the(owner), { slug: before.slug, note: "Chiedo lo stesso." }, NOW))).toBe(
      "project.approvalNotAsked",
    );
  });

  test("an idea is asked about when it becomes a proposal", async () => {
    await db.association.update({ where: { id: group.id }, data: { ideaPeopleNeeded: 2 } });
    const idea = await makeIdea(the(owner), anIdea({ association: group.slug, values: [] }));
    expect(codeOf(await joinIdea(the(bo), wordOf(idea.slug), NOW))).toBe("ok");
    expect(codeOf(await proposeIdea(the(owner), papersOf(idea.slug), NOW))).toBe("ok");
    expect(await db.projectApproval.count({ where: { projectId: idea.id, state: "ASKED" } })).toBe(1);
  });

  test("the word is of whoever answers for it there, and not of whoever leads the project", async () => {
    expect(await answer(bo, "APPROVED")).toBe("common.notFound");
    expect(await answer(owner, "APPROVED")).toBe("common.notFound");
    project = await makeProject(the(steward), { association: group.slug });
    expect(await answer(steward, "APPROVED")).toBe("ok");
    const seat = await db.membership.findFirstOrThrow({
      where: { associationId: group.id, memberId: the(bo).memberId },
    });
    await db.roleGrant.create({
      data: { membershipId: seat.id, role: "STEWARD", state: "HELD", grantedAt: NOW, acceptedAt: NOW },
    });
    project = await makeProject(the(steward), { association: group.slug });
    expect(await answer(steward, "APPROVED")).toBe("project.ownApproval");
    expect(await answer(bo, "APPROVED")).toBe("ok");
    await db.roleGrant.deleteMany({ where: { membershipId: seat.id } });
  });

  test("those who answer read of it at their desk and at home, and its owner of a no with why, by mail too", async () => {
    const kinds = async (who: Actor | undefined) =>
      (await findFrame(the(who), [], NOW)).waiting.filter(({ kind }) => kind === "approvals").length;
    expect(await kinds(steward)).toBe(1);
    expect(await kinds(owner)).toBe(0);
    const lines = (await findCarriedDesk(the(steward), group.slug, NOW))?.approvals ?? [];
    expect(lines.map(({ slug }) => slug)).toContain(project.slug);
    expect(await answer(steward, "DECLINED")).toBe("ok");
    const { id } = await db.activity.findFirstOrThrow({
      where: { kind: "project.notApproved", projectId: project.id },
    });
    await tellOf(id, NOW);
    const mail = await db.outboxMail.findFirstOrThrow({ orderBy: { createdAt: "desc" } });
    expect(mail.subject).toMatch(/^Gruppo \d+ per ora non approva/);
    expect(mail.text).not.toContain(WHY);
    expect((await findDesk(the(owner), project.slug))?.approval).toMatchObject({ state: "DECLINED", reason: WHY });
  });

  test("after a no it is asked again, saying what changed; two words at once leave one", async () => {
    expect(await again(owner)).toBe("project.approvalOpen");
    await answer(steward, "DECLINED");
    expect(await answer(steward, "APPROVED")).toBe("project.approvalClosed");
    expect(await again(bo)).toBe("common.notAllowed");
    const asked = await Promise.all([again(owner), again(owner)]);
    expect(asked.sort()).toEqual(["ok", "project.approvalOpen"]);
    const said = await Promise.all([answer(steward, "APPROVED"), answer(steward, "DECLINED")]);
    expect(said.sort()).toEqual(["ok", "project.approvalClosed"]);
  });

  test("the database keeps it: no start without the word, what was said stays, and a no has a reason", async () => {
    await move("FEASIBILITY");
    await expect(
      db.project.update({ where: { id: project.id }, data: { state: "ACTIVE", startedAt: NOW } }),
    ).rejects.toThrow(/PJ2/);
    await expect(db.project.update({ where: { id: project.id }, data: { needsApproval: false } })).rejects.toThrow(
      /R5/,
    );
    const { id } = await newest();
    await expect(
      db.projectApproval.update({ where: { id }, data: { state: "DECLINED", closedAt: NOW } }),
    ).rejects.toThrow(/project_approval_reason/);
    await answer(steward, "APPROVED");
    await expect(
      db.projectApproval.update({ where: { id }, data: { state: "ASKED", closedAt: null } }),
    ).rejects.toThrow(/A6/);
  });
});
