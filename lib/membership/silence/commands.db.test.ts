import { afterAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { addDays } from "@/lib/core/duration";
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
import { applyToAssociation } from "../application/commands";
import { leaveAssociation } from "../leaving/commands";
import { resumeMembership } from "../pausing/commands";
import { offerRole } from "../role/commands";
import { followSilences } from "./commands";

afterAll(expectInvariants);

const stateOf = async ({ memberId }: Actor, associationId: string) =>
  (await db.membership.findUniqueOrThrow({ where: { associationId_memberId: { associationId, memberId } } })).state;
const notices = ({ memberId }: Actor) => db.activity.count({ where: { memberId, kind: "membership.silent" } });

/** A member whose last sign of life is now; the job as it runs so long after. */
async function aSilence(change: Parameters<typeof aMemberOf>[1] = {}) {
  const association = await anAssociation();
  const bo = await aMemberOf(association.id, change);
  const { at } = await db.activity.findFirstOrThrow({ where: { actorId: bo.memberId }, orderBy: { at: "desc" } });
  const after = (days: number, ms = 0) => followSilences(new Date(addDays(at, days).getTime() + ms));
  return { ...association, bo, at, after };
}

type Signing = { id: string; slug: string; steward: Actor; bo: Actor; on: Date };

/** What somebody does in a life together that leaves no activity. */
async function giveSign(sign: "message" | "trust" | "vote" | "absence", { id, slug, steward, bo, on }: Signing) {
  const [memberId, associationId] = [bo.memberId, id];
  const of = (one: Actor) => ({ associationId_memberId: { associationId, memberId: one.memberId } });
  const own = await db.membership.findUniqueOrThrow({ where: of(bo) });
  const other = await db.membership.findUniqueOrThrow({ where: of(steward) });
  if (sign === "message") {
    const candidate = await aPerson();
    await applyToAssociation(candidate, await papersFor(slug));
    const where = { memberId: candidate.memberId, associationId };
    const { id: applicationId } = await db.application.findFirstOrThrow({ where });
    await db.applicationMessage.create({ data: { applicationId, authorId: memberId, text: "Grazie.", at: on } });
  } else if (sign === "trust")
    await db.roleTrust.create({ data: { membershipId: other.id, trusterId: memberId, givenAt: on } });
  else if (sign === "absence")
    await db.absence.create({
      data: { membershipId: own.id, fromOn: addDays(on, 300), untilOn: addDays(on, 310), statedAt: on },
    });
  else {
    const electors = { create: { memberId, hasVoted: true } };
    const kept = { isSecret: true, isHidden: true, quorum: "HALF", threshold: "MAJORITY", kind: "GENERAL" } as const;
    const times = { openedAt: addDays(on, -7), closesAt: on };
    await db.decision.create({
      data: { associationId, title: "Banco", text: "Un banco.", ...kept, ...times, electors },
    });
  }
}

test("M12: a notice at ninety days, a pause at a hundred and eighty, on the record as time's doing, never out", async () => {
  const { id, slug, bo, after } = await aSilence();
  await after(90, -1);
  expect(await notices(bo)).toBe(0);
  for (const days of [90, 91, 179]) await after(days);
  expect([await notices(bo), await stateOf(bo, id)]).toEqual([1, "ACTIVE"]);
  await after(180);
  expect(await stateOf(bo, id)).toBe("PAUSED");
  await after(2000);
  expect(await stateOf(bo, id)).toBe("PAUSED");
  const event = await db.membershipEvent.findFirstOrThrow({
    where: { to: "PAUSED", membership: { memberId: bo.memberId } },
  });
  expect(event).toMatchObject({ from: "ACTIVE", actorId: null, reason: "silence" });
  expect(said(await resumeMembership(bo, { associationSlug: slug }))).toBe("ok");
});

test("M12: an act there in between begins the count again", async () => {
  const { id, slug, steward, bo, after } = await aSilence();
  const cy = await makeRole(id, "STEWARD");
  await after(90);
  const { handle } = await db.member.findUniqueOrThrow({ where: { id: bo.memberId } });
  const later = addDays(new Date(), 100);
  await db.roleGrant.updateMany({ where: { membership: { memberId: cy.memberId } }, data: { grantedAt: later } });
  expect(said(await offerRole(steward, { associationSlug: slug, whom: handle, role: "WELCOMER" }, later))).toBe("ok");
  await followSilences(addDays(later, 85));
  expect([await stateOf(bo, id), await stateOf(steward, id)]).toEqual(["PAUSED", "ACTIVE"]);
});

test("M12: for who only listens, a visit is a sign of life; for others it is not", async () => {
  const listener = { isListening: true, kinds: [], minutesPerPeriod: null, period: null };
  for (const [change, told] of [
    [listener, 0],
    [{}, 1],
  ] as const) {
    const { bo, at, after } = await aSilence(change);
    const seen = { lastSeenAt: addDays(at, 60), expiresAt: addDays(at, 90), createdAt: at };
    await db.session.create({ data: { tokenHash: bo.memberId, accountId: bo.accountId, ...seen } });
    await after(100);
    expect(await notices(bo)).toBe(told);
  }
});

test("M12, R3: no timer empties an association: of two silent stewards one stays, in custody nobody is paused", async () => {
  const { id, slug, steward, bo, after } = await aSilence();
  const cy = await makeRole(id, "STEWARD");
  for (const days of [91, 182]) await after(days);
  const states = [await stateOf(steward, id), await stateOf(cy, id)].sort();
  expect([states, await stateOf(bo, id)]).toEqual([["ACTIVE", "PAUSED"], "PAUSED"]);
  const left = await aSilence();
  await leaveAssociation(left.steward, { associationSlug: left.slug });
  for (const days of [91, 400]) await left.after(days);
  expect(await stateOf(left.bo, left.id)).toBe("ACTIVE");
  expect(slug).not.toBe(left.slug);
});

test("A4: the job running twice at once tells and pauses once", async () => {
  for (let round = 0; round < 10; round++) {
    const { bo, after } = await aSilence();
    await Promise.all([after(90), after(90)]);
    expect(await notices(bo)).toBe(1);
    await Promise.all([after(180), after(180)]);
    expect(await db.activity.count({ where: { memberId: bo.memberId, kind: "membership.pausedByTime" } })).toBe(1);
  }
}, 60_000);

test.each([
  ["a word about papers", "message"],
  ["trust given to somebody", "trust"],
  ["a vote that ended then", "vote"],
  ["an absence stated then", "absence"],
] as const)("M12: %s is a sign of life, and the same of another is not", async (_what, sign) => {
  const { id, slug, steward, bo, at, after } = await aSilence();
  const cy = await aMemberOf(id);
  await giveSign(sign, { id, slug, steward, bo, on: addDays(at, 60) });
  await after(100);
  expect([await notices(bo), await notices(cy)]).toEqual([0, 1]);
  await after(151);
  expect(await notices(bo)).toBe(1);
});

test("M10, M12: a stated absence is no silence, and the count begins with its end", async () => {
  const { id, bo, at, after } = await aSilence();
  const where = { associationId_memberId: { associationId: id, memberId: bo.memberId } };
  const { id: membershipId } = await db.membership.findUniqueOrThrow({ where });
  const days = { fromOn: addDays(at, 1), untilOn: addDays(at, 200), statedAt: at };
  await db.absence.create({ data: { membershipId, ...days } });
  for (const day of [91, 181, 199, 289]) await after(day);
  expect([await notices(bo), await stateOf(bo, id)]).toEqual([0, "ACTIVE"]);
  await after(292);
  expect([await notices(bo), await stateOf(bo, id)]).toEqual([1, "ACTIVE"]);
});
