import { afterAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import { aMemberOf, anAssociation, aPerson, expectInvariants, makeRole, papersFor } from "@/lib/testing/associations";
import { aLetter, aLink } from "@/lib/testing/letters";
import { applyToAssociation } from "./application/commands";
import { inviteMember } from "./invitation/commands";
import { takeUpOpening } from "./opening/commands";

afterAll(expectInvariants);

class Undo extends Error {}

/** What check_invariants() says of a database where a rule was broken behind the commands' back; then it is as it was. */
async function foundAfter(breaking: (tx: Tx) => Promise<unknown>): Promise<unknown[]> {
  let found: unknown[] = [];
  const undone = db.$transaction(async (tx) => {
    await breaking(tx);
    found = await tx.$queryRaw<unknown[]>`SELECT "rule", "id", "detail" FROM check_invariants()`;
    throw new Undo();
  });
  await expect(undone).rejects.toThrow(Undo);
  return found;
}

const ofPair = (associationId: string, memberId: string) => ({ associationId_memberId: { associationId, memberId } });
const LISTENING = { isListening: true, kinds: [], minutesPerPeriod: null, period: null };

test("M3: an application pending of somebody who is in is named", async () => {
  const { id: associationId, slug, steward } = await anAssociation();
  const applicant = await aPerson("Carla Attesa");
  await applyToAssociation(applicant, await papersFor(slug));
  expect(await foundAfter(async () => {})).toEqual([]);
  const { id } = await db.application.findFirstOrThrow({ where: { associationId, state: "PENDING" } });
  const { memberId } = steward;
  expect(await foundAfter((tx) => tx.application.update({ where: { id }, data: { memberId } }))).toMatchObject([
    { rule: "M3", id, detail: expect.stringContaining("application") },
  ]);
});

test("M3: an invitation pending of somebody who is in is named", async () => {
  const { id: associationId, slug, steward } = await anAssociation();
  const [invited, { memberId }] = [await aPerson("Ivo Invitato"), await aMemberOf(associationId)];
  const reason = "Abbiamo visto il tuo lavoro al lavatoio e ci manca chi sappia di legno.";
  await inviteMember(steward, { associationSlug: slug, whom: invited.handle, reason });
  expect(await foundAfter(async () => {})).toEqual([]);
  const { id } = await db.invitation.findFirstOrThrow({ where: { associationId, state: "PENDING" } });
  expect(await foundAfter((tx) => tx.invitation.update({ where: { id }, data: { memberId } }))).toMatchObject([
    { rule: "M3", id, detail: expect.stringContaining("invitation") },
  ]);
});

test("PT1: a role held by somebody whose latest pledge only listens is named", async () => {
  const { id: associationId } = await anAssociation();
  const [{ memberId }, listener] = [
    await makeRole(associationId, "WELCOMER"),
    await aMemberOf(associationId, LISTENING),
  ];
  const { id } = await db.roleGrant.findFirstOrThrow({ where: { role: "WELCOMER", membership: { memberId } } });
  const { id: membershipId } = await db.membership.findUniqueOrThrow({
    where: ofPair(associationId, listener.memberId),
  });
  expect(await foundAfter((tx) => tx.roleGrant.update({ where: { id }, data: { membershipId } }))).toMatchObject([
    { rule: "PT1", id },
  ]);
  const renewed = async (tx: Tx) => {
    await tx.roleGrant.update({ where: { id }, data: { membershipId } });
    await tx.$executeRaw`
      INSERT INTO "Pledge" SELECT (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'applicationId', NULL, 'isListening', false,
        'kinds', ARRAY['TIME'], 'minutesPerPeriod', 60, 'period', 'MONTH', 'acceptedAt', p."acceptedAt" + interval '1 second'))).*
        FROM "Pledge" p WHERE p."membershipId" = ${membershipId}::uuid`;
  };
  expect(await foundAfter(renewed)).toEqual([]);
});

test.each(["suspended", "erased"])("A2: somebody %s who is found is named", async (which) => {
  const [gone, other] = [await aPerson("Gina Partita"), await aPerson("Olmo Presente")];
  const leave = (tx: Tx) =>
    which === "erased"
      ? tx.member.update({ where: { id: gone.memberId }, data: { accountId: null } })
      : tx.account.update({ where: { id: gone.accountId }, data: { suspendedAt: new Date() } });
  expect(await foundAfter(leave)).toEqual([]);
  const found = await foundAfter(async (tx) => {
    await leave(tx);
    await tx.$executeRaw`UPDATE "DirectoryEntry" SET "memberId" = ${gone.memberId}::uuid WHERE "memberId" = ${other.memberId}::uuid`;
  });
  expect(found).toMatchObject([{ rule: "A2", id: gone.memberId, detail: "somebody suspended or erased is found" }]);
});

describe("the doors", () => {
  const REASON = "Abbiamo visto il tuo lavoro al lavatoio e ci manca chi sappia di legno.";
  const only = (rule: string, id: string) => [expect.objectContaining({ rule, id })];

  test("R5: somebody admitted by fewer, or with fewer words, than their application was handed in under is named", async () => {
    const { id: associationId, slug, steward } = await anAssociation();
    const applicant = await aPerson("Carla Attesa");
    await applyToAssociation(applicant, await papersFor(slug));
    await inviteMember(steward, { associationSlug: slug, whom: applicant.handle, reason: REASON });
    const { id } = await db.application.findFirstOrThrow({ where: { associationId, door: "APPLICATION" } });
    const change = (data: { decidersRequired?: number; sponsorsRequired?: number }) =>
      foundAfter((tx) => tx.application.update({ where: { id }, data }));
    expect(await change({})).toEqual([]);
    expect(await change({ decidersRequired: 2 })).toEqual(only("M6", id));
    expect(await change({ sponsorsRequired: 1 })).toEqual(only("R5", id));
  });

  test("M4: something said after the end is named", async () => {
    const { id: associationId, slug } = await anAssociation();
    await applyToAssociation(await aPerson("Carla Attesa"), await papersFor(slug));
    const { id: applicationId, memberId: authorId } = await db.application.findFirstOrThrow({
      where: { associationId, state: "PENDING" },
    });
    const [early, late] = [new Date(), new Date(Date.now() + 1000)];
    const said = (at: Date) =>
      foundAfter(async (tx) => {
        await tx.applicationMessage.create({ data: { applicationId, authorId, text: "Ciao", at } });
        await tx.application.update({ where: { id: applicationId }, data: { state: "WITHDRAWN", closedAt: early } });
      });
    expect(await said(early)).toEqual([]);
    expect(await said(late)).toMatchObject([{ rule: "M4" }]);
  });

  test("A5: a link taken up more often than it counted, and the mail of a closed letter, are named", async () => {
    const { slug, steward } = await anAssociation();
    const link = await aLink(steward, slug);
    await takeUpOpening(await aPerson(), { token: link.token });
    const forgotten = (tx: Tx) => tx.invitationLink.update({ where: { id: link.id }, data: { usesTaken: 0 } });
    expect(await foundAfter(forgotten)).toEqual(only("A5", link.id));
    const { id } = await aLetter(steward, slug);
    const data = { state: "EXPIRED", closedAt: new Date(), email: null, reason: "" } as const;
    const kept = (tx: Tx) => tx.letter.update({ where: { id }, data });
    expect(await foundAfter(kept)).toEqual(only("PV3", id));
  });
});
