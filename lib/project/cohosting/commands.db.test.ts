import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { confirmContribution, declareContribution } from "@/lib/contribution/commands";
import { addDays } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { sql } from "@/lib/db/sql";
import { leaveAssociation } from "@/lib/membership/leaving/commands";
import { pauseMembership } from "@/lib/membership/pausing/commands";
import { meeting } from "@/lib/testing/contention";
import { guardOf } from "@/lib/testing/guards";
import { codeOf, type Joint, makeJoint } from "@/lib/testing/joint";
import { anOffer, brokenInvariants, makeGroup } from "@/lib/testing/projects";
import { findCarriedDesk } from "../carried/queries";
import { moveProject } from "../commands";
import { listHelpNeeds } from "../helping/queries";
import { listProjects, listProjectsOf } from "../listing/queries";
import { filtersOf } from "../listing/rules";
import { acceptOffer, offerToNeed } from "../offer/commands";
import { findProject } from "../page/queries";
import { answerCoHost, withdrawCoHost } from "./commands";
import { findCoHostDesk } from "./queries";

const NOW = new Date("2026-11-21T10:00:00Z");
let world: Joint;

beforeEach(async () => {
  world = await makeJoint(NOW);
});
afterAll(async () => expect(await brokenInvariants()).toEqual([]));

const offer = async (by: Joint["bea"], need = 0) => offerToNeed(by, anOffer(world.project.needIds[need] ?? ""), NOW);

