import { afterAll, expect, test } from "vitest";
import { addDays } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { aMemberOf, anAssociation, aPerson, expectInvariants, makeRole } from "@/lib/testing/associations";
import { setCard } from "../card/commands";
import { findCardProof } from "../card/queries";
import { inviteMember } from "../invitation/commands";
import { glimpseMembers, listMembers } from "../roster/queries";
import { leaveAssociation } from "./commands";
import { findLeaving } from "./queries";

afterAll(expectInvariants);

test("M8: the page counts what the exit does: invitations not answered, links that open", async () => {
  const { id, slug } = await anAssociation();
  const bo = await makeRole(id, "WELCOMER");
  const asked = await aPerson();
  await inviteMember(bo, { associationSlug: slug, whom: asked.handle, reason: "x".repeat(40) });
  const [now, link] = [new Date(), { associationId: id, makerId: bo.memberId, reason: "Vieni.", usesMax: 5 }];
  await db.invitationLink.createMany({
    data: [
      { ...link, code: `open-${bo.memberId}`, createdAt: now, expiresAt: addDays(now, 5) },
      { ...link, code: `over-${bo.memberId}`, createdAt: addDays(now, -9), expiresAt: addDays(now, -2) },
    ],
  });
  expect(await findLeaving(bo, slug)).toMatchObject({ roles: ["WELCOMER"], invitations: 1, links: 1 });
  await leaveAssociation(bo, { associationSlug: slug });
  expect(await db.invitationLink.count({ where: { makerId: bo.memberId, revokedAt: null } })).toBe(0);
  expect(await findLeaving(bo, slug)).toBeNull();
});

test("M8, A2: whoever left appears as a member to nobody, and their card tells nothing", async () => {
  const { id, slug, steward } = await anAssociation();
  const bo = await aMemberOf(id);
  await db.membership.updateMany({ where: { memberId: bo.memberId }, data: { isVisible: true } });
  await setCard(bo, { associationSlug: slug, tells: "NAME" });
  const { token } = await db.membershipCard.findFirstOrThrow({ where: { membership: { memberId: bo.memberId } } });
  const seen = async () => {
    const [roster, within, outside] = [
      await listMembers(steward, slug, null),
      await glimpseMembers(steward, id),
      await glimpseMembers(null, id),
    ];
    const lists = [roster?.items ?? [], within.items, outside.items];
    return lists.map((items) => items.some(({ person }) => person.handle === bo.handle));
  };
  expect((await seen()).slice(0, 2)).toEqual([true, true]);
  await leaveAssociation(bo, { associationSlug: slug });
  expect([await seen(), await findCardProof(token)]).toEqual([[false, false, false], null]);
});
