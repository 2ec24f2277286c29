import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, submitting } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { sql } from "@/lib/db/sql";
import { anActor } from "@/lib/testing/actors";
import { anAssociation } from "@/lib/testing/associations";
import { meeting } from "@/lib/testing/contention";
import { learns, makeMember } from "@/lib/testing/members";
import { forgetSearch, markSeen, saveSearch } from "./commands";
import { listSavedSearches, listSpokenOf } from "./queries";
import { SAVED_MAX } from "./rules";

const LUTHIER = { query: "q=liutaio", locale: "it" as const };
const searchNo = (i: number) => ({ query: `q=parola${i}`, locale: "it" as const });
const aLuthier = (name: string, more: Parameters<typeof makeMember>[0] = {}) =>
  makeMember({ name, competences: { "instrument-making": 3 }, ...more });

/** So many acts of one person that meet at the database. */
const atOnce = <T>({ memberId }: Actor, count: number, act: (i: number) => Promise<T>) =>
  meeting(
    sql`SELECT 1 FROM "Member" WHERE "id" = ${memberId}::uuid FOR UPDATE`,
    Array.from({ length: count }, (_, i) => () => act(i)),
  );

const newTo = async (owner: Actor) => (await listSavedSearches(owner))[0]?.newPeople.map(({ name }) => name);
const onlyOf = async (owner: Actor) => {
  const [first] = await listSavedSearches(owner);
  if (!first) throw new Error("nothing saved");
  return first;
};

beforeAll(async () => {
  await aLuthier("Dario Lunghini");
});

describe("saving", () => {
  test("who fits already is not new; the search comes back as it was asked, and only to its owner", async () => {
    const [owner, other] = [await aLuthier("Ida Padrona"), await makeMember()];
    expect(await saveSearch(owner, LUTHIER)).toEqual({ ok: true, value: null });
    expect(await listSavedSearches(owner)).toMatchObject([{ filters: { q: "liutaio" }, newPeople: [] }]);
    expect(await listSavedSearches(other)).toEqual([]);
  });

  test("A4: the same search is kept once, however often it is saved, also at the same instant", async () => {
    const owner = await makeMember();
    const answers = await atOnce(owner, 4, () => saveSearch(owner, LUTHIER));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await listSavedSearches(owner)).toHaveLength(1);
  });

  test("A7: a form sent twice takes effect once", async () => {
    const owner = submitting(await makeMember(), randomUUID(), "save");
    await atOnce(owner, 2, () => saveSearch(owner, LUTHIER));
    expect(await db.savedSearch.count({ where: { memberId: owner.memberId } })).toBe(1);
  });

  test("A5: of many saved at the same instant, the twentieth place goes to one", async () => {
    const owner = await makeMember();
    for (let i = 1; i < SAVED_MAX; i += 1) expect((await saveSearch(owner, searchNo(i))).ok).toBe(true);
    const answers = await atOnce(owner, 4, (i) => saveSearch(owner, searchNo(100 + i)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      refusal: { code: "directory.tooManySearches", params: { max: SAVED_MAX } },
    });
    expect(await db.savedSearch.count({ where: { memberId: owner.memberId } })).toBe(SAVED_MAX);
  });

  test("A5: one search removed, another finds its place; the database itself keeps to twenty", async () => {
    const owner = await makeMember();
    for (let i = 1; i <= SAVED_MAX; i += 1) await saveSearch(owner, searchNo(i));
    const [{ id } = { id: "" }] = await listSavedSearches(owner);
    expect((await forgetSearch(owner, { id })).ok).toBe(true);
    expect((await saveSearch(owner, LUTHIER)).ok).toBe(true);
    const data = { memberId: owner.memberId, query: "q=una+in+piu", locale: "it" };
    await expect(db.savedSearch.create({ data: { ...data, place: 21 } })).rejects.toThrow(/place_range/);
    await expect(db.savedSearch.create({ data: { ...data, place: 20 } })).rejects.toThrow(/Unique constraint/);
  });

  test.each([
    [{ hasVerifiedEmail: false }, "common.unverified"],
    [{ isSuspended: true }, "common.suspended"],
  ])("whoever may not write (%j) keeps nothing", async (change, code) => {
    const actor = anActor({ ...(await makeMember()), ...change });
    const refused = { ok: false, refusal: { code } };
    expect(await saveSearch(actor, LUTHIER)).toMatchObject(refused);
    expect(await markSeen(actor, { id: randomUUID(), shown: ["ada"] })).toMatchObject(refused);
    expect(await forgetSearch(actor, { id: randomUUID() })).toMatchObject(refused);
  });
});

