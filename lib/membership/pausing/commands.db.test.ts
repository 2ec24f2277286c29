import { afterAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { addDays } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { aMemberOf, anAssociation, aPerson, expectInvariants, makeRole, said, tally } from "@/lib/testing/associations";
import { readStanding } from "../facts";
import { leaveAssociation } from "../leaving/commands";
import { endRole } from "../role/commands";
import { pauseMembership, resumeMembership } from "./commands";

afterAll(expectInvariants);

const standingOf = ({ memberId }: Actor, associationId: string) =>
  db.$transaction((tx) => readStanding(tx, { memberId, associationId, now: new Date() }));
const stateOf = async (id: string) => (await db.association.findUniqueOrThrow({ where: { id } })).state;

test("M10: pauses and comes back at once, on the record; roles sleep meanwhile and nothing ends", async () => {
  const { id, slug } = await anAssociation();
  const bo = await makeRole(id, "WELCOMER");
  expect(said(await pauseMembership({ ...bo, isSuspended: true }, { associationSlug: slug }))).toBe("ok");
  expect(await standingOf(bo, id)).toMatchObject({ state: "PAUSED", responsibilities: [] });
  expect(said(await pauseMembership(bo, { associationSlug: slug }))).toBe("membership.alreadyPaused");
  expect(said(await resumeMembership(bo, { associationSlug: slug }))).toBe("ok");
  expect(await standingOf(bo, id)).toMatchObject({ state: "ACTIVE", responsibilities: ["ADMIT", "INVITE"] });
  expect(said(await resumeMembership(bo, { associationSlug: slug }))).toBe("membership.notPaused");
  const { membershipId } = (await standingOf(bo, id)) ?? { membershipId: "" };
  const events = await db.membershipEvent.findMany({ where: { membershipId }, orderBy: { at: "asc" } });
  expect(events.map(({ to }) => to)).toEqual(["ACTIVE", "PAUSED", "ACTIVE"]);
});

test("M1: whoever waited at the lock with an earlier clock is on the record after the one they waited for", async () => {
  const { id, slug } = await anAssociation();
  const bo = await aMemberOf(id);
  const now = new Date();
  await pauseMembership(bo, { associationSlug: slug }, addDays(now, 1));
  expect(said(await resumeMembership(bo, { associationSlug: slug }, now))).toBe("ok");
  const { membershipId } = (await standingOf(bo, id)) ?? { membershipId: "" };
  const events = await db.membershipEvent.findMany({ where: { membershipId }, orderBy: { at: "asc" } });
  expect(events.map(({ to }) => to)).toEqual(["ACTIVE", "PAUSED", "ACTIVE"]);
});

test("A2: outsiders find nothing to pause; whoever left reads so; in pause one may leave", async () => {
  const { id, slug } = await anAssociation();
  expect(said(await pauseMembership(await aPerson(), { associationSlug: slug }))).toBe("common.notFound");
  expect(said(await resumeMembership(await aPerson(), { associationSlug: slug }))).toBe("common.notFound");
  const bo = await aMemberOf(id);
  await pauseMembership(bo, { associationSlug: slug });
  expect(said(await leaveAssociation(bo, { associationSlug: slug }))).toBe("ok");
  expect(said(await resumeMembership(bo, { associationSlug: slug }))).toBe("membership.notMember");
});

test("R3: the last who looks after it does not pause, nor is left alone by a steward in pause", async () => {
  const { id, slug, steward } = await anAssociation();
  expect(said(await pauseMembership(steward, { associationSlug: slug }))).toBe("membership.lastStewardPauses");
  const bo = await makeRole(id, "STEWARD");
  expect(said(await pauseMembership(bo, { associationSlug: slug }))).toBe("ok");
  expect(said(await pauseMembership(steward, { associationSlug: slug }))).toBe("membership.lastStewardPauses");
  const grant = await db.roleGrant.findFirstOrThrow({ where: { membership: { memberId: steward.memberId } } });
  expect(said(await endRole(steward, { roleGrantId: grant.id }))).toBe("membership.lastSteward");
});

test("R3, M7: a steward in pause leaves, or lays the role down, while another looks after it", async () => {
  const { id, slug } = await anAssociation();
  const [bo, cy] = [await makeRole(id, "STEWARD"), await makeRole(id, "STEWARD")];
  for (const actor of [bo, cy]) await pauseMembership(actor, { associationSlug: slug });
  const grant = await db.roleGrant.findFirstOrThrow({ where: { membership: { memberId: cy.memberId } } });
  expect(said(await endRole(cy, { roleGrantId: grant.id }))).toBe("ok");
  expect(await leaveAssociation(bo, { associationSlug: slug })).toMatchObject({ value: { isInCustody: false } });
  expect(await stateOf(id)).toBe("OPEN");
});

test("M7: leaving only a steward in pause behind places it in custody, and their return ends that", async () => {
  const { id, slug, steward } = await anAssociation();
  const bo = await makeRole(id, "STEWARD");
  await pauseMembership(bo, { associationSlug: slug });
  expect(await leaveAssociation(steward, { associationSlug: slug })).toMatchObject({ value: { isInCustody: true } });
  expect(await stateOf(id)).toBe("CUSTODY");
  expect(said(await resumeMembership(bo, { associationSlug: slug }))).toBe("ok");
  expect(await stateOf(id)).toBe("OPEN");
});

test("R3, A4: twenty rounds of two stewards pausing at once: one stays", async () => {
  for (let round = 0; round < 20; round++) {
    const { id, slug, steward } = await anAssociation();
    const bo = await makeRole(id, "STEWARD");
    const answers = await Promise.all([steward, bo].map((actor) => pauseMembership(actor, { associationSlug: slug })));
    expect(tally(answers)).toEqual({ ok: 1, "membership.lastStewardPauses": 1 });
  }
}, 60_000);
