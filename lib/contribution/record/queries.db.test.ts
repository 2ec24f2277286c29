import { expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { expectInvariants } from "@/lib/testing/associations";
import { makeCrowd, makeGroup } from "@/lib/testing/projects";
import { findRecord } from "./queries";

const NOW = new Date("2026-11-20T10:00:00Z");

test("T1, A2: from five up, of twelve months, and only what whoever looks may know of", async () => {
  const [steward, ada, bo, stranger] = (await makeCrowd(4)) as [Actor, Actor, Actor, Actor];
  const { id: associationId } = await makeGroup({ steward, active: [ada, bo] });
  const close = (closedAt: string, change: { toId?: string; state?: "KEPT" | "MISSED" } = {}) =>
    db.commitment.create({
      data: {
        ...{ memberId: ada.memberId, associationId, text: "Verbale", createdAt: NOW, state: "KEPT" as const },
        ...{ closedAt: new Date(closedAt), ...change },
      },
    });
  for (let i = 0; i < 3; i += 1) await close("2026-06-01T10:00:00Z");
  await close("2025-11-20T10:00:00.001Z", { state: "MISSED" });
  await close("2025-11-20T10:00:00Z");
  const seen = async (viewer: Actor | null) => (await findRecord(viewer, ada.memberId, NOW))?.lines.length ?? null;
  expect(await seen(ada)).toBeNull();
  await close("2026-07-01T10:00:00Z", { toId: bo.memberId });
  expect([await seen(ada), await seen(bo), await seen(steward), await seen(stranger), await seen(null)]).toEqual([
    ...[5, 5, null, null, null],
  ]);
  expect(await findRecord(ada, ada.memberId, NOW)).toMatchObject({ kept: 4, partly: 0, released: 0, missed: 1 });
  await close("2026-08-01T10:00:00Z");
  expect([await seen(steward), await seen(stranger), await seen(null)]).toEqual([5, null, null]);
  const where = { associationId_memberId: { associationId, memberId: ada.memberId } };
  await db.membership.update({ where, data: { isVisible: true } });
  expect([await seen(stranger), await seen(null)]).toEqual([5, 5]);
  await expectInvariants();
});
