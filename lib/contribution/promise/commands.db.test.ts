import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { type Actor, submitting } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { leaveAssociation } from "@/lib/membership/leaving/commands";
import { expectInvariants, said, tally } from "@/lib/testing/associations";
import { makeGroup, makeThree } from "@/lib/testing/projects";
import { missOverdueCommitments } from "../commitment/commands";
import { closeOwnCommitment, confirmCommitment, declareCommitment, noteCommitment } from "./commands";
import { findPromises } from "./queries";
import type { OwnOutcome } from "./rules";
import type { PromiseInput } from "./schema";

const NOW = new Date("2026-11-20T10:00:00Z");

let steward: Actor;
let ada: Actor;
let bo: Actor;
let stranger: Actor;
let slug: string;
let associationId: string;

beforeEach(async () => {
  ({ steward, ada, bo, stranger, slug, associationId } = await makeThree());
});
afterAll(() => expectInvariants());

const INPUT = {
  subject: "ME",
  text: "Porto il verbale a tutti",
  toWhom: null,
  dueOn: "2026-12-01",
  value: null,
} as const;
const declare = (actor: Actor, change: Partial<PromiseInput> = {}) =>
  declareCommitment(actor, { associationSlug: slug, ...INPUT, ...change }, NOW);
const declared = async (actor: Actor, change: Partial<PromiseInput> = {}) => {
  expect(said(await declare(actor, change))).toBe("ok");
  const row = await db.commitment.findFirstOrThrow({
    where: { associationId },
    orderBy: { id: "desc" },
    select: { id: true },
  });
  return row.id;
};
type Close = { outcome?: OwnOutcome; evidence?: string; now?: Date };
const closing = (actor: Actor, commitmentId: string, { outcome = "KEPT", evidence = "", now = NOW }: Close = {}) =>
  closeOwnCommitment(actor, { commitmentId, outcome, evidence, note: "" }, now);
const close = async (...given: Parameters<typeof closing>) => said(await closing(...given));
const attest = async (actor: Actor, commitmentId: string) =>
  said(await confirmCommitment(actor, { commitmentId }, NOW));
const stateOf = async (id: string) => (await db.commitment.findUniqueOrThrow({ where: { id } })).state;
const AFTER = new Date("2026-12-16T10:00:00Z");

describe("K1: a commitment of one's own", () => {
  test("is declared and closed by its subject alone, kept with evidence or another's word", async () => {
    const id = await declared(ada);
    expect(await close(ada, id)).toBe("contribution.needsEvidence");
    expect(await close(bo, id, { evidence: "Visto" })).toBe("contribution.notYours");
    expect(await close(stranger, id, { evidence: "Visto" })).toBe("common.notFound");
    expect([await attest(ada, id), await attest(stranger, id)]).toEqual([
      "contribution.ownCommitment",
      "common.notFound",
    ]);
    expect([await attest(bo, id), await attest(steward, id)]).toEqual(["ok", "contribution.alreadyConfirmed"]);
    expect(await stateOf(id)).toBe("OPEN");
    expect(await close(ada, id)).toBe("ok");
    expect(await close(ada, id)).toBe("contribution.commitmentClosed");
  });

  test("A2: made to one person it is between the two: nobody else reads, confirms or closes it", async () => {
    const id = await declared(ada, { toWhom: bo.handle });
    expect(await attest(steward, id)).toBe("common.notFound");
    const seen = async (actor: Actor) => (await findPromises(actor, slug, NOW))?.member?.others.length;
    expect([await seen(bo), await seen(steward)]).toEqual([1, 0]);
    expect(await attest(bo, id)).toBe("ok");
    expect(said(await declare(ada, { toWhom: stranger.handle }))).toBe("contribution.noSuchFellow");
    expect(said(await declare(ada, { toWhom: ada.handle }))).toBe("contribution.noSuchFellow");
  });

  test("A7: declared five times with one form it is one; closed by sixteen at once it is closed once", async () => {
    const actor = submitting(ada, randomUUID());
    expect(tally(await Promise.all([1, 2, 3, 4, 5].map(() => declare(actor))))).toEqual({ ok: 5 });
    const { id } = await db.commitment.findFirstOrThrow({ where: { associationId } });
    const answers = await Promise.all(Array.from({ length: 16 }, () => closing(ada, id, { outcome: "PARTLY" })));
    expect(tally(answers)).toEqual({ ok: 1, "contribution.commitmentClosed": 15 });
    await expect(db.commitment.update({ where: { id }, data: { state: "KEPT" } })).rejects.toThrow();
    await expect(db.commitment.delete({ where: { id } })).rejects.toThrow();
  });

  test("K3: what two people confirm of each other's commitments counts among their three", async () => {
    for (const [subject, witness] of [
      [ada, bo],
      [bo, ada],
      [ada, bo],
    ] as const)
      expect(await attest(witness, await declared(subject))).toBe("ok");
    expect(await attest(bo, await declared(ada))).toBe("contribution.pairLimit");
  });

  test("M8: is let go when its subject leaves", async () => {
    const id = await declared(ada);
    const other = await declared(bo);
    await leaveAssociation(ada, { associationSlug: slug }, NOW);
    expect(await stateOf(id)).toBe("RELEASED");
    expect(await attest(ada, other), "who has gone finds nobody else's").toBe("common.notFound");
  });
});

