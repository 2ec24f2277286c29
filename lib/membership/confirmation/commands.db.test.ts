import { afterAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import {
  aDraftFor,
  amendCharter,
  anAssociation,
  aPerson,
  expectInvariants,
  papersFor,
  said,
  tally,
} from "@/lib/testing/associations";
import { applyToAssociation, withdrawApplication } from "../application/commands";
import { findMyApplication } from "../application/queries";
import { decideApplication } from "../decision/commands";
import { confirmPapers } from "./commands";
import { findConfirmation } from "./queries";

afterAll(expectInvariants);

const ADMIT = { outcome: "ADMIT" as const, reason: null, message: "", clauseId: null };

/** Somebody who knocked before the charter changed: a value reads otherwise, one is new, more hours are asked. */
async function world() {
  const { slug, steward } = await anAssociation();
  const ada = await aPerson();
  const applied = await applyToAssociation(ada, await papersFor(slug));
  if (!applied.ok) throw new Error(applied.refusal.code);
  const { applicationId } = applied.value;
  const { content } = await aDraftFor(slug);
  const [care, trust] = content.values as [never, never];
  const courage = { valueSlug: "courage", name: "", meaning: "Si prova.", shownBy: "Un tentativo." };
  const values = [care, { ...(trust as object), meaning: "Si dice prima." } as never, courage];
  await amendCharter(steward, slug, { values, minMinutes: 120, minPeriod: "MONTH" });
  return { slug, steward, ada, applicationId };
}

async function confirmation(actor: Actor, slug: string, applicationId: string) {
  const papers = await findMyApplication(actor, applicationId);
  const view = papers && (await findConfirmation(actor, papers));
  const { answers: _, associationSlug: __, ...rest } = await papersFor(slug);
  const stances = view?.open.map(({ id }) => ({ valueId: id, stance: "ADOPTED" as const, note: "" })) ?? [];
  return { ...rest, applicationId, stances };
}

test("M2, M5: nobody is admitted on a charter that is over; confirmed, they are, with all they had written", async () => {
  const { slug, steward, ada, applicationId } = await world();
  expect(said(await decideApplication(steward, { applicationId, ...ADMIT }))).toBe("membership.papersOutdated");
  const before = await findMyApplication(ada, applicationId);
  const given = await confirmation(ada, slug, applicationId);
  expect(given.stances).toHaveLength(2);
  expect(said(await confirmPapers(ada, { ...given, stances: given.stances.slice(1) }))).toBe(
    "membership.stanceMissing",
  );
  expect(said(await confirmPapers(ada, { ...given, minutesPerPeriod: 60 }))).toBe("membership.pledgeTooSmall");
  expect(said(await confirmPapers(ada, given))).toBe("ok");
  const after = await findMyApplication(ada, applicationId);
  expect(after).toMatchObject({
    answers: before?.answers,
    answerBy: before?.answerBy,
    charterVersion: 2,
    state: "PENDING",
  });
  expect(after?.stances.map(({ valueSlug, stance }) => `${valueSlug} ${stance}`)).toEqual([
    "care SHARED",
    "trust ADOPTED",
    "courage ADOPTED",
  ]);
  expect(await db.applicationStance.count({ where: { applicationId } })).toBe(6);
  expect(
    await db.activity.findFirst({ where: { kind: "membership.papersConfirmed", subjectId: applicationId } }),
  ).toMatchObject({
    data: { from: 1 },
  });
  expect(said(await confirmPapers(ada, given))).toBe("membership.papersCurrent");
  expect(said(await decideApplication(steward, { applicationId, ...ADMIT }))).toBe("ok");
  const pledge = await db.pledge.findFirstOrThrow({
    where: { applicationId },
    include: { stances: true, charter: true },
  });
  expect(pledge).toMatchObject({ charterHash: pledge.charter.hash, charter: { version: 2 } });
  expect(pledge.stances).toHaveLength(3);
});

test("A2, M4: only whoever applied confirms, and only while it waits", async () => {
  const { slug, steward, ada, applicationId } = await world();
  const given = await confirmation(ada, slug, applicationId);
  expect(said(await confirmPapers(steward, given))).toBe("common.notFound");
  expect(said(await confirmPapers(await aPerson(), given))).toBe("common.notFound");
  expect(said(await confirmPapers({ ...ada, isSuspended: true }, given))).toBe("common.suspended");
  await withdrawApplication(ada, { applicationId });
  expect(said(await confirmPapers(ada, given))).toBe("membership.alreadyDecided");
});

test("A4: confirmed twice at the same instant, once; with an admission, never on the earlier charter", async () => {
  const { slug, steward, ada, applicationId } = await world();
  const given = await confirmation(ada, slug, applicationId);
  const results = await Promise.all([
    confirmPapers(ada, given),
    decideApplication(steward, { applicationId, ...ADMIT }),
    confirmPapers(ada, given),
  ]);
  const [first, decided, second] = results.map(said);
  expect(tally([results[0], results[2]] as never)).toMatchObject({ ok: 1 });
  expect(["membership.papersCurrent", "membership.alreadyDecided", "ok"]).toContain(first);
  expect(["membership.papersCurrent", "membership.alreadyDecided", "ok"]).toContain(second);
  const pledges = await db.pledge.findMany({ where: { applicationId }, include: { charter: true } });
  expect(pledges.map(({ charter }) => charter.version)).toEqual(decided === "ok" ? [2] : []);
}, 60_000);
