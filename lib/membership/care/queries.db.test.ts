import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { addDays, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { expectInvariants, said } from "@/lib/testing/associations";
import { makeThree } from "@/lib/testing/projects";
import { stateAbsence } from "../absence/commands";
import { askHelp, closeHelp } from "../help/commands";
import { pauseMembership } from "../pausing/commands";
import { findAccount } from "../period/queries";
import { findCare } from "./queries";

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

const namesOf = (lines: readonly { person: { handle: string } }[] | undefined) =>
  lines?.map(({ person }) => person.handle);

describe("asking for a hand", () => {
  const text = "Non riesco a venire il sabato.";
  const ask = async (actor: Actor) => said(await askHelp(actor, { associationSlug: slug, text }, NOW));

  test("A2: is read by whoever answers for GRANT, and by nobody else; once at a time, also by five at once", async () => {
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => ask(ada)));
    expect(answers.sort()).toEqual([
      "membership.helpAskedAlready",
      "membership.helpAskedAlready",
      "membership.helpAskedAlready",
      "membership.helpAskedAlready",
      "ok",
    ]);
    expect(await ask(stranger)).toBe("common.notFound");
    expect((await findCare(steward, slug, NOW))?.askings[0]?.text).toBe(text);
    expect(await findCare(bo, slug, NOW)).toBeNull();
    expect((await findAccount(ada, slug, NOW))?.help?.text).toBe(text);
    expect((await findAccount(bo, slug, NOW))?.help).toBeNull();
  });

  test("is closed by either side", async () => {
    await ask(ada);
    const { id: helpId } = await db.helpAsking.findFirstOrThrow({ where: { membership: { associationId } } });
    const close = async (actor: Actor) => said(await closeHelp(actor, { associationSlug: slug, helpId }, NOW));
    expect([await close(bo), await close(stranger), await close(steward), await close(ada)]).toEqual([
      ...["common.notFound", "common.notFound", "ok"],
      "membership.helpOver",
    ]);
    expect(await ask(ada)).toBe("ok");
  });
});

describe("who may need a hand", () => {
  test("is named by kind, without figures: behind, coming back, away, quiet", async () => {
    const where = { associationId_memberId: { associationId, memberId: ada.memberId } };
    await db.membership.update({ where, data: { behindSince: addDays(NOW, -3) } });
    await pauseMembership(bo, { associationSlug: slug, untilOn: dayOf(addDays(NOW, 14)) }, NOW);
    const care = await findCare(steward, slug, NOW);
    expect(namesOf(care?.behind)).toEqual([ada.handle]);
    expect(namesOf(care?.returning)).toEqual([bo.handle]);
    expect(namesOf(care?.quiet)).toEqual([steward.handle]);
    expect(namesOf((await findCare(steward, slug, addDays(NOW, -1)))?.returning)).toEqual([]);
    const today = dayOf(NOW);
    await stateAbsence(steward, { associationSlug: slug, fromOn: today, untilOn: today }, NOW);
    const away = await findCare(steward, slug, NOW);
    expect([namesOf(away?.away), namesOf(away?.quiet)]).toEqual([[steward.handle], []]);
    await db.membership.update({ where, data: { behindSince: null } });
  });
});
