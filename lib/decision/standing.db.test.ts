import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { addDays } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { expectInvariants, said } from "@/lib/testing/associations";
import { cast, makeVote, NOW } from "@/lib/testing/decisions";
import { makeCrowd, makeGroup } from "@/lib/testing/projects";
import { entrustDecision } from "./charge/commands";
import { closeDueDecisions } from "./closing/commands";
import { amendDecision, withdrawDecision } from "./commands";
import { findDecision } from "./sight/queries";

afterAll(expectInvariants);

let steward: Actor;
let ada: Actor;
let group: { id: string; slug: string };

beforeEach(async () => {
  [steward, ada] = (await makeCrowd(2)) as [Actor, Actor];
  group = await makeGroup({ steward, active: [ada] });
});

async function move(to: "PAUSED" | "LEFT" | "EXCLUDED"): Promise<void> {
  const where = { associationId_memberId: { associationId: group.id, memberId: ada.memberId } };
  const data = { state: to, stateSince: NOW, events: { create: { to, at: NOW } } };
  await db.membership.update({ where, data, select: { id: true } });
}

async function leaveBehind(): Promise<void> {
  const publishedAt = addDays(NOW, -31);
  const charter = { associationId: group.id, version: 2, hash: `${group.slug}-2`, isMaterial: true, publishedAt };
  await db.charter.create({ data: charter, select: { id: true } });
}

test.each([
  ["who left", () => move("LEFT"), "common.notFound"],
  ["who was excluded", () => move("EXCLUDED"), "common.notFound"],
  ["who paused", () => move("PAUSED"), "membership.notActive"],
  ["who let the charter wait", leaveBehind, "membership.charterOverdue"],
] as const)("A2, M10, M11: %s opened a vote and no longer acts on it", async (_, change, answer) => {
  const [open, over] = [await makeVote(ada, group.slug), await makeVote(ada, group.slug)];
  await cast(steward, over, "YES");
  await closeDueDecisions(over.closesAt);
  await change();
  const words = { decisionId: open.id, title: "Due banchi in più", text: "Ne prendiamo due, usati e buoni." };
  expect(said(await amendDecision(ada, words, NOW))).toBe(answer);
  expect(said(await withdrawDecision(ada, { decisionId: open.id }, NOW))).toBe(answer);
  const asked = {
    decisionId: over.id,
    whom: steward.handle,
    statement: "Si prende un banco.",
    reviewOn: "2027-03-01",
  };
  expect(said(await entrustDecision(ada, asked, NOW))).toBe(answer);
  const view = await findDecision(ada, { slug: group.slug, id: open.id }, NOW);
  expect([view?.mayEdit ?? false, view?.mayWithdraw ?? false]).toEqual([false, false]);
});
