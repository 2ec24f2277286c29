import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { aMemberOf, anAssociation, expectInvariants } from "@/lib/testing/associations";
import { makePositions, type Positions } from "@/lib/testing/positions";
import { glimpseMembers, listMembers } from "./queries";

let world: Positions;
beforeAll(async () => {
  world = await makePositions();
});
afterAll(expectInvariants);

describe("A2, PV1: who is seen to belong", () => {
  const names = async (viewer: Viewer) =>
    (await glimpseMembers(viewer, world.id)).items.map(({ person }) => person.handle).sort();

  test("fellow members see all, and how many; others only those who opened it and may be found", async () => {
    const { id, member, outsider, steward } = world;
    const open = await aMemberOf(id);
    const hidden = await aMemberOf(id);
    await db.membership.updateMany({
      where: { memberId: { in: [open.memberId, hidden.memberId] } },
      data: { isVisible: true },
    });
    await db.member.update({ where: { id: hidden.memberId }, data: { isListed: false } });
    await db.$executeRaw`SELECT directory_refresh(ARRAY[${hidden.memberId}::uuid])`;

    expect(await names(member)).toEqual(expect.arrayContaining([steward.handle, open.handle, hidden.handle]));
    expect((await glimpseMembers(member, id)).more).toBe(0);
    expect(await names(outsider)).toEqual([open.handle]);
    expect((await glimpseMembers(outsider, id)).more).toBeNull();
    expect(await names(null)).toEqual([]);
    await db.member.update({ where: { id: open.memberId }, data: { isPublic: true } });
    await db.memberFieldAudience.create({
      data: { memberId: open.memberId, field: "MEMBERSHIPS", audience: "PUBLIC" },
    });
    await db.$executeRaw`SELECT directory_refresh(ARRAY[${open.memberId}::uuid])`;
    expect(await names(null)).toEqual([open.handle]);
    await db.memberFieldAudience.updateMany({ where: { memberId: open.memberId }, data: { audience: "ONLY_ME" } });
    await db.$executeRaw`SELECT directory_refresh(ARRAY[${open.memberId}::uuid])`;
    expect(await names(outsider)).toEqual([]);
  });

  test("PT3: a role refused or ended moves nobody up; one held does", async () => {
    const { id, steward } = await anAssociation();
    const [first, second] = [await aMemberOf(id), await aMemberOf(id)];
    const where = { associationId_memberId: { associationId: id, memberId: second.memberId } };
    const { id: membershipId } = await db.membership.findUniqueOrThrow({ where });
    const grant = { membershipId, role: "WELCOMER", grantedAt: new Date(), endedAt: new Date() } as const;
    await db.roleGrant.createMany({
      data: [
        { ...grant, state: "REFUSED" },
        { ...grant, state: "ENDED" },
      ],
    });
    const order = async () => (await glimpseMembers(first, id)).items.map(({ person }) => person.handle);
    expect(await order()).toEqual([steward.handle, first.handle, second.handle]);
    await db.roleGrant.create({ data: { membershipId, role: "WELCOMER", grantedAt: new Date(), state: "HELD" } });
    expect(await order()).toEqual([steward.handle, second.handle, first.handle]);
  });

  test("the list of members says roles and pledges, and walks on by its cursor", async () => {
    const roster = await listMembers(world.member, world.slug, null);
    const line = roster?.items.find(({ person }) => person.handle === world.welcomer.handle);
    expect(line).toMatchObject({
      roles: ["WELCOMER"],
      pledge: { minutesPerPeriod: 180, statement: "Porto il furgone." },
    });
    expect(roster?.items.map(({ person }) => person.handle)).not.toContain(world.leaver.handle);
    expect(await listMembers(world.member, world.slug, "not-a-cursor")).toMatchObject({ total: roster?.total });
  });
});
