import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { type Actor, submitting } from "@/lib/auth/actor";
import { addDays } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { pauseMembership } from "@/lib/membership/pausing/commands";
import { expectInvariants, said, tally } from "@/lib/testing/associations";
import { brokenInvariants, makeCrowd, makeGroup, makeThree } from "@/lib/testing/projects";
import { confirmContribution, lapseContributions, rejectContribution } from "../commands";
import { reverseContribution } from "../reversal/commands";
import { declareOutside } from "./commands";
import { findContributions } from "./queries";
import type { DeclareOutsideInput } from "./schema";

const NOW = new Date("2026-11-21T10:00:00Z");

let steward: Actor;
let ada: Actor;
let bo: Actor;
let stranger: Actor;
let slug: string;
let associationId: string;

beforeEach(async () => {
  ({ steward, ada, bo, stranger, slug, associationId } = await makeThree());
});
afterAll(async () => {
  expect(await brokenInvariants()).toEqual([]);
});

const declare = (actor: Actor, change: Partial<DeclareOutsideInput> = {}, now = NOW) =>
  declareOutside(
    actor,
    {
      ...{ associationSlug: slug, kind: "RESOURCE", title: "Ho ospitato l’incontro", hours: null },
      ...{ doneOn: "2026-11-20", value: null, ...change },
    },
    now,
  );
const newest = async () =>
  (await db.contribution.findFirstOrThrow({ where: { associationId }, orderBy: { id: "desc" }, select: { id: true } }))
    .id;
const declared = async (actor: Actor, change: Partial<DeclareOutsideInput> = {}) => {
  expect(said(await declare(actor, change))).toBe("ok");
  return newest();
};
const confirm = (actor: Actor, contributionId: string, now = NOW) =>
  confirmContribution(actor, { contributionId }, now);
const reason = "Non ero io, era Bo.";
const reject = async (actor: Actor, contributionId: string) =>
  said(await rejectContribution(actor, { contributionId, reason }, NOW));
const reverse = (actor: Actor, contributionId: string) => reverseContribution(actor, { contributionId, reason }, NOW);

describe("declaring what one did for an association", () => {
  test("is for its active members; for anybody else there is no such association", async () => {
    expect(said(await declare(ada, { value: "care" }))).toBe("ok");
    expect(said(await declare(ada, { value: "trust" }))).toBe("contribution.noSuchValue");
    expect(said(await declare(stranger))).toBe("common.notFound");
    expect(said(await declare({ ...ada, isSuspended: true }))).toBe("common.suspended");
    await pauseMembership(ada, { associationSlug: slug }, NOW);
    expect(said(await declare(ada))).toBe("membership.notActive");
  });

  test("A7: the same form five times at once is one contribution", async () => {
    const actor = submitting(ada, randomUUID());
    expect(tally(await Promise.all([1, 2, 3, 4, 5].map(() => declare(actor))))).toEqual({ ok: 5 });
    expect(await db.contribution.count({ where: { associationId } })).toBe(1);
  });
});

describe("PJ5: confirming it", () => {
  test("is for any other active member where the charter says so, never for its author", async () => {
    const id = await declared(ada);
    expect(said(await confirm(ada, id))).toBe("contribution.ownWork");
    expect(said(await confirm(stranger, id))).toBe("common.notFound");
    expect(said(await confirm(bo, id))).toBe("ok");
    expect(said(await confirm(steward, id))).toBe("contribution.alreadyConfirmed");
  });

  test("is for whoever answers for EDIT alone where the charter says that", async () => {
    const { id: _, ...charter } = await db.charter.findFirstOrThrow({ where: { associationId } });
    await db.charter.create({
      data: { ...charter, version: 2, hash: `${charter.hash}-2`, isMaterial: false, confirmers: "STEWARDS" },
    });
    const id = await declared(ada);
    expect(said(await confirm(bo, id)), "A2: nor is it shown to them").toBe("common.notFound");
    expect((await findContributions(bo, slug, NOW))?.waiting).toEqual([]);
    expect(said(await confirm(steward, id))).toBe("ok");
  });

  test("lapses after 21 days", async () => {
    const id = await declared(ada);
    expect(said(await confirm(bo, id, addDays(NOW, 21.001)))).toBe("contribution.lapsed");
    await lapseContributions(addDays(NOW, 21.001));
    expect((await db.contribution.findUniqueOrThrow({ where: { id } })).state).toBe("LAPSED");
  });

  test("K3: between the same two people three a calendar month, in both directions; another may, and so may they in December", async () => {
    for (const [author, witness] of [
      [ada, bo],
      [bo, ada],
      [ada, bo],
    ] as const)
      expect(said(await confirm(witness, await declared(author)))).toBe("ok");
    const fourth = await declared(bo);
    expect(said(await confirm(ada, fourth, new Date("2026-11-30T22:59:59Z")))).toBe("contribution.pairLimit");
    expect(said(await confirm(steward, fourth))).toBe("ok");
    const fifth = await declared(bo);
    expect(said(await confirm(ada, fifth, new Date("2026-11-30T23:00:00Z")))).toBe("ok");
  });

  test("K3: eight confirmations between the same two at once: three go through", async () => {
    const ids: [Actor, string][] = [];
    for (let i = 0; i < 8; i += 1) ids.push(i % 2 ? [bo, await declared(ada)] : [ada, await declared(bo)]);
    const answers = await Promise.all(ids.map(([witness, id]) => confirm(witness, id)));
    expect(tally(answers)).toEqual({ ok: 3, "contribution.pairLimit": 5 });
    const left = await db.contribution.findFirstOrThrow({
      where: { associationId, state: "DECLARED", memberId: ada.memberId },
    });
    const data = { state: "CONFIRMED", confirmedById: bo.memberId, confirmedAt: NOW } as const;
    await expect(db.contribution.update({ where: { id: left.id }, data })).rejects.toThrow(/K3/);
  });
});

