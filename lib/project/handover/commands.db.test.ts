import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { addDays } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { leaveAssociation } from "@/lib/membership/leaving/commands";
import { anOffer, brokenInvariants, makeCrowd, makeGroup, makeProject } from "@/lib/testing/projects";
import { moveProject } from "../commands";
import { acceptOffer, offerToNeed } from "../offer/commands";
import { adoptProject, answerHandover, offerHandover, withdrawHandover } from "./commands";
import { mayAdoptProject } from "./queries";

const NOW = new Date("2026-11-21T10:00:00Z");
const codeOf = (answer: { ok: boolean; refusal?: { code: string } }) => (answer.ok ? "ok" : answer.refusal?.code);

let owner: Actor;
let ada: Actor;
let stranger: Actor;
let project: Awaited<ReturnType<typeof makeProject>>;

beforeAll(async () => {
  [owner, ada, stranger] = (await makeCrowd(3)) as [Actor, Actor, Actor];
});
beforeEach(async () => {
  project = await makeProject(owner, { title: `Progetto ${randomUUID()}` });
  await sit(ada);
});
afterAll(async () => expect(await brokenInvariants()).toEqual([]));

async function sit(actor: Actor, by = owner) {
  const offered = await offerToNeed(actor, anOffer(project.needIds[0] ?? ""), NOW);
  await acceptOffer(by, { offerId: offered.ok ? offered.value.offerId : "" }, NOW);
}
const ask = async (to: Actor, actor = owner, now = NOW) =>
  codeOf(await offerHandover(actor, { slug: project.slug, memberId: to.memberId }, now));
const answer = async (actor: Actor, said: "ACCEPTED" | "REFUSED") =>
  codeOf(await answerHandover(actor, { slug: project.slug, answer: said }, NOW));
const ownerNow = async () =>
  (await db.project.findUniqueOrThrow({ where: { id: project.id }, select: { ownerId: true } })).ownerId;

describe("PJ7: handing over", () => {
  test("changes nothing until the one who was asked accepts (PT2)", async () => {
    expect(await ask(ada)).toBe("ok");
    expect(await ownerNow()).toBe(owner.memberId);
    expect(await answer(stranger, "ACCEPTED")).toBe("common.notFound");
    expect(await answer(owner, "ACCEPTED")).toBe("common.notFound");
    expect(await answer(ada, "ACCEPTED")).toBe("ok");
    expect(await ownerNow()).toBe(ada.memberId);
    expect(await answer(ada, "ACCEPTED")).toBe("project.handoverClosed");
    expect(codeOf(await moveProject(owner, { slug: project.slug, to: "FEASIBILITY" }, NOW))).toBe("common.notAllowed");
    expect(codeOf(await moveProject(ada, { slug: project.slug, to: "FEASIBILITY" }, NOW))).toBe("ok");
  });

  test("is asked by the owner, of one participant at a time", async () => {
    expect(await ask(ada, ada)).toBe("common.notAllowed");
    expect(await ask(stranger)).toBe("project.notInTheProject");
    expect(await ask(owner)).toBe("project.notInTheProject");
    expect(await ask(ada)).toBe("ok");
    expect(await ask(ada)).toBe("project.handoverOpen");
    expect(codeOf(await withdrawHandover(ada, { slug: project.slug }, NOW))).toBe("common.notAllowed");
    expect(codeOf(await withdrawHandover(owner, { slug: project.slug }, NOW))).toBe("ok");
    expect(await answer(ada, "ACCEPTED")).toBe("project.handoverClosed");
    expect(codeOf(await withdrawHandover(owner, { slug: project.slug }, NOW))).toBe("project.handoverClosed");
  });

  test("PT3: after a «non ora» the same person is not asked again for 90 days", async () => {
    await ask(ada);
    expect(await answer(ada, "REFUSED")).toBe("ok");
    expect(await ownerNow()).toBe(owner.memberId);
    expect(await ask(ada, owner, addDays(NOW, 89))).toBe("project.askedTooSoon");
    expect(await ask(ada, owner, addDays(NOW, 90))).toBe("ok");
  });

  test("PJ1: in an association only to somebody active there", async () => {
    const [steward, member] = (await makeCrowd(2)) as [Actor, Actor];
    const group = await makeGroup({ steward, active: [member] });
    project = await makeProject(steward, { title: `Di gruppo ${randomUUID()}`, association: group.slug });
    await db.need.updateMany({ where: { projectId: project.id }, data: { seats: 2 } });
    await sit(member, steward);
    await sit(stranger, steward);
    expect(await ask(stranger, steward)).toBe("project.notActiveThereThey");
    expect(await ask(member, steward)).toBe("ok");
  });

  test("ends with the project", async () => {
    await ask(ada);
    await moveProject(owner, { slug: project.slug, to: "ABANDONED" }, NOW);
    expect(await answer(ada, "ACCEPTED")).toBe("project.handoverClosed");
    expect(await ask(ada)).toBe("project.over");
  });

  test("A4: accepted sixteen times at once it happens once", async () => {
    await ask(ada);
    const answers = await Promise.all(Array.from({ length: 16 }, () => answer(ada, "ACCEPTED")));
    expect(answers.sort()).toEqual(["ok", ...Array(15).fill("project.handoverClosed")]);
    expect(await db.activity.count({ where: { kind: "project.handedOver", projectId: project.id } })).toBe(1);
  });
});

describe("M8, PJ7: a project left behind", () => {
  const adopt = async (actor: Actor) => codeOf(await adoptProject(actor, { slug: project.slug }, NOW));
  test("is taken on by whoever answers for roles, once, when its owner has gone", async () => {
    const [rita, bo, cy] = (await makeCrowd(3)) as [Actor, Actor, Actor];
    const group = await makeGroup({ steward: rita, active: [bo, cy] });
    project = await makeProject(bo, { title: "Lasciato", association: group.slug, isMembersOnly: true });
    expect(await adopt(rita)).toBe("project.ledBySomebody");
    await leaveAssociation(bo, { associationSlug: group.slug }, NOW);
    expect(await adopt(cy)).toBe("common.notAllowed");
    expect(await adopt(stranger)).toBe("common.notFound");
    expect(await adopt({ ...rita, isSuspended: true })).toBe("common.suspended");
    expect(await mayAdoptProject(rita, project.slug, NOW)).toBe(true);
    expect(await adopt(rita)).toBe("ok");
    expect(await ownerNow()).toBe(rita.memberId);
    expect(await mayAdoptProject(rita, project.slug, NOW)).toBe(false);
  });

  test("A4: twenty rounds of two who take it on at once: one leads it", async () => {
    const [rita, bo, cy] = (await makeCrowd(3)) as [Actor, Actor, Actor];
    const group = await makeGroup({ steward: rita, active: [bo, cy] });
    const { id: membershipId } = await db.membership.findFirstOrThrow({
      where: { associationId: group.id, memberId: cy.memberId },
    });
    await db.roleGrant.create({
      data: { membershipId, role: "STEWARD", state: "HELD", grantedAt: NOW, acceptedAt: NOW },
    });
    for (let round = 0; round < 20; round++) {
      project = await makeProject(bo, { title: `Lasciato ${round}`, association: group.slug });
      await db.project.update({ where: { id: project.id }, data: { ownerId: stranger.memberId } });
      expect((await Promise.all([rita, cy].map(adopt))).sort()).toEqual(["ok", "project.ledBySomebody"]);
    }
  });

  test("a personal one is nobody else's", async () => {
    expect(await adopt(stranger)).toBe("common.notAllowed");
  });
});
