import { afterAll, describe, expect, test } from "vitest";
import { addDays, dayOf } from "@/lib/core/duration";
import type { Result } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import {
  aMemberOf,
  anAssociation,
  aPerson,
  expectInvariants,
  makeRole,
  papersFor,
  said,
  somePeople,
  tally,
} from "@/lib/testing/associations";
import { applyToAssociation } from "../application/commands";
import { decideApplication } from "../decision/commands";
import { setEntry, setIdentity } from "./commands";
import type { EntryInput, IdentityInput } from "./schema";

afterAll(expectInvariants);

const ENTRY: Omit<EntryInput, "associationSlug"> = {
  ...{ entry: "APPLICATION", decidersRequired: 1, sponsorsRequired: 0, decisionDays: 30, reapplyCooldownDays: 30 },
  ...{ memberLimit: null, questions: [{ questionId: null, text: "Perché qui?", isRequired: true }] },
};
const entry = (associationSlug: string, change: Partial<EntryInput> = {}) => ({ ...ENTRY, associationSlug, ...change });
const identity = (associationSlug: string, change: Partial<IdentityInput> = {}): IdentityInput => ({
  ...{
    associationSlug,
    tagline: "Una frase.",
    purpose: "Uno scopo.",
    forWhom: "Tutti.",
    places: [],
    ideaPeopleNeeded: null,
    approvesProjects: null,
  },
  ...{ weDo: ["Riparare"], weDoNot: ["Vendere"], ...change },
});
const word = (applicationId: string, outcome: "ADMIT" | "DECLINE" = "ADMIT") => ({
  ...{
    applicationId,
    outcome,
    reason: outcome === "DECLINE" ? ("VALUES" as const) : null,
    message: "",
    clauseId: null,
  },
});
const knock = async (slug: string, person = aPerson(), now = new Date()) => {
  const ada = await person;
  const applied = await applyToAssociation(ada, await papersFor(slug), now);
  if (!applied.ok) throw new Error(applied.refusal.code);
  return { ada, applicationId: applied.value.applicationId };
};