describe("PT3: not confirming it", () => {
  test("takes a reason that its author alone reads, and it counts for nothing", async () => {
    const id = await declared(ada);
    expect(await reject(ada, id)).toBe("contribution.ownWork");
    expect(await reject(stranger, id)).toBe("common.notFound");
    expect(await reject(bo, id)).toBe("ok");
    expect(await reject(steward, id)).toBe("contribution.alreadyRejected");
    expect(said(await confirm(steward, id))).toBe("contribution.alreadyRejected");
    expect((await findContributions(ada, slug, NOW))?.own[0]?.rejection?.reason).toBe(reason);
    for (const reader of [bo, steward])
      expect(JSON.stringify(await findContributions(reader, slug, NOW))).not.toContain(reason);
    const record = await db.activity.findFirstOrThrow({ where: { subjectId: id, kind: "contribution.rejected" } });
    expect(record).toMatchObject({ memberId: ada.memberId, data: { slug } });
    expect(JSON.stringify(record)).not.toContain(reason);
  });
});

describe("PJ6: a mistake", () => {
  test("is set right by a new entry of its author, of whoever confirmed it or of whoever answers, once; the contribution stays", async () => {
    for (const who of [ada, bo, steward]) {
      const id = await declared(ada);
      expect(said(await reverse(ada, id))).toBe("contribution.notConfirmed");
      await confirm(bo, id);
      expect(said(await reverse(stranger, id))).toBe("common.notFound");
      expect(said(await reverse(who, id))).toBe("ok");
      expect(said(await reverse(who, id))).toBe("contribution.alreadyReversed");
      expect((await db.contribution.findUniqueOrThrow({ where: { id } })).state).toBe("CONFIRMED");
    }
    const lines = (await findContributions(bo, slug, NOW))?.confirmed ?? [];
    expect(lines.map(({ reversal }) => reversal)).toEqual([reason, reason, reason]);
  });

  test("is nobody else's to set right, and sixteen at once do it once; the entry never changes", async () => {
    const [cleo] = (await makeCrowd(1)) as [Actor];
    ({ slug, id: associationId } = await makeGroup({ steward, active: [ada, bo, cleo] }));
    const id = await declared(ada);
    await confirm(bo, id);
    expect(said(await reverse(cleo, id))).toBe("contribution.notReverser");
    const answers = await Promise.all(Array.from({ length: 16 }, (_, i) => reverse(i % 2 ? ada : bo, id)));
    expect(tally(answers)).toEqual({ ok: 1, "contribution.alreadyReversed": 15 });
    const where = { contributionId: id };
    await expect(db.contributionReversal.update({ where, data: { reason: "Altro" } })).rejects.toThrow();
    await expect(db.contributionReversal.delete({ where })).rejects.toThrow();
    await expectInvariants();
  });
});

test("A2: only those who belong read what was done", async () => {
  await declared(ada);
  expect(await findContributions(stranger, slug, NOW)).toBeNull();
  const [bos, own] = [await findContributions(bo, slug, NOW), await findContributions(ada, slug, NOW)];
  expect([bos?.waiting.length, bos?.own.length, own?.waiting.length, own?.own.length]).toEqual([1, 0, 0, 1]);
});

test("PV1: what somebody keeps to themselves is read by whoever confirmed it and whoever answers for it, with its link", async () => {
  const [cleo] = (await makeCrowd(1)) as [Actor];
  ({ slug, id: associationId } = await makeGroup({ steward, active: [ada, bo, cleo] }));
  const evidenceUrl = "https://example.org/verbale";
  const before = JSON.stringify(await findContributions(cleo, slug, NOW));
  await confirm(bo, await declared(ada, { evidenceUrl }));
  const key = { memberId: ada.memberId, field: "DEEDS" as const };
  await db.memberFieldAudience.create({ data: { ...key, audience: "ONLY_ME" } });
  const seen = async (actor: Actor) => (await findContributions(actor, slug, NOW))?.confirmed ?? [];
  for (const actor of [ada, bo, steward]) expect(await seen(actor)).toMatchObject([{ evidenceUrl }]);
  expect(JSON.stringify(await findContributions(cleo, slug, NOW))).toBe(before);
  await db.memberFieldAudience.deleteMany({ where: key });
  expect(await seen(cleo)).toHaveLength(1);
});
