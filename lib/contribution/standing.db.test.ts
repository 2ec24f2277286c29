import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { addDays, endOfDay } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { type Tx, unlocked } from "@/lib/db/transaction";
import { endAbsence, stateAbsence } from "@/lib/membership/absence/commands";
import { dayAfter } from "@/lib/membership/calendar/rules";
import { pauseMembership, resumeMembership } from "@/lib/membership/pausing/commands";
import { drawAccounts, refreshBehind } from "@/lib/membership/period/commands";
import { readAccountFacts } from "@/lib/membership/period/facts";
import { accountOf } from "@/lib/membership/period/rules";
import { proposeProject } from "@/lib/project/proposal/commands";
import { expectInvariants, said } from "@/lib/testing/associations";
import { aProposal, makeCrowd, makeGroup } from "@/lib/testing/projects";
import { confirmContribution } from "./commands";
import { declareOutside } from "./outside/commands";
import { reverseContribution } from "./reversal/commands";

const NOW = new Date("2026-11-20T10:00:00Z");

let steward: Actor;
let ada: Actor;
let bo: Actor;
let slug: string;
let associationId: string;

/** Three hours a month since September, two weeks of grace; who is behind does not propose. */
beforeEach(async () => {
  [steward, ada, bo] = (await makeCrowd(3)) as [Actor, Actor, Actor];
  ({ slug, id: associationId } = await makeGroup({ steward, active: [ada, bo] }));
  const { id: _, ...charter } = await db.charter.findFirstOrThrow({ where: { associationId } });
  const rule = { minMinutes: 180, minPeriod: "MONTH", graceDays: 14, bars: ["PROPOSE"] } as const;
  const publishedAt = new Date("2026-08-31T10:00:00Z");
  const version = { version: 2, hash: `${charter.hash}-2`, isMaterial: false, publishedAt };
  await db.charter.create({ data: { ...charter, ...rule, bars: [...rule.bars], ...version } });
});
afterAll(() => expectInvariants());

const membershipOf = ({ memberId }: Actor) =>
  db.membership.findUniqueOrThrow({ where: { associationId_memberId: { associationId, memberId } } });
const behindOf = async (actor: Actor) => (await membershipOf(actor)).behindSince?.toISOString() ?? null;
/** The same, counted anew from the rows. */
const counted = async (actor: Actor, now: Date) => {
  const { facts, state } = await readAccountFacts(unlocked, (await membershipOf(actor)).id, now);
  const { behindOn } = accountOf(facts);
  return state === "ACTIVE" && behindOn ? endOfDay(dayAfter(behindOn, -1)).toISOString() : null;
};
const declare = async (actor: Actor, doneOn: string, hours: number, now = NOW) => {
  const given = {
    associationSlug: slug,
    kind: "TIME",
    title: "Turno al banco",
    hours: hours * 60,
    doneOn,
    value: null,
  } as const;
  expect(said(await declareOutside(actor, given, now))).toBe("ok");
  const where = { associationId, memberId: actor.memberId };
  return (await db.contribution.findFirstOrThrow({ where, orderBy: { id: "desc" }, select: { id: true } })).id;
};
const confirm = async (by: Actor, contributionId: string, now = NOW) =>
  said(await confirmContribution(by, { contributionId }, now));
const propose = async (actor: Actor) => said(await proposeProject(actor, aProposal({ association: slug }), NOW));
const told = (actor: Actor, kind: "membership.fellBehind" | "membership.periodEnding") =>
  db.activity.count({ where: { kind, memberId: actor.memberId, associationId } });

describe("the end of a grace", () => {
  test.each([
    ["in winter", "2026-10-14T21:59:59Z", "2026-10-14T22:00:00Z"],
    ["after a change of clocks", "2026-11-14T22:59:59Z", "2026-11-14T23:00:00Z"],
  ])("is midnight in Italy, %s: one is behind from that instant, and told once", async (_when, before, after) => {
    if (before.startsWith("2026-11"))
      await confirm(
        bo,
        await declare(ada, "2026-09-10", 3, new Date("2026-09-12T10:00:00Z")),
        new Date("2026-09-13T10:00:00Z"),
      );
    await drawAccounts(new Date(before));
    expect(await behindOf(ada)).toBeNull();
    await drawAccounts(new Date(after));
    expect(await behindOf(ada)).toBe(new Date(after).toISOString());
    await drawAccounts(addDays(new Date(after), 1));
    expect(await told(ada, "membership.fellBehind")).toBe(1);
  });

  test("whoever only listens, is in pause or has given enough hears nothing; the others a reminder, once, 14 days before", async () => {
    await pauseMembership(bo, { associationSlug: slug, untilOn: null }, new Date("2026-09-01T10:00:00Z"));
    await drawAccounts(new Date("2026-09-15T10:00:00Z"));
    expect(await told(ada, "membership.periodEnding")).toBe(0);
    for (const day of ["16", "17", "30"]) await drawAccounts(new Date(`2026-09-${day}T10:00:00Z`));
    expect([await told(ada, "membership.periodEnding"), await told(bo, "membership.periodEnding")]).toEqual([1, 0]);
  });
});

