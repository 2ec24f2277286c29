import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { addDays } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { sql } from "@/lib/db/sql";
import { lockAssociation } from "@/lib/db/transaction";
import { leaveAssociation } from "@/lib/membership/leaving/commands";
import { expectInvariants, said, tally } from "@/lib/testing/associations";
import { meeting } from "@/lib/testing/contention";
import { cast, makeVote, NOW } from "@/lib/testing/decisions";
import { makeCrowd, makeGroup } from "@/lib/testing/projects";
import { closeDueDecisions } from "../closing/commands";
import { findDecision } from "../sight/queries";
import { acceptCharge, entrustDecision, refuseCharge } from "./commands";

afterAll(expectInvariants);

let [steward, ada, bo, outsider]: Actor[] = [];
let slug: string;
const who = (actor: Actor | undefined) => actor as Actor;

beforeAll(async () => {
  [steward, ada, bo, outsider] = await makeCrowd(4);
  slug = (await makeGroup({ steward: who(steward), active: [who(ada), who(bo)] })).slug;
});

async function approved() {
  const vote = await makeVote(who(ada), slug);
  await cast(who(ada), vote, "YES");
  await closeDueDecisions(vote.closesAt);
  return vote;
}
const words = (decisionId: string, actor: Actor | undefined) => ({
  ...{ decisionId, whom: who(actor).handle, statement: "Si prende un banco usato.", reviewOn: "2027-03-01" },
});
const chargeOf = async (decisionId: string) =>
  (await db.charge.findFirstOrThrow({ where: { decisionId }, orderBy: { offeredAt: "desc" } })).id;

test("DC8, PT2, PT3: what was approved gets a sentence, a date, and somebody bound once they accept", async () => {
  const vote = await approved();
  for (const actor of [bo, outsider])
    expect(said(await entrustDecision(who(actor), words(vote.id, bo), NOW))).toBe("common.notFound");
  expect(said(await entrustDecision(who(ada), words(vote.id, outsider), NOW))).toBe("decision.noSuchMember");
  expect(said(await entrustDecision(who(ada), words(vote.id, bo), NOW))).toBe("ok");
  expect(said(await entrustDecision(who(steward), words(vote.id, ada), NOW))).toBe("decision.charged");
  const read = (actor: Actor | undefined) => findDecision(who(actor), { slug, id: vote.id }, vote.closesAt);
  expect((await read(steward))?.charge).toBeNull();
  expect((await read(bo))?.charge).toMatchObject({ state: "OFFERED", isOwn: true });
  expect((await read(ada))?.charge).toMatchObject({ state: "OFFERED", responsible: who(bo).name });
  const chargeId = await chargeOf(vote.id);
  expect(said(await acceptCharge(who(ada), { chargeId }, NOW))).toBe("common.notFound");
  expect(said(await acceptCharge(who(bo), { chargeId }, NOW))).toBe("ok");
  expect((await read(steward))?.charge).toMatchObject({ state: "ACCEPTED", responsible: who(bo).name });
  expect(said(await refuseCharge(who(bo), { chargeId }, NOW))).toBe("decision.chargeOver");
});

test("PT3: «non ora» is read by nobody else, and for ninety days is not asked again by whoever heard it", async () => {
  const vote = await approved();
  await entrustDecision(who(ada), words(vote.id, bo), NOW);
  expect(said(await refuseCharge(who(bo), { chargeId: await chargeOf(vote.id) }, NOW))).toBe("ok");
  expect((await findDecision(who(steward), { slug, id: vote.id }, vote.closesAt))?.charge).toBeNull();
  const told = await db.activity.findFirstOrThrow({ where: { kind: "decision.chargeRefused", subjectId: vote.id } });
  expect(told).toMatchObject({ memberId: who(ada).memberId, associationId: null });
  expect(said(await entrustDecision(who(ada), words(vote.id, bo), NOW))).toBe("decision.notAgain");
  expect(said(await entrustDecision(who(steward), words(vote.id, bo), addDays(NOW, 1)))).toBe("ok");
  expect(said(await refuseCharge(who(bo), { chargeId: await chargeOf(vote.id) }, addDays(NOW, 1)))).toBe("ok");
  const asked = async (actor: Actor | undefined, now: Date) =>
    said(await entrustDecision(who(actor), words(vote.id, bo), now));
  const later = addDays(NOW, 90);
  expect(await asked(ada, new Date(later.getTime() - 1))).toBe("decision.notAgain");
  expect(await asked(steward, addDays(NOW, 2))).toBe("decision.notAgain");
  expect(await asked(ada, later)).toBe("ok");
  expect(said(await refuseCharge(who(bo), { chargeId: await chargeOf(vote.id) }, later))).toBe("ok");
  expect(said(await entrustDecision(who(ada), words(vote.id, ada), NOW))).toBe("ok");
  expect((await findDecision(who(steward), { slug, id: vote.id }, vote.closesAt))?.charge?.state).toBe("ACCEPTED");
});

test("A4: asked of two people at the same instant, one is asked", async () => {
  const vote = await approved();
  const held = sql`SELECT 1 FROM "Decision" WHERE "id" = ${vote.id}::uuid FOR UPDATE`;
  const acts = [bo, ada, bo, ada].map((actor) => () => entrustDecision(who(steward), words(vote.id, actor), NOW));
  expect(tally(await meeting(held, acts))).toEqual({ ok: 1, "decision.charged": 3 });
});

test("M8, DC8: whoever leaves takes no charge along: another is asked, asked or taken on alike", async () => {
  const people = (await makeCrowd(3)) as [Actor, Actor, Actor];
  const own = await makeGroup({ steward: people[0], active: [people[1], people[2]] });
  for (const [leaver, isTaken] of [
    [people[1], true],
    [people[2], false],
  ] as const) {
    const vote = await makeVote(people[0], own.slug);
    for (const one of people) await cast(one, vote, "YES").catch(() => null);
    await closeDueDecisions(vote.closesAt);
    expect(said(await entrustDecision(people[0], words(vote.id, leaver), NOW))).toBe("ok");
    const chargeId = await chargeOf(vote.id);
    if (isTaken) expect(said(await acceptCharge(leaver, { chargeId }, NOW))).toBe("ok");
    expect(said(await leaveAssociation(leaver, { associationSlug: own.slug }, NOW))).toBe("ok");
    expect(await db.charge.findUniqueOrThrow({ where: { id: chargeId } })).toMatchObject({ state: "ENDED" });
    expect((await findDecision(people[0], { slug: own.slug, id: vote.id }, vote.closesAt))?.charge).toBeNull();
    expect(said(await entrustDecision(people[0], words(vote.id, people[0]), NOW))).toBe("ok");
  }
});

test("A4, M8: whoever asks waits for the association, and finds what became of whom they ask", async () => {
  const vote = await approved();
  const ids = { memberId: who(bo).memberId, association: { slug } };
  const state = (tx: Pick<typeof db, "membership">, to: "ACTIVE" | "PAUSED" | "LEFT") =>
    tx.membership.updateMany({ where: ids, data: { state: to } });
  const asked = await db.$transaction(async (tx) => {
    await lockAssociation(tx, slug);
    const asking = entrustDecision(who(ada), words(vote.id, bo), NOW);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await state(tx, "LEFT");
    return { asking };
  });
  expect(said(await asked.asking)).toBe("decision.noSuchMember");
  await state(db, "ACTIVE");
});