describe("PT2: asking an association to carry a project", () => {
  test("binds nobody before whoever answers there for EDIT accepts", async () => {
    const { ask, answer, bea, project, steward, stranger, owner } = world;
    expect(codeOf(await ask(bea))).toBe("common.notFound");
    expect(codeOf(await ask())).toBe("ok");
    expect(codeOf(await ask())).toBe("project.coHostAsked");
    expect(await findProject(steward, project.slug)).toBeNull();
    expect(codeOf(await offer(bea))).toBe("common.notFound");
    for (const nobody of [bea, stranger, owner])
      expect(codeOf(await answer("CARRYING", nobody))).toBe("common.notFound");
    expect(codeOf(await answer("CARRYING"))).toBe("ok");
    expect(codeOf(await answer("CARRYING"))).toBe("ok");
    expect(codeOf(await answer("NOT_NOW"))).toBe("project.coHostClosed");
    expect((await findProject(bea, project.slug))?.coHosts).toMatchObject([{ slug: world.guest.slug }]);
    expect(await findProject(stranger, project.slug)).toBeNull();
    expect(codeOf(await ask())).toBe("project.coHostCarries");
  });

  test("names an association that is there, once, and not the one that leads", async () => {
    const { ask, lead, owner } = world;
    expect(codeOf(await ask(owner, NOW, "Nessuno"))).toBe("project.coHostUnknown");
    expect(codeOf(await ask(owner, NOW, lead.slug))).toBe("project.coHostCarries");
    const twin = await makeGroup({ steward: owner });
    await db.association.update({ where: { id: twin.id }, data: { name: "Gémelli" } });
    expect(codeOf(await ask(owner, NOW, "gemelli"))).toBe("ok");
    const other = await makeGroup({ steward: owner });
    await db.association.update({ where: { id: other.id }, data: { name: "Gemelli" } });
    expect(codeOf(await ask(owner, NOW, "GEMELLI"))).toBe("project.coHostAmbiguous");
    expect(codeOf(await ask(owner, NOW, other.slug))).toBe("ok");
  });

  test("PT3: a «non ora» is read by the owner alone, and bars the same question for ninety days", async () => {
    const { ask, answer, owner, steward, bea, project, guest } = world;
    await ask();
    expect(codeOf(await answer("NOT_NOW"))).toBe("ok");
    const desk = await findCoHostDesk(owner, { slug: project.slug, now: NOW });
    expect(desk?.lines).toMatchObject([{ state: "NOT_NOW", association: { slug: guest.slug } }]);
    expect(await findCoHostDesk(bea, { slug: project.slug, now: NOW })).toBeNull();
    expect(await findCarriedDesk(steward, guest.slug, NOW)).toMatchObject({ asked: [], carried: [], farewells: [] });
    const told = { kind: "project.coHostRefused", projectId: project.id } as const;
    expect(await db.activity.findMany({ where: told, select: { associationId: true } })).toEqual([
      { associationId: null },
    ]);
    const last = addDays(NOW, 90);
    expect(codeOf(await ask(owner, new Date(last.getTime() - 1)))).toBe("project.coHostTooSoon");
    expect(codeOf(await ask(owner, last))).toBe("ok");
  });

  test("is taken back by the owner while it waits, and by the project's end", async () => {
    const { ask, asked, answer, owner, steward, project } = world;
    await ask();
    const coHostingId = await asked();
    expect(codeOf(await withdrawCoHost(steward, { coHostingId }, NOW))).toBe("common.notFound");
    expect(codeOf(await withdrawCoHost(owner, { coHostingId }, NOW))).toBe("ok");
    expect(codeOf(await withdrawCoHost(owner, { coHostingId }, NOW))).toBe("project.coHostClosed");
    expect(codeOf(await answer("CARRYING"))).toBe("project.coHostClosed");
    expect(codeOf(await ask(owner, addDays(NOW, 1)))).toBe("ok");
    await moveProject(owner, { slug: project.slug, to: "ABANDONED" }, NOW);
    expect(codeOf(await answer("CARRYING"))).toBe("project.coHostClosed");
  });

  test("A4: two who answer at once get one answer, and two who ask ask once", async () => {
    const { ask, asked, steward, owner, project } = world;
    const held = sql`SELECT 1 FROM "Project" WHERE "id" = ${project.id}::uuid FOR NO KEY UPDATE`;
    expect(
      (
        await meeting(
          held,
          [ask, ask, ask].map((one) => () => one(owner)),
        )
      )
        .map(codeOf)
        .sort(),
    ).toEqual(["ok", "project.coHostAsked", "project.coHostAsked"]);
    const coHostingId = await asked();
    const said = (["CARRYING", "NOT_NOW"] as const).map(
      (answer) => () => answerCoHost(steward, { coHostingId, answer }, NOW),
    );
    expect((await meeting(held, said)).map(codeOf).sort()).toEqual(["ok", "project.coHostClosed"]);
  });

  test("A4: the database keeps one open question a pair, and the lead out of the co-hosts", async () => {
    const { ask, guest, lead, project } = world;
    await ask();
    const row = (associationId: string) =>
      db.coHosting.create({
        data: { projectId: project.id, associationId, reason: "Ancora, per prova.", askedAt: NOW },
        select: { id: true },
      });
    await expect(row(guest.id)).rejects.toThrow(/unique/i);
    expect(await guardOf(row(lead.id))).toBe("A4");
    const takes = { where: { id: project.id }, data: { associationId: guest.id }, select: { id: true } };
    expect(await guardOf(db.project.update(takes))).toBe("A4");
  });
});

