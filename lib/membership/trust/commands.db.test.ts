import { afterAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { addDays } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { aMemberOf, anAssociation, aPerson, expectInvariants, said } from "@/lib/testing/associations";
import { makeProject } from "@/lib/testing/projects";
import { defineRole } from "../bundle/commands";
import { findRoleRegister } from "../bundle/queries";
import { leaveAssociation } from "../leaving/commands";
import { pauseMembership } from "../pausing/commands";
import { findPosition } from "../position/queries";
import { acceptRole, offerRole } from "../role/commands";
import { giveTrust, reviewTrust, withdrawTrust } from "./commands";

afterAll(expectInvariants);

const grantOf = ({ memberId }: Actor) =>
  db.roleGrant.findFirstOrThrow({ where: { membership: { memberId } }, orderBy: { grantedAt: "desc" } });

/** They did something together: the one confirmed what the other contributed to a project. */
async function shared(one: Actor, other: Actor, associationId: string): Promise<void> {
  const at = new Date();
  await db.contribution.create({
    data: {
      ...{ memberId: one.memberId, confirmedById: other.memberId, associationId, state: "CONFIRMED", kind: "TIME" },
      ...{ title: "Insieme.", doneOn: at, declaredAt: at, confirmedAt: at },
    },
  });
}

/** A role by trust offered to somebody among six who take part, three of whom did something with them. */
async function anOffer() {
  const { id, slug, steward } = await anAssociation();
  const bo = await aMemberOf(id);
  const trusters = [await aMemberOf(id), await aMemberOf(id), await aMemberOf(id)];
  const stranger = await aMemberOf(id);
  for (const one of trusters) await shared(bo, one, id);
  const made = await defineRole(steward, {
    ...{
      associationSlug: slug,
      name: "Garante",
      duty: "Ascolta tutti.",
      responsibilities: ["INVITE" as const],
      isByTrust: true,
    },
  });
  if (!made.ok) throw new Error(made.refusal.code);
  const role = made.value.ownRoleId;
  expect(said(await offerRole(steward, { associationSlug: slug, whom: bo.handle, role }))).toBe("ok");
  const { id: roleGrantId } = await grantOf(bo);
  return {
    id,
    slug,
    steward,
    bo,
    trusters,
    stranger,
    roleGrantId,
    trust: { associationSlug: slug, handle: bo.handle, whom: bo.handle },
  };
}

async function aHolder() {
  const offer = await anOffer();
  for (const one of offer.trusters) expect(said(await giveTrust(one, offer.trust))).toBe("ok");
  expect(said(await acceptRole(offer.bo, { roleGrantId: offer.roleGrantId }))).toBe("ok");
  return offer;
}

test("R4: two trusters of three are not enough, three are; only of those who did something together", async () => {
  const { id, bo, trusters, stranger, roleGrantId, trust } = await anOffer();
  expect((await grantOf(bo)).trustNeeded).toBe(3);
  expect(said(await giveTrust(stranger, trust))).toBe("membership.noSharedActivity");
  expect(said(await giveTrust(bo, trust))).toBe("membership.trustSelf");
  const [first, second, third] = trusters as [Actor, Actor, Actor];
  for (const one of [first, second]) expect(said(await giveTrust(one, trust))).toBe("ok");
  expect(said(await giveTrust(first, trust))).toBe("membership.trustGiven");
  expect(said(await acceptRole(bo, { roleGrantId }))).toBe("membership.trustMissing");
  expect(await findPosition(bo, { associationId: id })).toMatchObject({
    offeredRoles: [{ trust: { needed: 3, isThere: false } }],
  });
  await giveTrust(third, trust);
  expect(said(await acceptRole(bo, { roleGrantId }))).toBe("ok");
});

test("R4: a shared project is something done together", async () => {
  const { id, slug, bo, stranger, trust } = await anOffer();
  const { needIds } = await makeProject(bo, { association: slug });
  expect(said(await giveTrust(stranger, trust))).toBe("membership.noSharedActivity");
  const competence = await db.competence.findFirstOrThrow({ select: { id: true } });
  await db.needOffer.create({
    data: {
      ...{ needId: needIds[0] ?? "", memberId: stranger.memberId, brings: "COMPETENCE", competenceId: competence.id },
      ...{ state: "ACCEPTED", offeredAt: new Date(), decidedAt: new Date() },
    },
  });
  expect(said(await giveTrust(stranger, trust))).toBe("ok");
  expect(id).toBeTruthy();
});

test("R4: trust taken back ends every role it carried at once, and nobody learns through whom", async () => {
  const { bo, slug, trusters, trust, roleGrantId } = await aHolder();
  const [first] = trusters as [Actor];
  expect(said(await withdrawTrust(first, trust))).toBe("ok");
  expect(await grantOf(bo)).toMatchObject({ id: roleGrantId, state: "ENDED", endedById: null });
  const told = await db.activity.findFirstOrThrow({ where: { kind: "membership.roleEnded", memberId: bo.memberId } });
  expect(told.actorId).toBeNull();
  expect(said(await withdrawTrust(first, trust))).toBe("membership.trustNotGiven");
  expect(JSON.stringify(await findRoleRegister(bo, slug))).not.toContain(`"trusted":[{`);
});

test("R4: a leaver's trust counts until the role's anniversary", async () => {
  const { slug, bo, trusters } = await aHolder();
  await leaveAssociation(trusters[0] as Actor, { associationSlug: slug });
  const { acceptedAt } = await grantOf(bo);
  const review = new Date(acceptedAt ?? 0);
  review.setUTCFullYear(review.getUTCFullYear() + 1);
  await reviewTrust(new Date(review.getTime() - 1));
  expect((await grantOf(bo)).state).toBe("HELD");
  await reviewTrust(review);
  expect((await grantOf(bo)).state).toBe("ENDED");
});

test("R5: members who come later ask no more of a role offered before", async () => {
  const { id, slug, steward } = await anAssociation();
  const bo = await aMemberOf(id);
  const made = await defineRole(steward, {
    ...{ associationSlug: slug, name: "Garante", duty: "Ascolta tutti.", responsibilities: [], isByTrust: true },
  });
  const role = made.ok ? made.value.ownRoleId : "";
  await offerRole(steward, { associationSlug: slug, whom: bo.handle, role });
  for (const _ of [1, 2, 3, 4]) await aMemberOf(id);
  await shared(bo, steward, id);
  const { id: roleGrantId } = await grantOf(bo);
  expect(said(await acceptRole(bo, { roleGrantId }))).toBe("membership.trustMissing");
  await giveTrust(steward, { associationSlug: slug, whom: bo.handle });
  expect(said(await acceptRole(bo, { roleGrantId }, addDays(new Date(), 1)))).toBe("ok");
});

test("A2: whoever pauses gives no trust, whether or not anybody bears the name", async () => {
  const { slug, trusters, trust } = await anOffer();
  const [paused] = trusters as [Actor];
  expect(said(await pauseMembership(paused, { associationSlug: slug }))).toBe("ok");
  for (const whom of [trust.whom, "Nessuno Qui"])
    expect(said(await giveTrust(paused, { associationSlug: slug, whom }))).toBe("membership.notActive");
});

test("A2: outsiders give no trust and learn of no member; the list of one's own is nobody else's", async () => {
  const { slug, bo, trusters, trust } = await aHolder();
  expect(said(await giveTrust(await aPerson(), trust))).toBe("common.notFound");
  expect((await findRoleRegister(trusters[0] as Actor, slug))?.trusted).toMatchObject([{ handle: bo.handle }]);
  expect((await findRoleRegister(bo, slug))?.trusted).toEqual([]);
});

test("A4: rounds of trust given twice at once, and of two taken back at once, count once each", async () => {
  for (let round = 0; round < 10; round++) {
    const { bo, trusters, trust } = await aHolder();
    const [first, second] = trusters as [Actor, Actor];
    await Promise.all([withdrawTrust(first, trust), withdrawTrust(second, trust)]);
    expect(await db.activity.count({ where: { kind: "membership.roleEnded", memberId: bo.memberId } })).toBe(1);
    const again = await Promise.all([giveTrust(first, trust), giveTrust(first, trust)]);
    expect(again.map(said).sort()).toEqual(["membership.trustGiven", "ok"]);
  }
}, 60_000);