describe("who is new", () => {
  test("whoever arrives, or comes to fit, is new until seen; whoever changes something else is not", async () => {
    const owner = await makeMember();
    const old = await aLuthier("Vecchia Conoscenza");
    const later = await makeMember({ name: "Bea Cambia" });
    await saveSearch(owner, LUTHIER);
    await aLuthier("Ada Arriva");
    await db.member.update({ where: { id: old.memberId }, data: { story: "Altro." }, select: { id: true } });
    await learns(later, "instrument-making");
    await db.$executeRaw`SELECT directory_refresh(ARRAY[${later.memberId}::uuid, ${old.memberId}::uuid])`;
    expect((await newTo(owner))?.toSorted()).toEqual(["Ada Arriva", "Bea Cambia"]);
  });

  test("those shown are new no more; who came since they were shown still is", async () => {
    const owner = await makeMember();
    await saveSearch(owner, LUTHIER);
    const first = await aLuthier("Prima Vista");
    const { id } = await onlyOf(owner);
    await aLuthier("Seconda Vista");
    expect((await markSeen(owner, { id, shown: [first.handle] })).ok).toBe(true);
    expect(await newTo(owner)).toEqual(["Seconda Vista"]);
    expect((await markSeen(owner, { id, shown: [first.handle] })).ok).toBe(true);
    expect(await newTo(owner)).toEqual(["Seconda Vista"]);
  });

  test("A2: who is hidden or suspended is new to nobody, and neither is oneself", async () => {
    const owner = await makeMember({ name: "Io Stessa" });
    await saveSearch(owner, LUTHIER);
    await aLuthier("Ugo Nascosto", { isListed: false });
    await aLuthier("Ida Sospesa", { isSuspended: true });
    await aLuthier("Eva Chiusa", { audiences: { COMPETENCES: "ONLY_ME" } });
    await learns(owner, "instrument-making");
    await db.$executeRaw`SELECT directory_refresh(ARRAY[${owner.memberId}::uuid])`;
    expect(await newTo(owner)).toEqual([]);
  });

  test("A2: somebody new who hides before one looks is new no more", async () => {
    const owner = await makeMember();
    await saveSearch(owner, LUTHIER);
    const shy = await aLuthier("Lia Ripensa");
    expect(await newTo(owner)).toEqual(["Lia Ripensa"]);
    await db.account.update({ where: { id: shy.accountId }, data: { suspendedAt: new Date() }, select: { id: true } });
    expect(await newTo(owner)).toEqual([]);
  });
});

describe("somebody else’s search", () => {
  test("A2: does not exist for whoever marks or removes it", async () => {
    const [owner, stranger] = [await makeMember(), await makeMember()];
    await saveSearch(owner, LUTHIER);
    const { id } = await onlyOf(owner);
    const attempt = await markSeen(stranger, { id, shown: ["ada"] });
    expect(attempt).toEqual(await markSeen(stranger, { id: randomUUID(), shown: ["ada"] }));
    expect(attempt).toMatchObject({ ok: false, refusal: { code: "common.notFound" } });
    expect(await forgetSearch(stranger, { id })).toEqual({ ok: true, value: null });
    expect(await listSavedSearches(owner)).toHaveLength(1);
  });
});

test("the association a search speaks of is called by its name, while everybody may know it", async () => {
  const { id, slug } = await anAssociation({ name: "Lume di quartiere" });
  const named = () => listSpokenOf(`q=liutaio&association=${slug}`);
  expect(await named()).toEqual([{ slug, name: "Lume di quartiere" }]);
  expect(await listSpokenOf("q=liutaio")).toEqual([]);
  await db.association.update({ where: { id }, data: { state: "CLOSED" }, select: { id: true } });
  expect(await named()).toEqual([]);
});

test("what somebody looked for goes with their account, and with their row", async () => {
  const [erased, deleted] = [await makeMember(), await makeMember()];
  for (const owner of [erased, deleted]) await saveSearch(owner, LUTHIER);
  await db.member.update({ where: { id: erased.memberId }, data: { accountId: null }, select: { id: true } });
  await db.member.delete({ where: { id: deleted.memberId }, select: { id: true } });
  const memberId = { in: [erased.memberId, deleted.memberId] };
  expect(await db.savedSearch.count({ where: { memberId } })).toBe(0);
});