describe("catching up", () => {
  test("gives back at once what was barred: on confirmation, in the same transaction; a reversal takes it away again", async () => {
    await drawAccounts(NOW);
    expect(await propose(ada)).toBe("membership.behind");
    const id = await declare(ada, "2026-11-19", 3);
    expect(await propose(ada)).toBe("membership.behind");
    expect(await confirm(bo, id)).toBe("ok");
    expect(await propose(ada)).toBe("ok");
    const reason = "Era il turno di Bo.";
    expect(said(await reverseContribution(steward, { contributionId: id, reason }, NOW))).toBe("ok");
    expect(await propose(ada)).toBe("membership.behind");
  });

  test("goes by an absence or a pause as well, and what was said too much is taken back", async () => {
    await drawAccounts(NOW);
    const away = { associationSlug: slug, fromOn: "2026-10-20", untilOn: "2026-12-01" };
    expect(said(await stateAbsence(ada, away, NOW))).toBe("ok");
    expect(await behindOf(ada)).toBe(await counted(ada, NOW));
    const { id: absenceId } = await db.absence.findFirstOrThrow({ where: { membership: { memberId: ada.memberId } } });
    expect(said(await endAbsence(bo, { associationSlug: slug, absenceId }, NOW))).toBe("common.notFound");
    expect(said(await endAbsence(ada, { associationSlug: slug, absenceId }, NOW))).toBe("ok");
    expect(said(await endAbsence(ada, { associationSlug: slug, absenceId }, NOW))).toBe("membership.absenceOver");
    await pauseMembership(bo, { associationSlug: slug, untilOn: null }, NOW);
    expect(await behindOf(bo)).toBeNull();
    await resumeMembership(bo, { associationSlug: slug }, NOW);
    expect(await behindOf(bo)).toBe("2026-10-14T22:00:00.000Z");
  });

  test("by two confirmations that do not see each other counts both: the second account waits for the first to be drawn", async () => {
    await drawAccounts(NOW);
    const [one, two] = [await declare(ada, "2026-11-18", 1.5), await declare(ada, "2026-11-19", 1.5)];
    const { id: membershipId } = await membershipOf(ada);
    const drawWith = async (tx: Tx, id: string, by: Actor) => {
      const data = { state: "CONFIRMED", confirmedAt: NOW, confirmedById: by.memberId } as const;
      await tx.contribution.update({ where: { id }, data });
      await refreshBehind(tx, membershipId, NOW);
    };
    const [second] = await db.$transaction(async (tx) => {
      await drawWith(tx, one, bo);
      const begun = db.$transaction((other) => drawWith(other, two, steward));
      await new Promise((resolve) => setTimeout(resolve, 300));
      return [begun];
    });
    await second;
    expect([await behindOf(ada), await counted(ada, NOW)]).toEqual([null, null]);
  });
});

describe("what is written down is what is counted anew from the rows", () => {
  const ids: string[] = [];
  const give = async (now: Date, hours: number) => {
    if ((await membershipOf(ada)).state !== "ACTIVE") return;
    const id = await declare(ada, now.toISOString().slice(0, 10), hours, now);
    if ((await confirm(hours % 2 ? bo : steward, id, now)) === "ok") ids.push(id);
  };
  const ACTS: readonly ((now: Date) => Promise<unknown>)[] = [
    (now) => pauseMembership(ada, { associationSlug: slug, untilOn: null }, now),
    (now) => resumeMembership(ada, { associationSlug: slug }, now),
    (now) => resumeMembership(ada, { associationSlug: slug }, now),
    (now) => {
      const today = now.toISOString().slice(0, 10);
      return stateAbsence(ada, { associationSlug: slug, fromOn: today, untilOn: today }, now);
    },
    (now) => reverseContribution(bo, { contributionId: ids.shift() ?? randomUUID(), reason: "Uno sbaglio." }, now),
    (now) => give(now, 1),
    (now) => give(now, 2),
    (now) => give(now, 3),
  ];

  test.each([7, 13])("whatever happened and whenever the job ran (%i)", async (start) => {
    let seed = start;
    const states = new Set<string>();
    for (let day = 0; day < 91; day += 7) {
      const now = addDays(new Date("2026-09-02T08:00:00Z"), day);
      seed = (seed * 16_807) % 2_147_483_647;
      await ACTS[seed % ACTS.length]?.(now);
      await drawAccounts(now);
      const behind = await behindOf(ada);
      expect([day, behind]).toEqual([day, await counted(ada, now)]);
      states.add(behind ? "behind" : "in step");
    }
    expect(states.has("in step")).toBe(true);
  });
});