describe("how one comes in", () => {
  test("R1, A2: who does not answer for EDIT finds nothing to set", async () => {
    const { id, slug, steward } = await anAssociation();
    const others = [await aPerson(), await aMemberOf(id), await makeRole(id, "WELCOMER")];
    for (const actor of others) {
      expect(said(await setEntry(actor, entry(slug)))).toBe("common.notFound");
      expect(said(await setIdentity(actor, identity(slug)))).toBe("common.notFound");
    }
    expect(said(await setEntry(steward, entry("no-such")))).toBe("common.notFound");
    expect(said(await setEntry({ ...steward, isSuspended: true }, entry(slug)))).toBe("common.suspended");
    expect(said(await setEntry(steward, entry(slug)))).toBe("ok");
  });

  test("R5, M6: an application is decided by as many as when it was handed in; the next one by as many as now", async () => {
    const { id, slug, steward } = await anAssociation();
    const other = await makeRole(id, "WELCOMER");
    const before = await knock(slug);
    expect(said(await setEntry(steward, entry(slug, { decidersRequired: 2 })))).toBe("ok");
    const after = await knock(slug);
    const state = (result: Awaited<ReturnType<typeof decideApplication>>) => (result.ok ? result.value.state : result);
    expect(state(await decideApplication(steward, word(before.applicationId)))).toBe("ACCEPTED");
    expect(state(await decideApplication(steward, word(after.applicationId)))).toBe("PENDING");
    expect(state(await decideApplication(other, word(after.applicationId)))).toBe("ACCEPTED");
  });

  test("R5, M4: after a decline one waits as long as was told, however the interval changes", async () => {
    const { slug, steward } = await anAssociation();
    const now = new Date();
    const { ada, applicationId } = await knock(slug, aPerson(), now);
    await setEntry(steward, entry(slug, { reapplyCooldownDays: 365, decisionDays: 5 }), now);
    await decideApplication(steward, word(applicationId, "DECLINE"), now);
    const again = async (at: Date) => said(await applyToAssociation(ada, await papersFor(slug), at));
    expect(await again(addDays(now, 29))).toBe("membership.reapplyTooSoon");
    const day = addDays(now, 30);
    expect(await again(day)).toBe("ok");
    const latest = await db.application.findFirstOrThrow({ where: { memberId: ada.memberId, state: "PENDING" } });
    expect(latest).toMatchObject({ reapplyCooldownDays: 365, answerBy: addDays(day, 5) });
  });

  test("M5: a changed question is a new row, and what was asked stays with what was answered", async () => {
    const { id, slug, steward } = await anAssociation();
    const { applicationId } = await knock(slug);
    const [old] = await db.question.findMany({ where: { associationId: id } });
    const questions = [{ questionId: old?.id ?? "", text: "Perché adesso?", isRequired: false }];
    await setEntry(steward, entry(slug, { questions }));
    const rows = await db.question.findMany({ where: { associationId: id }, orderBy: { createdAt: "asc" } });
    expect(rows).toMatchObject([
      { id: old?.id, text: "Perché qui?", isRequired: true, retiredAt: expect.any(Date) },
      { text: "Perché adesso?", isRequired: false, retiredAt: null },
    ]);
    expect(await db.applicationAnswer.findFirst({ where: { applicationId } })).toMatchObject({
      question: "Perché qui?",
    });
    expect(said(await decideApplication(steward, word(applicationId)))).toBe("ok");
  });

  test("A5: places lowered while people come in: never fewer than are taken", async () => {
    const { id, slug, steward } = await anAssociation({ entry: "OPEN" });
    const people = await somePeople(8);
    const papers = await papersFor(slug);
    const [asked] = await db.question.findMany({ where: { associationId: id } });
    const questions = [{ questionId: asked?.id ?? "", text: asked?.text ?? "", isRequired: true }];
    const acts = people.map((person) => () => applyToAssociation(person, papers));
    const lower = () => setEntry(steward, entry(slug, { entry: "OPEN", memberLimit: 5, questions }));
    const results: Result<unknown>[] = await Promise.all(
      [...acts.slice(0, 3), lower, ...acts.slice(3)].map((act) => act()),
    );
    const { memberLimit } = await db.association.findUniqueOrThrow({ where: { id } });
    const members = await db.membership.count({ where: { associationId: id } });
    if (memberLimit === null) expect(tally(results)).toEqual({ ok: 8, "membership.limitBelowMembers": 1 });
    else expect([members, tally(results)]).toEqual([5, { ok: 5, "membership.full": 4 }]);
  });
});

describe("who the association says it is", () => {
  test("P36: all but the name may be said again; places are those named, each once", async () => {
    const { id, slug, steward } = await anAssociation();
    const change = { purpose: "Tenere aperta la bottega.", places: ["Bologna", "Modena", "Bologna"], weDo: ["A", "B"] };
    expect(said(await setIdentity(steward, identity(slug, change)))).toBe("ok");
    const row = await db.association.findUniqueOrThrow({ where: { id }, include: { places: true } });
    expect(row).toMatchObject({ name: "Cantiere Comune", slug, purpose: change.purpose, weDo: ["A", "B"] });
    expect(row.places.map(({ placeSlug }) => placeSlug)).toEqual(["bologna", "modena"]);
    await expect(db.association.update({ where: { id }, data: { purpose: " " } })).rejects.toThrow();
  });
});

test("M6, PT1: whoever's statement ended longer ago than its days of grace is not the second who decides", async () => {
  const { id, slug } = await anAssociation({ untilOn: dayOf(addDays(new Date(), 30)) });
  const other = await makeRole(id, "STEWARD");
  const two = async (days: number) =>
    said(await setEntry(other, entry(slug, { decidersRequired: 2 }), addDays(new Date(), days)));
  expect(await two(45)).toBe("membership.twoDecideAlone");
  expect(await two(44)).toBe("ok");
});