describe("K2: time", () => {
  test("lets go until 48 hours before the day, and misses after the 14th day that follows it; then one note stays beside it", async () => {
    const [kept, late, missed] = [await declared(ada), await declared(ada), await declared(ada)];
    expect(await close(ada, kept, { outcome: "RELEASED", now: new Date("2026-11-28T23:00:00Z") })).toBe("ok");
    const tooLate = new Date("2026-11-28T23:00:00.001Z");
    expect(await close(ada, late, { outcome: "RELEASED", now: tooLate })).toBe("contribution.tooLateToRelease");
    await missOverdueCommitments(new Date("2026-12-15T10:00:00Z"));
    expect(await stateOf(missed)).toBe("OPEN");
    expect(await close(ada, missed, { outcome: "PARTLY", now: AFTER })).toBe("contribution.commitmentOverdue");
    await missOverdueCommitments(AFTER);
    expect([await stateOf(kept), await stateOf(late), await stateOf(missed)]).toEqual(["RELEASED", "MISSED", "MISSED"]);
    const note = async (actor: Actor) =>
      said(await noteCommitment(actor, { commitmentId: missed, note: "Ero via." }, AFTER));
    expect([await note(bo), await note(ada), await note(ada)]).toEqual([
      "contribution.notYours",
      "ok",
      "contribution.noteWritten",
    ]);
  });

  test("somebody at work in one association keeps nobody else waiting for the job", async () => {
    const elsewhere = await makeGroup({ steward, active: [ada, bo] });
    const data = { text: "Porto il pane", createdAt: NOW, dueOn: new Date("2026-12-01"), memberId: ada.memberId };
    const ids = [slug, elsewhere.slug].map(async (one) => {
      const { id: associationId } = await db.association.findUniqueOrThrow({ where: { slug: one } });
      return { associationId, id: (await db.commitment.create({ data: { ...data, associationId } })).id };
    });
    const [one, other] = (await Promise.all(ids)).sort((a, b) => (a.associationId < b.associationId ? -1 : 1));
    let job: Promise<number> | undefined;
    await db.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT 1 FROM "Association" WHERE "id" = ${other?.associationId}::uuid FOR NO KEY UPDATE`;
      job = missOverdueCommitments(AFTER);
      await expect.poll(() => stateOf(one?.id ?? "")).toBe("MISSED");
      expect(await stateOf(other?.id ?? "")).toBe("OPEN");
    });
    await job;
    expect(await stateOf(other?.id ?? "")).toBe("MISSED");
  });

  test("a close and the job at the same instant: one of them, and nobody sees a fault", async () => {
    for (let i = 0; i < 5; i += 1) {
      const id = await declared(ada);
      const last = new Date("2026-12-15T22:59:59Z");
      const [answer] = await Promise.all([
        closing(ada, id, { outcome: "PARTLY", now: last }),
        missOverdueCommitments(AFTER),
      ]);
      expect(["ok", "contribution.commitmentClosed"]).toContain(said(answer));
      expect(await stateOf(id)).toBe(answer.ok ? "PARTLY" : "MISSED");
    }
  });
});

describe("T3: what the association said", () => {
  test("is declared and closed by whoever answers for EDIT, seen by everybody, and what was missed stays", async () => {
    expect(said(await declare(ada, { subject: "ASSOCIATION" }))).toBe("contribution.notAnswering");
    const id = await declared(steward, { subject: "ASSOCIATION", text: "Apriamo il banco il sabato" });
    expect((await findPromises(null, slug, NOW))?.initiatives.map(({ text }) => text)).toEqual([
      "Apriamo il banco il sabato",
    ]);
    expect((await findPromises(null, slug, NOW))?.member).toBeNull();
    expect(await close(ada, id, { outcome: "PARTLY" })).toBe("contribution.notYours");
    expect([await attest(steward, id), await attest(bo, id)]).toEqual(["contribution.ownCommitment", "ok"]);
    await missOverdueCommitments(AFTER);
    expect(await stateOf(id)).toBe("MISSED");
    await expect(db.commitment.update({ where: { id }, data: { text: "Altro" } })).rejects.toThrow();
  });
});
