import { afterAll, expect, test } from "vitest";
import { addMonths, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import {
  aMemberOf,
  anAssociation,
  aPerson,
  expectInvariants,
  makeRole,
  papersFor,
  said,
} from "@/lib/testing/associations";
import { readStanding } from "../facts";
import { leaveAssociation } from "../leaving/commands";
import { renewPledge, showMembership } from "./commands";
import type { RenewInput } from "./schema";

afterAll(expectInvariants);

const LISTENING = { isListening: true, kinds: [], minutesPerPeriod: null, period: null };

async function renewalFor(slug: string, change: Partial<RenewInput> = {}): Promise<RenewInput> {
  const { stances: _, answers: __, ...papers } = await papersFor(slug);
  return { ...papers, stances: [], minutesPerPeriod: 60, untilOn: addMonths(dayOf(new Date()), 3), ...change };
}

test("PT1: renewing leaves a new pledge beside the old one, which nothing can change", async () => {
  const { id, slug } = await anAssociation();
  const bo = await aMemberOf(id);
  const renewal = await renewalFor(slug);
  expect(said(await renewPledge(bo, renewal))).toBe("ok");
  const pledges = await db.pledge.findMany({
    where: { membership: { memberId: bo.memberId } },
    orderBy: { acceptedAt: "asc" },
  });
  expect(pledges.map(({ minutesPerPeriod }) => minutesPerPeriod)).toEqual([180, 60]);
  const standing = await db.$transaction((tx) =>
    readStanding(tx, { memberId: bo.memberId, associationId: id, now: new Date() }),
  );
  expect(standing?.pledgedUntil).toBe(renewal.untilOn);
  const write = db.$executeRaw`UPDATE "Pledge" SET "statement" = 'Altro' WHERE "id" = ${pledges[0]?.id}::uuid`;
  await expect(write).rejects.toThrow(/A6/);
});

test("PT1: whoever holds or is offered a role cannot choose to listen only; a plain member can", async () => {
  const { id, slug, steward } = await anAssociation();
  const renewal = await renewalFor(slug, LISTENING);
  expect(said(await renewPledge(steward, renewal))).toBe("membership.listeningHoldsRole");
  expect(said(await renewPledge(await makeRole(id, "WELCOMER"), renewal))).toBe("membership.listeningHoldsRole");
  expect(said(await renewPledge(await aMemberOf(id), renewal))).toBe("ok");
});

test("PT1, M11: beyond twelve months, or on a charter no longer in force, is refused", async () => {
  const { id, slug } = await anAssociation();
  const bo = await aMemberOf(id);
  expect(said(await renewPledge(bo, await renewalFor(slug, { untilOn: "2099-01-01" })))).toBe("membership.untilTooFar");
  expect(said(await renewPledge(bo, await renewalFor(slug, { charterHash: "0".repeat(64) })))).toBe(
    "membership.charterAmended",
  );
});

test("A2: outsiders find nothing to renew or show, whoever left is told so, the suspended wait", async () => {
  const { id, slug } = await anAssociation();
  const renewal = await renewalFor(slug);
  const bo = await aMemberOf(id);
  expect(said(await renewPledge(await aPerson(), renewal))).toBe("common.notFound");
  expect(said(await renewPledge({ ...bo, isSuspended: true }, renewal))).toBe("common.suspended");
  expect(said(await showMembership(await aPerson(), { associationSlug: slug, isVisible: true }))).toBe(
    "common.notFound",
  );
  await leaveAssociation(bo, { associationSlug: slug });
  expect(said(await renewPledge(bo, renewal))).toBe("membership.notMember");
  expect(said(await showMembership(bo, { associationSlug: slug, isVisible: true }))).toBe("membership.notMember");
});

test("a belonging opens and closes to the eyes of others by its owner alone", async () => {
  const { id, slug } = await anAssociation();
  const bo = await aMemberOf(id);
  const isVisible = async () => (await db.membership.findFirstOrThrow({ where: { memberId: bo.memberId } })).isVisible;
  expect(await isVisible()).toBe(false);
  await showMembership(bo, { associationSlug: slug, isVisible: true });
  expect(await isVisible()).toBe(true);
  await showMembership(bo, { associationSlug: slug, isVisible: false });
  expect(await isVisible()).toBe(false);
});