describe("carrying a project together", () => {
  test("PJ3: members of a co-host offer, sit and contribute; it counts with their own association", async () => {
    const { join, bea, owner, ada, both, project, guest, lead } = world;
    await join();
    for (const [who, need] of [
      [bea, 0],
      [ada, 0],
      [both, 0],
    ] as const) {
      const offered = await offer(who, need);
      expect(codeOf(offered)).toBe("ok");
      expect(codeOf(await acceptOffer(owner, { offerId: offered.ok ? offered.value.offerId : "" }, NOW))).toBe("ok");
    }
    const done = { slug: project.slug, kind: "TIME" as const, title: "Ho misurato", hours: 60, doneOn: "2026-11-20" };
    for (const who of [bea, ada, both]) expect(codeOf(await declareContribution(who, done, NOW))).toBe("ok");
    const rows = await db.contribution.findMany({
      where: { projectId: project.id },
      select: { id: true, memberId: true, associationId: true },
    });
    const countsIn = new Map(rows.map(({ memberId, associationId }) => [memberId, associationId]));
    expect(countsIn.get(bea.memberId)).toBe(guest.id);
    expect(countsIn.get(ada.memberId)).toBe(lead.id);
    expect(countsIn.get(both.memberId)).toBe(lead.id);
    const ofAda = rows.find(({ memberId }) => memberId === ada.memberId)?.id ?? "";
    expect(codeOf(await confirmContribution(bea, { contributionId: ofAda }, NOW))).toBe("ok");
  });

  test("M10: in pause in the co-host one reads and does not offer; in pause in one and active in the other one does both", async () => {
    const { join, bea, both, stranger, guest, lead, project } = world;
    await join();
    const accounting = await db.competence.findUniqueOrThrow({ where: { slug: "accounting" }, select: { id: true } });
    await db.need.updateMany({ where: { projectId: project.id }, data: { competenceId: accounting.id } });
    const mayHelp = async (who: Joint["bea"]) =>
      (await listHelpNeeds(who, { max: 50 }, NOW)).some((need) => need.project.slug === project.slug);
    expect([await mayHelp(bea), await mayHelp(both), await mayHelp(stranger)]).toEqual([true, true, false]);
    await pauseMembership(bea, { associationSlug: guest.slug });
    await pauseMembership(both, { associationSlug: lead.slug });
    expect(await findProject(bea, project.slug)).not.toBeNull();
    expect([await mayHelp(bea), await mayHelp(both)]).toEqual([false, true]);
    expect(codeOf(await offer(bea))).toBe("project.pausedThere");
    expect(codeOf(await offer(both))).toBe("ok");
  });

  test("M8: whoever leaves one association and belongs to the other keeps the seat; else it ends", async () => {
    const { join, bea, both, owner, lead, guest, project } = world;
    await join();
    for (const who of [bea, both]) {
      const offered = await offer(who);
      await acceptOffer(owner, { offerId: offered.ok ? offered.value.offerId : "" }, NOW);
    }
    const seats = () =>
      db.needOffer.findMany({
        where: { need: { projectId: project.id }, state: "ACCEPTED" },
        select: { memberId: true, commitment: { select: { state: true } } },
      });
    await leaveAssociation(both, { associationSlug: lead.slug }, NOW);
    expect(await seats()).toHaveLength(2);
    await leaveAssociation(bea, { associationSlug: guest.slug }, NOW);
    expect(await seats()).toEqual([{ memberId: both.memberId, commitment: { state: "OPEN" } }]);
    await leaveAssociation(both, { associationSlug: guest.slug }, NOW);
    expect(await seats()).toEqual([]);
  });

  test("each association lists it once; the platform counts it once; what is for members is nobody else's (A2)", async () => {
    const { join, bea, ada, stranger, both, lead, guest, project } = world;
    await join();
    const listed = async (viewer: Joint["bea"] | null, slug: string) =>
      (await listProjectsOf(slug, viewer, NOW)).map((card) => card.slug);
    for (const slug of [lead.slug, guest.slug]) {
      for (const viewer of [bea, ada, both]) expect(await listed(viewer, slug)).toEqual([project.slug]);
      for (const viewer of [stranger, null]) expect(await listed(viewer, slug)).toEqual([]);
    }
    const found = await listProjects(both, filtersOf({ association: guest.slug }), NOW);
    expect(found).toMatchObject({ total: 1, items: [{ slug: project.slug, association: { slug: lead.slug } }] });
    const all = (viewer: Joint["bea"] | null) => listProjects(viewer, filtersOf({}), NOW);
    expect((await all(both)).items.filter(({ slug }) => slug === project.slug)).toHaveLength(1);
    for (const viewer of [bea, ada, both]) expect((await all(viewer)).total).toBe((await all(stranger)).total + 1);
  });
});
