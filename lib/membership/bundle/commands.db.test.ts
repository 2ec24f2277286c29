import { afterAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { aMemberOf, anAssociation, aPerson, expectInvariants, makeRole, said, tally } from "@/lib/testing/associations";
import { readStanding } from "../facts";
import { leaveAssociation } from "../leaving/commands";
import { findPosition } from "../position/queries";
import { acceptRole, endRole, offerRole, refuseRole } from "../role/commands";
import type { Responsibility } from "../role/types";
import { changeRole, defineRole, retireRole } from "./commands";
import { findRoleRegister } from "./queries";

afterAll(expectInvariants);

type Shared = Exclude<Responsibility, "CUSTODY">[];
const holds = async ({ memberId }: Actor, associationId: string) =>
  (await db.$transaction((tx) => readStanding(tx, { memberId, associationId, now: new Date() })))?.responsibilities ??
  [];
const words = { name: "Tesoriera", duty: "Tiene la cassa e la racconta ogni trimestre.", isByTrust: false };
const grantOf = async ({ memberId }: Actor) =>
  (await db.roleGrant.findFirstOrThrow({ where: { membership: { memberId } }, orderBy: { grantedAt: "desc" } })).id;

async function aRole(responsibilities: Shared = ["INVITE"]) {
  const association = await anAssociation();
  const { slug, steward } = association;
  const made = await defineRole(steward, { associationSlug: slug, ...words, responsibilities });
  if (!made.ok) throw new Error(made.refusal.code);
  return { ...association, ownRoleId: made.value.ownRoleId };
}

async function aHolder(responsibilities: Shared = ["INVITE"]) {
  const role = await aRole(responsibilities);
  const bo = await aMemberOf(role.id);
  const { slug, steward, ownRoleId } = role;
  expect(said(await offerRole(steward, { associationSlug: slug, whom: bo.handle, role: ownRoleId }))).toBe("ok");
  expect(await holds(bo, role.id)).toEqual([]);
  expect(said(await acceptRole(bo, { roleGrantId: await grantOf(bo), version: 1 }))).toBe("ok");
  return { ...role, bo };
}

test("R1, PT2: an own role answers for its bundle once accepted, no longer once laid down or left", async () => {
  const { id, slug, bo } = await aHolder(["INVITE", "EDIT"]);
  expect(await holds(bo, id)).toEqual(["INVITE", "EDIT"]);
  expect(said(await endRole(bo, { roleGrantId: await grantOf(bo) }))).toBe("ok");
  expect(await holds(bo, id)).toEqual([]);
  const other = await aHolder();
  await leaveAssociation(other.bo, { associationSlug: other.slug });
  expect(await holds(other.bo, other.id)).toEqual([]);
  expect(slug).not.toBe(other.slug);
});

test("R2: nobody shapes roles without GRANT, beyond what they hold, or that they hold themselves", async () => {
  const { id, slug, steward, ownRoleId, bo } = await aHolder(["GRANT", "INVITE"]);
  const make = (actor: Actor, responsibilities: Shared) =>
    defineRole(actor, {
      associationSlug: slug,
      name: "Segreteria",
      duty: words.duty,
      isByTrust: false,
      responsibilities,
    });
  for (const actor of [await aPerson(), await aMemberOf(id), await makeRole(id, "WELCOMER")])
    expect(said(await make(actor, []))).toBe("common.notFound");
  expect(said(await make(bo, ["ADMIT"]))).toBe("membership.grantsBeyondOwn");
  const own = { ownRoleId, ...words };
  expect(said(await changeRole(bo, { ...own, responsibilities: ["INVITE"] }))).toBe("membership.ownRoleChange");
  expect(said(await make(bo, ["INVITE"]))).toBe("ok");
  expect(said(await changeRole(await aMemberOf(id), { ...own, responsibilities: [] }))).toBe("common.notFound");
  const wide = await defineRole(steward, {
    associationSlug: slug,
    name: "Porta",
    duty: words.duty,
    isByTrust: false,
    responsibilities: ["ADMIT"],
  });
  const narrowed = { ownRoleId: wide.ok ? wide.value.ownRoleId : "", ...words, name: "Porta", responsibilities: [] };
  expect(said(await changeRole(bo, narrowed))).toBe("membership.grantsBeyondOwn");
  expect(said(await retireRole(bo, { ownRoleId: narrowed.ownRoleId }))).toBe("membership.grantsBeyondOwn");
});

test("PT2: what a change takes away ends at once, what it adds waits for the holder's word, as it was shown", async () => {
  const { id, steward, ownRoleId, bo } = await aHolder(["INVITE", "EDIT"]);
  const change = (responsibilities: Shared) => changeRole(steward, { ownRoleId, ...words, responsibilities });
  expect(said(await change(["EDIT", "ADMIT"]))).toBe("ok");
  expect(await holds(bo, id)).toEqual(["EDIT"]);
  const position = await findPosition(bo, { associationId: id });
  expect(position).toMatchObject({ offeredRoles: [{ isChange: true, own: { version: 2 } }] });
  await change(["EDIT", "GRANT"]);
  const roleGrantId = await grantOf(bo);
  expect(said(await acceptRole(bo, { roleGrantId, version: 2 }))).toBe("membership.roleChangedMeanwhile");
  expect(said(await acceptRole(bo, { roleGrantId, version: 3 }))).toBe("ok");
  expect(await holds(bo, id)).toEqual(["GRANT", "EDIT"]);
  expect(said(await acceptRole(bo, { roleGrantId, version: 3 }))).toBe("membership.roleOfferOver");
});

test("PT2: an offer nobody answered ends with the change of what it offered", async () => {
  const { id, slug, steward, ownRoleId } = await aRole();
  const bo = await aMemberOf(id);
  await offerRole(steward, { associationSlug: slug, whom: bo.handle, role: ownRoleId });
  await changeRole(steward, { ownRoleId, ...words, responsibilities: ["ADMIT"] });
  expect(said(await acceptRole(bo, { roleGrantId: await grantOf(bo) }))).toBe("membership.roleOfferOver");
});

test("a role is given up once nobody holds it; its name is free again, and no two share one", async () => {
  const { slug, steward, ownRoleId, bo } = await aHolder();
  const again = { associationSlug: slug, ...words, name: "TESORIERA", responsibilities: [] };
  expect(said(await defineRole(steward, again))).toBe("membership.roleNameTaken");
  expect(said(await retireRole(steward, { ownRoleId }))).toBe("membership.roleHeld");
  await endRole(steward, { roleGrantId: await grantOf(bo) });
  expect(said(await retireRole(steward, { ownRoleId }))).toBe("ok");
  expect(said(await offerRole(steward, { associationSlug: slug, whom: bo.handle, role: ownRoleId }))).toBe(
    "membership.noSuchRole",
  );
  expect(said(await defineRole(steward, again))).toBe("ok");
});

test("A2: a role of another association is none here, for the command and for the database", async () => {
  const [here, there] = [await aRole(), await aRole()];
  const bo = await aMemberOf(here.id);
  const offer = { associationSlug: here.slug, whom: bo.handle, role: there.ownRoleId };
  expect(said(await offerRole(here.steward, offer))).toBe("membership.noSuchRole");
  const { id: membershipId } = await db.membership.findFirstOrThrow({ where: { memberId: bo.memberId } });
  const data = {
    membershipId,
    ownRoleId: there.ownRoleId,
    roleVersion: 1,
    state: "HELD",
    grantedAt: new Date(),
  } as const;
  await expect(db.roleGrant.create({ data })).rejects.toThrow(/no such role here/);
  await expect(
    db.ownRole.update({ where: { id: here.ownRoleId }, data: { responsibilities: ["CUSTODY"] } }),
  ).rejects.toThrow(/own_role_without_custody/);
});

test("P54, PT3: fellow members read who does what and how it came about; nobody reads what was refused", async () => {
  const { id, slug, steward, ownRoleId, bo } = await aHolder();
  const cy = await aMemberOf(id);
  await offerRole(steward, { associationSlug: slug, whom: cy.handle, role: ownRoleId });
  await refuseRole(cy, { roleGrantId: await grantOf(cy) });
  await endRole(steward, { roleGrantId: await grantOf(bo) });
  const register = await findRoleRegister(cy, slug);
  expect(register?.lines.map(({ role, own }) => role ?? own?.name)).toEqual(["STEWARD", "WELCOMER", "Tesoriera"]);
  expect(register?.events.map(({ what, name }) => `${what} ${name}`)).toEqual([
    "ended Tesoriera",
    "taken Tesoriera",
    "defined Tesoriera",
    "taken ",
  ]);
  expect(register?.events[0]).toMatchObject({ person: "Bo Membro", by: "Rita Referente" });
  expect(await findRoleRegister(await aPerson(), slug)).toBeNull();
});

test("A4: twenty rounds of two roles of one name at once make one; of a change and a retirement, one wins", async () => {
  for (let round = 0; round < 20; round++) {
    const { slug, steward, ownRoleId } = await aRole();
    const input = {
      associationSlug: slug,
      name: "Segreteria",
      duty: words.duty,
      isByTrust: false,
      responsibilities: [],
    };
    const made = await Promise.all([defineRole(steward, input), defineRole(steward, { ...input, name: "segreteria" })]);
    expect(tally(made)).toEqual({ ok: 1, "membership.roleNameTaken": 1 });
    const shaped = await Promise.all([
      retireRole(steward, { ownRoleId }),
      changeRole(steward, { ownRoleId, ...words, responsibilities: [] }),
    ]);
    expect(said(shaped[0])).toBe("ok");
    expect(["ok", "common.notFound"]).toContain(said(shaped[1]));
  }
}, 60_000);
