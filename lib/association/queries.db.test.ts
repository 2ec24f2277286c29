import { afterAll, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/auth/actor";
import { addDays } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { aMemberOf, anAssociation, aPerson, expectInvariants } from "@/lib/testing/associations";
import { findAssociation } from "./queries";

afterAll(expectInvariants);

test("PV5: under five nobody is counted, from five they are", async () => {
  const { id, slug } = await anAssociation({ name: "Pochi" });
  for (let i = 0; i < 3; i++) await aMemberOf(id);
  expect((await findAssociation(null, slug))?.memberCount).toBeNull();
  await aMemberOf(id);
  expect((await findAssociation(null, slug))?.memberCount).toBe(5);
});

describe("deeds and Detto / Fatto", () => {
  test("T1, T3: from five up, the missed included; under five nothing", async () => {
    const { id, slug } = await anAssociation({ name: "Promesse" });
    const promise = (state: "KEPT" | "MISSED", closedAt = new Date()) =>
      db.commitment.create({ data: { associationId: id, text: state, state, createdAt: closedAt, closedAt } });
    for (let i = 0; i < 3; i++) await promise("KEPT");
    await promise("MISSED");
    await promise("KEPT", addDays(new Date(), -400));
    expect((await findAssociation(null, slug))?.promised).toEqual([]);
    await promise("MISSED");
    const promised = (await findAssociation(null, slug))?.promised ?? [];
    expect(promised.filter(({ state }) => state === "MISSED")).toHaveLength(2);
    expect(promised).toHaveLength(5);
  });

  test("A2: deeds of projects kept for members show to members alone; unconfirmed ones to nobody", async () => {
    const { id, slug } = await anAssociation({ name: "Fatti" });
    const bo = await aMemberOf(id);
    const now = new Date();
    const project = (isMembersOnly: boolean) =>
      db.project.create({
        data: {
          ...{
            slug: `p-${crypto.randomUUID()}`,
            title: "P",
            associationId: id,
            ownerId: bo.memberId,
            kind: "THEMATIC",
          },
          ...{ purpose: "Fare.", createdAt: now, isMembersOnly },
        },
        select: { id: true },
      });
    const deed = async (isMembersOnly: boolean, title: string, isConfirmed: boolean) =>
      db.contribution.create({
        data: {
          ...{ memberId: bo.memberId, projectId: (await project(isMembersOnly)).id, kind: "TIME", title },
          ...{ doneOn: now, declaredAt: now, valueSlug: "care" },
          ...(isConfirmed && { state: "CONFIRMED", confirmedAt: now }),
        },
      });
    await deed(false, "Aperto", true);
    await deed(true, "Riservato", true);
    await deed(false, "Dichiarato", false);
    const titles = async (viewer: Viewer) =>
      (await findAssociation(viewer, slug))?.deeds.flatMap(({ latest }) => latest.map(({ title }) => title)).sort();
    expect(await titles(null)).toEqual(["Aperto"]);
    expect(await titles(await aPerson())).toEqual(["Aperto"]);
    expect(await titles(bo)).toEqual(["Aperto", "Riservato"]);
  });
});
