import { afterAll, expect, test } from "vitest";
import { DAY_MS, dateOf, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { aMemberOf, anAssociation, aPerson, expectInvariants, said } from "@/lib/testing/associations";
import { leaveAssociation } from "../leaving/commands";
import { renewCard, setCard } from "./commands";
import { findCardProof, findOwnCard } from "./queries";

afterAll(expectInvariants);

async function aCard(tells: "NOTHING" | "VALIDITY" | "NAME" = "VALIDITY") {
  const { id, slug } = await anAssociation();
  const bo = await aMemberOf(id);
  expect(said(await setCard(bo, { associationSlug: slug, tells }))).toBe("ok");
  const { token } = await db.membershipCard.findFirstOrThrow({ where: { membership: { memberId: bo.memberId } } });
  return { id, slug, bo, token };
}

test("a card tells nothing until its owner says so, then where and until when, then the name", async () => {
  const { slug, bo, token } = await aCard("NOTHING");
  expect(token).toMatch(/^[\w-]{43}$/);
  expect([await findOwnCard(bo, slug), await findCardProof(token)]).toMatchObject([
    { tells: "NOTHING", token: null },
    null,
  ]);
  await setCard(bo, { associationSlug: slug, tells: "VALIDITY" });
  expect(await findCardProof(token)).toMatchObject({ association: { slug }, name: null });
  await setCard(bo, { associationSlug: slug, tells: "NAME" });
  expect(await findCardProof(token)).toMatchObject({ name: "Bo Membro" });
  expect((await findOwnCard(bo, slug))?.token).toBe(token);
});

test("a renewed card stops the old one; an exit stops it for good, also after a return", async () => {
  const { id, slug, bo, token } = await aCard();
  expect(said(await renewCard(bo, { associationSlug: slug }))).toBe("ok");
  const renewed = (await findOwnCard(bo, slug))?.token ?? "";
  expect([await findCardProof(token), (await findCardProof(renewed))?.association.slug]).toEqual([null, slug]);
  await leaveAssociation(bo, { associationSlug: slug });
  expect([await findCardProof(renewed), await findOwnCard(bo, slug)]).toEqual([null, null]);
  expect(await db.membershipCard.count({ where: { membership: { associationId: id } } })).toBe(0);
});

test("past the statement's last day in Rome, or once its owner is suspended, a card tells nothing", async () => {
  const { slug, bo, token } = await aCard("NAME");
  const until = dateOf((await findOwnCard(bo, slug))?.until ?? "");
  const midnight = [21, 22, 23]
    .map((hour) => new Date(until.getTime() + hour * 3_600_000))
    .find((at) => dayOf(at) > dayOf(until));
  const before = new Date((midnight?.getTime() ?? 0) - 1);
  expect([await findCardProof(token, before), await findCardProof(token, midnight)]).toMatchObject([
    { name: "Bo Membro" },
    null,
  ]);
  await db.account.update({ where: { id: bo.accountId }, data: { suspendedAt: new Date(Date.now() - DAY_MS) } });
  expect(await findCardProof(token)).toBeNull();
});

test("A2: nobody but its owner finds or makes a card; what is no token is no card", async () => {
  const { id, slug } = await aCard();
  const stranger = await aPerson();
  expect(await findOwnCard(stranger, slug)).toBeNull();
  expect(said(await setCard(stranger, { associationSlug: slug, tells: "NAME" }))).toBe("common.notFound");
  expect(said(await renewCard(await aMemberOf(id), { associationSlug: slug }))).toBe("membership.noCard");
  for (const given of ["", "x", "%", "a".repeat(43), "'; --"]) expect(await findCardProof(given)).toBeNull();
});

test("A7: twenty rounds of two first cards at once make one", async () => {
  for (let round = 0; round < 20; round++) {
    const { id, slug } = await anAssociation();
    const bo = await aMemberOf(id);
    const answers = await Promise.all(
      (["VALIDITY", "NAME"] as const).map((tells) => setCard(bo, { associationSlug: slug, tells })),
    );
    expect(answers.map(said)).toEqual(["ok", "ok"]);
    expect(await db.membershipCard.count({ where: { membership: { memberId: bo.memberId } } })).toBe(1);
  }
}, 60_000);
