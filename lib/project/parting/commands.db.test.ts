import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { sql } from "@/lib/db/sql";
import { meeting } from "@/lib/testing/contention";
import { codeOf, type Joint, makeJoint } from "@/lib/testing/joint";
import { anOffer, brokenInvariants } from "@/lib/testing/projects";
import { findCarriedDesk } from "../carried/queries";
import { moveProject } from "../commands";
import { acceptOffer, offerToNeed } from "../offer/commands";
import { findProject } from "../page/queries";
import { leaveCoHosting, letCoHostGo } from "./commands";

const NOW = new Date("2026-11-21T10:00:00Z");
let world: Joint;
let coHostingId: string;

beforeEach(async () => {
  world = await makeJoint(NOW);
  coHostingId = await world.join();
});
afterAll(async () => expect(await brokenInvariants()).toEqual([]));

async function offerOf(actor: Actor, at = world) {
  const offered = await offerToNeed(actor, anOffer(at.project.needIds[0] ?? ""), NOW);
  return offered.ok ? offered.value.offerId : "";
}
async function sit(actor: Actor, at = world) {
  return codeOf(await acceptOffer(at.owner, { offerId: await offerOf(actor, at) }, NOW));
}
const stateOf = async (memberId: string, { project } = world) =>
  db.needOffer.findMany({
    where: { memberId, need: { projectId: project.id } },
    select: { state: true, commitment: { select: { state: true } } },
  });

describe("a co-host leaves", () => {
  test("by its steward, at once; whoever was in only through it goes with it, and nobody else is stopped", async () => {
    const { owner, steward, bea, both, ada, project, guest } = world;
    for (const who of [bea, both, ada]) expect(await sit(who)).toBe("ok");
    await moveProject(owner, { slug: project.slug, to: "FEASIBILITY" }, NOW);
    await moveProject(owner, { slug: project.slug, to: "ACTIVE" }, NOW);
    const told = await findCarriedDesk(steward, guest.slug, NOW);
    expect(told?.carried).toMatchObject([
      { id: coHostingId, stranded: [{ need: "Verifica strutturale", isSeated: true }] },
    ]);
    for (const nobody of [owner, bea, ada])
      expect(codeOf(await leaveCoHosting(nobody, { coHostingId }, NOW))).toBe("common.notFound");
    expect(codeOf(await leaveCoHosting(steward, { coHostingId }, NOW))).toBe("ok");
    expect(codeOf(await leaveCoHosting(steward, { coHostingId }, NOW))).toBe("project.coHostClosed");

    expect(await stateOf(bea.memberId)).toEqual([{ state: "WITHDRAWN", commitment: { state: "RELEASED" } }]);
    for (const who of [both, ada])
      expect(await stateOf(who.memberId)).toEqual([{ state: "ACCEPTED", commitment: { state: "OPEN" } }]);
    expect(await findProject(bea, project.slug)).toBeNull();
    expect(await findProject(both, project.slug)).toMatchObject({ state: "ACTIVE", coHosts: [] });
    const kinds = await db.activity.findMany({
      where: { subjectId: coHostingId, kind: { in: ["project.coHostLeft", "project.placeEnded"] } },
      orderBy: { kind: "asc" },
      select: { kind: true, memberId: true, projectId: true },
    });
    expect(kinds).toEqual([
      { kind: "project.coHostLeft", memberId: null, projectId: project.id },
      { kind: "project.placeEnded", memberId: bea.memberId, projectId: null },
    ]);
  });

  test("of a project open to everybody nobody loses a seat by it", async () => {
    const open = await makeJoint(NOW, { isMembersOnly: false });
    const id = await open.join();
    expect(await sit(open.bea, open)).toBe("ok");
    expect(codeOf(await leaveCoHosting(open.steward, { coHostingId: id }, NOW))).toBe("ok");
    expect(await stateOf(open.bea.memberId, open)).toEqual([{ state: "ACCEPTED", commitment: { state: "OPEN" } }]);
  });

  test("not once it has ended: what an association carried it has carried", async () => {
    const { owner, steward, project } = world;
    await moveProject(owner, { slug: project.slug, to: "ABANDONED" }, NOW);
    expect(codeOf(await leaveCoHosting(steward, { coHostingId }, NOW))).toBe("project.over");
    expect(codeOf(await letCoHostGo(owner, { coHostingId, farewell: "Il progetto è finito." }, NOW))).toBe(
      "project.over",
    );
  });

  test("while a need of its member is filled: the seat is theirs and let go, or never was (A5)", async () => {
    const { owner, steward, bea, project } = world;
    const offerId = await offerOf(bea);
    const held = sql`SELECT 1 FROM "Project" WHERE "id" = ${project.id}::uuid FOR NO KEY UPDATE`;
    const acts = [
      async () => codeOf(await leaveCoHosting(steward, { coHostingId }, NOW)),
      async () => codeOf(await acceptOffer(owner, { offerId }, NOW)),
    ];
    const [left, accepted] = await meeting(held, acts);
    expect(left).toBe("ok");
    expect(["ok", "project.offerClosed"]).toContain(accepted);
    const [row] = await stateOf(bea.memberId);
    expect(row).toEqual({ state: "WITHDRAWN", commitment: accepted === "ok" ? { state: "RELEASED" } : null });
  });
});

describe("a co-host is let go", () => {
  test("by the owner, with a reason that its stewards read", async () => {
    const { owner, ada, steward, bea, guest } = world;
    await sit(bea);
    const farewell = "Le strade si sono divise.";
    expect(codeOf(await letCoHostGo(steward, { coHostingId, farewell }, NOW))).toBe("common.notFound");
    expect(codeOf(await letCoHostGo(ada, { coHostingId, farewell }, NOW))).toBe("common.notFound");
    expect(codeOf(await letCoHostGo(owner, { coHostingId, farewell }, NOW))).toBe("ok");
    expect((await findCarriedDesk(steward, guest.slug, NOW))?.farewells).toMatchObject([{ farewell }]);
    expect(await findCarriedDesk(bea, guest.slug, NOW)).toBeNull();
    expect(await stateOf(bea.memberId)).toEqual([{ state: "WITHDRAWN", commitment: { state: "RELEASED" } }]);
  });
});
