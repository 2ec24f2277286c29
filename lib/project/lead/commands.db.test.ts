import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { sql } from "@/lib/db/sql";
import { leaveAssociation } from "@/lib/membership/leaving/commands";
import { meeting } from "@/lib/testing/contention";
import { codeOf, type Joint, makeJoint } from "@/lib/testing/joint";
import {
  aNeed,
  anOffer,
  brokenInvariants,
  makeCrowd,
  makeGroup,
  makeIdea,
  papersOf,
  wordOf,
} from "@/lib/testing/projects";
import { offerBeyond } from "../beyond/commands";
import { findLeadToTake } from "../carried/queries";
import { answerCoHost, askCoHost } from "../cohosting/commands";
import { moveProject } from "../commands";
import { askToCover } from "../covering/commands";
import { joinIdea, proposeIdea } from "../idea/commands";
import { acceptOffer, offerToNeed } from "../offer/commands";
import { findProject } from "../page/queries";
import { leaveCoHosting } from "../parting/commands";
import { leaveLead, offerLead, takeLead, withdrawLead } from "./commands";

const NOW = new Date("2026-11-21T10:00:00Z");
let world: Joint;
let coHostingId: string;
let slug: string;

beforeEach(async () => {
  world = await makeJoint(NOW);
  coHostingId = await world.join();
  slug = world.project.slug;
});
afterAll(async () => expect(await brokenInvariants()).toEqual([]));

async function run() {
  const offered = await offerToNeed(world.ada, anOffer(world.project.needIds[0] ?? ""), NOW);
  await acceptOffer(world.owner, { offerId: offered.ok ? offered.value.offerId : "" }, NOW);
  await db.need.updateMany({ where: { projectId: world.project.id }, data: { isCritical: false } });
  for (const to of ["FEASIBILITY", "ACTIVE"] as const) await moveProject(world.owner, { slug, to }, NOW);
}
const lead = async () =>
  db.project.findUniqueOrThrow({
    where: { slug },
    select: { associationId: true, ownerId: true, state: true },
  });
const take = async (by: Actor = world.steward, id = coHostingId) =>
  codeOf(await takeLead(by, { coHostingId: id }, NOW));

describe("PJ7: the lead passes to another association", () => {
  test("that takes it when the owner holds it out; the one that led goes on carrying, and nobody loses a seat", async () => {
    const { owner, steward, bea, ada, guest, lead: first } = world;
    await run();
    expect(await take()).toBe("project.leadTaken");
    expect(codeOf(await offerLead(ada, { slug }, NOW))).toBe("common.notAllowed");
    expect(codeOf(await offerLead(owner, { slug }, NOW))).toBe("ok");
    expect(codeOf(await offerLead(owner, { slug }, NOW))).toBe("project.leadOffered");
    expect(await take(bea)).toBe("common.notFound");
    expect(await findLeadToTake(bea, slug, NOW)).toBeNull();
    expect(await findLeadToTake(steward, slug, NOW)).toMatchObject({ coHostingId, ownerStays: false });
    expect(await take()).toBe("ok");
    expect(await lead()).toEqual({ associationId: guest.id, ownerId: steward.memberId, state: "ACTIVE" });
    expect(await findProject(ada, slug)).toMatchObject({
      association: { slug: guest.slug },
      coHosts: [{ slug: first.slug }],
      needs: [{ accepted: 1 }, { accepted: 0 }],
    });
    expect(codeOf(await moveProject(owner, { slug, to: "SUSPENDED" }, NOW))).toBe("common.notAllowed");
  });

  test("the owner stays where they may own projects there as well", async () => {
    const { both, guest, project } = world;
    await db.project.update({ where: { id: project.id }, data: { ownerId: both.memberId } });
    await offerLead(both, { slug }, NOW);
    expect(await take()).toBe("ok");
    expect(await lead()).toMatchObject({ associationId: guest.id, ownerId: both.memberId });
  });

  test("an association that leaves the lead suspends the project until another leads; then it carries it no more", async () => {
    const { owner, steward, ada, bea, guest } = world;
    await run();
    expect(codeOf(await leaveLead(steward, { slug }, NOW))).toBe("common.notAllowed");
    expect(codeOf(await leaveLead(ada, { slug }, NOW))).toBe("common.notAllowed");
    expect(codeOf(await leaveLead(owner, { slug }, NOW))).toBe("ok");
    expect(await lead()).toMatchObject({ state: "SUSPENDED", ownerId: owner.memberId });
    expect(codeOf(await moveProject(owner, { slug, to: "ACTIVE" }, NOW))).toBe("project.leadLeaving");
    expect(await take()).toBe("ok");
    expect(await lead()).toEqual({ associationId: guest.id, ownerId: steward.memberId, state: "SUSPENDED" });
    expect(await findProject(ada, slug)).toBeNull();
    expect(await findProject(bea, slug)).toMatchObject({ coHosts: [], needs: [{ accepted: 0 }, { accepted: 0 }] });
    expect(await db.commitment.findMany({ where: { memberId: ada.memberId }, select: { state: true } })).toEqual([
      { state: "RELEASED" },
    ]);
    expect(codeOf(await moveProject(steward, { slug, to: "ACTIVE" }, NOW))).toBe("ok");
  });

  test("is kept after all, or ends with the last who could take it", async () => {
    const { owner, steward, ada } = world;
    await run();
    await leaveLead(owner, { slug }, NOW);
    expect(codeOf(await withdrawLead(ada, { slug }, NOW))).toBe("common.notAllowed");
    expect(codeOf(await withdrawLead(owner, { slug }, NOW))).toBe("ok");
    expect(await take()).toBe("project.leadTaken");
    expect(codeOf(await moveProject(owner, { slug, to: "ACTIVE" }, NOW))).toBe("ok");
    await leaveLead(owner, { slug }, NOW);
    await leaveCoHosting(steward, { coHostingId }, NOW);
    expect(await db.leadOffer.count({ where: { projectId: world.project.id, state: "OFFERED" } })).toBe(0);
    expect(codeOf(await leaveLead(owner, { slug }, NOW))).toBe("project.leadNobody");
    expect(await lead()).toMatchObject({ state: "SUSPENDED" });
  });

  test("M7: with its association in custody and its owner gone, a co-host takes it unasked", async () => {
    const { owner, steward, guest, lead: first } = world;
    await run();
    expect(await take()).toBe("project.leadTaken");
    await leaveAssociation(owner, { associationSlug: first.slug }, NOW);
    expect(await take()).toBe("ok");
    expect(await lead()).toEqual({ associationId: guest.id, ownerId: steward.memberId, state: "SUSPENDED" });
  });

  test("A5: of two co-hosts that take it at once one leads", async () => {
    const { owner, ask, asked, project } = world;
    const [other] = (await makeCrowd(1)) as [Actor];
    const third = await makeGroup({ steward: other });
    await ask(owner, NOW, third.slug);
    const second = await asked(third.id);
    await answerCoHost(other, { coHostingId: second, answer: "CARRYING" }, NOW);
    await offerLead(owner, { slug }, NOW);
    const held = sql`SELECT 1 FROM "Project" WHERE "id" = ${project.id}::uuid FOR NO KEY UPDATE`;
    const said = await meeting(held, [() => take(), () => take(other, second)]);
    expect(said.sort()).toEqual(["ok", "project.leadTaken"]);
    expect(await db.coHosting.count({ where: { projectId: project.id, state: "CARRYING" } })).toBe(2);
  });
});

