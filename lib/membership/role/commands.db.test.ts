import { afterAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { addDays } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { aMemberOf, anAssociation, aPerson, expectInvariants, makeRole, said, tally } from "@/lib/testing/associations";
import { readStanding } from "../facts";
import { leaveAssociation } from "../leaving/commands";
import { acceptRole, endRole, offerRole, refuseRole, takeUpCustody } from "./commands";

afterAll(expectInvariants);

const holds = async ({ memberId }: Actor, associationId: string) =>
  (await db.$transaction((tx) => readStanding(tx, { memberId, associationId, now: new Date() })))?.responsibilities ??
  [];
const grantOf = async ({ memberId }: Actor) =>
  (await db.roleGrant.findFirstOrThrow({ where: { membership: { memberId } }, orderBy: { grantedAt: "desc" } })).id;
const stateOf = async (id: string) => (await db.association.findUniqueOrThrow({ where: { id } })).state;
const LISTENING = { isListening: true, kinds: [], minutesPerPeriod: null, period: null };

describe("offering and answering", () => {
  test("PT2: a role binds only once the same person accepts it", async () => {
    const { id, slug, steward } = await anAssociation();
    const bo = await aMemberOf(id);
    expect(said(await offerRole(steward, { associationSlug: slug, whom: bo.handle, role: "WELCOMER" }))).toBe("ok");
    expect(await holds(bo, id)).toEqual([]);
    const roleGrantId = await grantOf(bo);
    for (const actor of [steward, await aPerson()])
      expect(said(await acceptRole(actor, { roleGrantId }))).toBe("common.notFound");
    expect(said(await acceptRole(bo, { roleGrantId }))).toBe("ok");
    expect(await holds(bo, id)).toEqual(["ADMIT", "INVITE"]);
    expect(said(await acceptRole(bo, { roleGrantId }))).toBe("membership.roleOfferOver");
  });

  test("PT3: «non ora» is told to whoever offered alone, and the same person waits ninety days", async () => {
    const { id, slug, steward } = await anAssociation();
    const [bo, other] = [await aMemberOf(id), await makeRole(id, "STEWARD")];
    const input = { associationSlug: slug, whom: bo.handle, role: "WELCOMER" as const };
    const now = new Date();
    await offerRole(steward, input, now);
    expect(said(await refuseRole(bo, { roleGrantId: await grantOf(bo) }, now))).toBe("ok");
    const told = await db.activity.findFirstOrThrow({
      where: { kind: "membership.roleRefused", actorId: bo.memberId },
    });
    expect(told).toMatchObject({ memberId: steward.memberId, associationId: null });
    expect(said(await offerRole(steward, input, new Date(addDays(now, 90).getTime() - 1)))).toBe(
      "membership.notAgainYet",
    );
    expect(said(await offerRole(steward, input, addDays(now, 90)))).toBe("ok");
    await refuseRole(bo, { roleGrantId: await grantOf(bo) }, addDays(now, 90));
    expect(said(await offerRole(other, input, addDays(now, 91)))).toBe("ok");
  });

  test("R1, R2: nobody grants without GRANT, beyond what they hold, to themselves or to outsiders", async () => {
    const { id, slug, steward } = await anAssociation();
    const welcomer = await makeRole(id, "WELCOMER");
    const [bo, outsider] = [await aMemberOf(id), await aPerson()];
    const offer = (actor: Actor, handle: string, role: "STEWARD" | "WELCOMER" = "WELCOMER") =>
      offerRole(actor, { associationSlug: slug, whom: handle, role });
    for (const actor of [welcomer, bo, outsider]) expect(said(await offer(actor, bo.handle))).toBe("common.notFound");
    expect(said(await offer(steward, steward.handle))).toBe("membership.ownRole");
    expect(said(await offer(steward, outsider.handle))).toBe("membership.noSuchMember");
    expect(said(await offer({ ...steward, isSuspended: true }, bo.handle))).toBe("common.suspended");
    expect(said(await offer(steward, welcomer.handle))).toBe("membership.roleCurrent");
  });

  test("PT1: whoever only listens is offered no role, nor takes up one offered before", async () => {
    const { id, slug, steward } = await anAssociation();
    const silent = await aMemberOf(id, LISTENING);
    const input = { associationSlug: slug, whom: silent.handle, role: "WELCOMER" as const };
    expect(said(await offerRole(steward, input))).toBe("membership.listeningHoldsRole");
    const { membershipId } = await db.pledge.findFirstOrThrow({ where: { membership: { memberId: silent.memberId } } });
    const { id: roleGrantId } = await db.roleGrant.create({
      data: { membershipId, role: "WELCOMER", grantedAt: new Date() },
    });
    expect(said(await acceptRole(silent, { roleGrantId }))).toBe("membership.listeningHoldsRole");
  });
});

describe("ending", () => {
  test("R2: a steward ends another's role, a welcomer does not; a holder lays their own down", async () => {
    const { id, steward } = await anAssociation();
    const [bo, cy] = [await makeRole(id, "WELCOMER"), await makeRole(id, "STEWARD")];
    expect(said(await endRole(bo, { roleGrantId: await grantOf(cy) }))).toBe("common.notFound");
    expect(said(await endRole(await aPerson(), { roleGrantId: await grantOf(cy) }))).toBe("common.notFound");
    expect(said(await endRole(bo, { roleGrantId: await grantOf(bo) }))).toBe("ok");
    expect(said(await endRole(steward, { roleGrantId: await grantOf(bo) }))).toBe("membership.roleOver");
    expect(said(await endRole(steward, { roleGrantId: await grantOf(cy) }))).toBe("ok");
    expect(await holds(cy, id)).toEqual([]);
  });

  test("R3: the last who holds custody is not removed, by themselves or anybody, and the database stands behind it", async () => {
    const { id, steward } = await anAssociation();
    const bo = await makeRole(id, "STEWARD");
    expect(said(await endRole(bo, { roleGrantId: await grantOf(steward) }))).toBe("ok");
    expect(said(await endRole(bo, { roleGrantId: await grantOf(bo) }))).toBe("membership.lastSteward");
    const write = db.roleGrant.update({ where: { id: await grantOf(bo) }, data: { state: "ENDED" } });
    await expect(write).rejects.toThrow(/R3/);
    expect(await holds(bo, id)).toContain("CUSTODY");
  });

  test("R3: a steward who is suspended does not count as one who looks after the association", async () => {
    const { id, steward } = await anAssociation();
    const bo = await makeRole(id, "STEWARD");
    const suspend = (suspendedAt: Date | null) =>
      db.account.update({ where: { id: bo.accountId }, data: { suspendedAt } });
    await suspend(new Date());
    expect(said(await endRole(steward, { roleGrantId: await grantOf(steward) }))).toBe("membership.lastSteward");
    await suspend(null);
    expect(said(await endRole(steward, { roleGrantId: await grantOf(steward) }))).toBe("ok");
  });

  test("R3, A4: twenty rounds of two stewards ending each other's role at once: one stays", async () => {
    const { id, steward } = await anAssociation();
    let [a, b] = [steward, await makeRole(id, "STEWARD")];
    for (let round = 0; round < 20; round++) {
      const [first, second] = await Promise.all([
        endRole(a, { roleGrantId: await grantOf(b) }),
        endRole(b, { roleGrantId: await grantOf(a) }),
      ]);
      expect([first.ok, second.ok].filter(Boolean)).toHaveLength(1);
      [a, b] = [first.ok ? a : b, await makeRole(id, "STEWARD")];
    }
  }, 60_000);

  test("R3, A4: twenty rounds of two stewards laying down at once: one stays", async () => {
    for (let round = 0; round < 20; round++) {
      const { id, steward } = await anAssociation();
      const bo = await makeRole(id, "STEWARD");
      const answers = await Promise.all(
        [steward, bo].map(async (actor) => endRole(actor, { roleGrantId: await grantOf(actor) })),
      );
      expect(tally(answers)).toEqual({ ok: 1, "membership.lastSteward": 1 });
    }
  }, 60_000);
});

describe("M7: custody", () => {
  async function abandoned() {
    const { id, slug, steward } = await anAssociation();
    const people = [await aMemberOf(id), await aMemberOf(id), await aMemberOf(id, LISTENING)] as const;
    await leaveAssociation(steward, { associationSlug: slug });
    expect(await stateOf(id)).toBe("CUSTODY");
    return { id, slug, steward, people };
  }

  test("a member who takes part steps up, and the association is open again; outsiders, listeners and the gone do not", async () => {
    const { id, slug, steward, people } = await abandoned();
    const input = { associationSlug: slug };
    for (const actor of [steward, await aPerson()])
      expect(said(await takeUpCustody(actor, input))).toBe("common.notFound");
    expect(said(await takeUpCustody(people[2], input))).toBe("membership.listeningHoldsRole");
    expect(said(await takeUpCustody(people[0], input))).toBe("ok");
    expect(await stateOf(id)).toBe("OPEN");
    expect(await holds(people[0], id)).toContain("CUSTODY");
    expect(said(await takeUpCustody(people[1], input))).toBe("membership.notInCustody");
  });

  test("an offer made before the custody and accepted in it ends it", async () => {
    const { id, slug, steward } = await anAssociation();
    const bo = await aMemberOf(id);
    await offerRole(steward, { associationSlug: slug, whom: bo.handle, role: "STEWARD" });
    await leaveAssociation(steward, { associationSlug: slug });
    expect(said(await acceptRole(bo, { roleGrantId: await grantOf(bo) }))).toBe("ok");
    expect(await stateOf(id)).toBe("OPEN");
  });

  test("A4: twenty rounds of two members stepping up at once: one", async () => {
    for (let round = 0; round < 20; round++) {
      const { slug, people } = await abandoned();
      const answers = await Promise.all(
        people.slice(0, 2).map((actor) => takeUpCustody(actor, { associationSlug: slug })),
      );
      expect(tally(answers)).toEqual({ ok: 1, "membership.notInCustody": 1 });
    }
  }, 60_000);
});
