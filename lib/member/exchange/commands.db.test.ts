import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { submitting } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { readFilters } from "@/lib/directory/filter/rules";
import { searchPeople } from "@/lib/directory/queries";
import { makeMember } from "@/lib/testing/members";
import { findOwnProfile } from "../queries";
import { type ExchangeInput, ROWS } from "../schema";
import { addExchange, editExchange, withdrawExchange } from "./commands";

const OFFER: ExchangeInput = { side: "OFFER", kind: "SKILL", title: "Un’ora", competence: "tax-advice", untilOn: null };
const ASK: ExchangeInput = { ...OFFER, side: "ASK", title: "Un falegname", competence: "woodworking" };
const NOW = new Date("2026-11-21T10:00:00Z");

test("G3: the first ask without an offer is refused, with one it stands; then it is not asked again", async () => {
  const actor = await makeMember();
  expect(await addExchange(actor, ASK)).toMatchObject({ ok: false, refusal: { code: "member.offerFirst" } });
  expect((await addExchange(actor, OFFER)).ok).toBe(true);
  expect((await addExchange(actor, ASK)).ok).toBe(true);
  const { offers } = await findOwnProfile(actor);
  expect((await withdrawExchange(actor, { id: offers[0]?.id ?? "" })).ok).toBe(true);
  expect((await addExchange(actor, { ...ASK, title: "Un altro" })).ok).toBe(true);
  const profile = await findOwnProfile(actor);
  expect([profile.offers.length, profile.asks.length]).toEqual([0, 2]);
});

test("G3: an offer that ended yesterday is no offer", async () => {
  const actor = await makeMember({ exchanges: [{ side: "OFFER", title: "Finita", untilOn: "2026-11-20" }] });
  expect(await addExchange(actor, ASK, NOW)).toMatchObject({ ok: false, refusal: { code: "member.offerFirst" } });
  await db.exchange.updateMany({ data: { untilOn: new Date("2026-11-21") } });
  expect((await addExchange(actor, ASK, NOW)).ok).toBe(true);
});

test("A5: of many offers sent at the same instant, only as many stand as there is room for", async () => {
  const exchanges = Array.from({ length: ROWS.exchanges - 1 }, (_, i) => ({
    side: "OFFER" as const,
    title: `Offerta ${i}`,
  }));
  const actor = await makeMember({ exchanges });
  const answers = await Promise.all(Array.from({ length: 5 }, () => addExchange(actor, OFFER)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await findOwnProfile(actor)).offers).toHaveLength(ROWS.exchanges);
});

test("A7: an offer sent twice stands once", async () => {
  const actor = submitting(await makeMember(), randomUUID());
  await Promise.all([addExchange(actor, OFFER), addExchange(actor, OFFER)]);
  expect((await findOwnProfile(actor)).offers).toHaveLength(1);
});

test("what changes and what is taken back is found, or not found, at once", async () => {
  const actor = await makeMember();
  await addExchange(actor, OFFER);
  const id = (await findOwnProfile(actor)).offers[0]?.id ?? "";
  const total = async (q: string) => (await searchPeople(actor, readFilters({ q }), { language: "it" })).total;
  await editExchange(actor, { ...OFFER, id, title: "Mezz’ora di petunie", competence: null, untilOn: "2099-12-31" });
  expect(await total("petunie")).toBe(1);
  expect((await findOwnProfile(actor)).offers).toMatchObject([
    { title: "Mezz’ora di petunie", competence: null, untilOn: "2099-12-31" },
  ]);
  await withdrawExchange(actor, { id });
  expect(await total("petunie")).toBe(0);
  expect((await withdrawExchange(actor, { id })).ok).toBe(true);
  expect(await editExchange(actor, { ...OFFER, id })).toMatchObject({
    ok: false,
    refusal: { code: "common.notFound" },
  });
});

test("A2: somebody else’s offer does not exist for whoever changes or takes it back", async () => {
  const owner = await makeMember();
  await addExchange(owner, OFFER);
  const id = (await findOwnProfile(owner)).offers[0]?.id ?? "";
  const stranger = await makeMember();
  for (const attempt of [
    editExchange(stranger, { ...OFFER, id }),
    withdrawExchange(stranger, { id }),
    withdrawExchange(stranger, { id: randomUUID() }),
  ])
    expect(await attempt).toMatchObject({ ok: false, refusal: { code: "common.notFound" } });
  expect((await findOwnProfile(owner)).offers).toHaveLength(1);
});

test("an end in the past is refused, today is not", async () => {
  const actor = await makeMember();
  const answer = await addExchange(actor, { ...OFFER, untilOn: "2026-11-20" }, NOW);
  expect(answer).toMatchObject({ ok: false, refusal: { code: "member.untilPast", field: "untilOn" } });
  expect((await addExchange(actor, { ...OFFER, untilOn: "2026-11-21" }, NOW)).ok).toBe(true);
});