describe("M8: what people were asked about a need when the lead passes", () => {
  const ask = async (to: Actor) => {
    const needId = world.project.needIds[1] ?? "";
    return codeOf(
      await askToCover(
        world.owner,
        { needId, whom: to.handle, reason: "Perché di tetti sai tutto, e abiti qui accanto." },
        NOW,
      ),
    );
  };
  const offer = async (by: Actor) => {
    const { needId: _, ...brought } = anOffer("");
    return codeOf(await offerBeyond(by, { ...brought, slug, title: "Tengo i conti", hours: null }, NOW));
  };
  const waiting = async () => ({
    asks: await db.needAsk.count({ where: { projectId: world.project.id, state: "OPEN" } }),
    offers: await db.beyondOffer.count({ where: { projectId: world.project.id, state: "WAITING" } }),
  });

  test("stays where their association takes it, and where the one that led goes on carrying", async () => {
    for (const one of [world.ada, world.bea]) expect([await ask(one), await offer(one)]).toEqual(["ok", "ok"]);
    await offerLead(world.owner, { slug }, NOW);
    expect(await take()).toBe("ok");
    expect(await waiting()).toEqual({ asks: 2, offers: 2 });
  });

  test("ends for whoever belonged to the one that goes alone", async () => {
    for (const one of [world.ada, world.bea]) expect([await ask(one), await offer(one)]).toEqual(["ok", "ok"]);
    await leaveLead(world.owner, { slug }, NOW);
    expect(await take()).toBe("ok");
    expect(await waiting()).toEqual({ asks: 1, offers: 1 });
  });

  test("of a seat too, once they leave the association that led", async () => {
    const { owner, ada, lead: first, guest } = world;
    const { id, slug: dream } = await makeIdea(owner, { association: first.slug, isMembersOnly: true }, NOW);
    for (const one of [ada, world.both]) await joinIdea(one, wordOf(dream), NOW);
    const needs = [aNeed({ competence: "accounting", seats: 2 })];
    expect(codeOf(await proposeIdea(owner, papersOf(dream, { needs }), NOW))).toBe("ok");
    const reason = "Perché sapete di acque e di tetti.";
    await askCoHost(owner, { slug: dream, association: guest.slug, reason, brings: "" }, NOW);
    const { id: asked } = await db.coHosting.findFirstOrThrow({ where: { projectId: id } });
    await answerCoHost(world.steward, { coHostingId: asked, answer: "CARRYING" }, NOW);
    await offerLead(owner, { slug: dream }, NOW);
    expect(await take(world.steward, asked)).toBe("ok");
    const open = () => db.seatAsk.count({ where: { coProposer: { projectId: id }, state: "OPEN" } });
    expect(await open()).toBe(2);
    for (const one of [ada, world.both]) await leaveAssociation(one, { associationSlug: first.slug }, NOW);
    expect(await open()).toBe(1);
  });
});
