import { afterAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import {
  aDraftFor,
  aMemberOf,
  amendCharter,
  anAssociation,
  aPerson,
  expectInvariants,
  makeRole,
  said,
  someStewards,
} from "@/lib/testing/associations";
import { discardDraft, saveDraft } from "./commands";
import { findDraftDesk } from "./queries";

afterAll(expectInvariants);

const FRESH = { fromAside: false };
const UNFINISHED = { valueSlug: null, name: "Vicinato", meaning: "", shownBy: "" };

test("the first saving starts the draft from the version in force, later ones go on from it; nothing typed is lost", async () => {
  const { id, slug, steward } = await anAssociation();
  const before = await findDraftDesk(steward, slug, FRESH);
  expect(before).toMatchObject({ revision: 0, version: 1, preview: null, aside: null });
  const draft = await aDraftFor(slug, { values: [UNFINISHED], ruleNote: "Un turno vale due ore." });
  expect(await saveDraft(steward, draft)).toMatchObject({ ok: true, value: { outcome: "SAVED" } });
  const desk = await findDraftDesk(steward, slug, FRESH);
  expect(desk).toMatchObject({ revision: 1, editedBy: "Rita Referente", content: { values: [UNFINISHED] } });
  expect(desk?.preview?.obstacle).toMatchObject({ code: "membership.charterValuesCount" });
  await saveDraft(steward, { ...draft, revision: 1 });
  expect(await db.charterDraft.findMany({ where: { associationId: id } })).toMatchObject([{ revision: 2 }]);
  expect(await db.charter.count({ where: { associationId: id } })).toBe(1);
});

test("A4: the second of two editors keeps their text aside, sees both, and loses nothing", async () => {
  const { id, slug, steward } = await anAssociation();
  const bo = await makeRole(id, "STEWARD");
  await saveDraft(steward, await aDraftFor(slug, { ruleNote: "La prima." }));
  const theirs = await aDraftFor(slug, { ruleNote: "La seconda." });
  expect(await saveDraft(bo, theirs)).toMatchObject({ ok: true, value: { outcome: "ASIDE" } });
  const desk = await findDraftDesk(bo, slug, FRESH);
  expect(desk).toMatchObject({
    revision: 1,
    content: { ruleNote: "La prima." },
    aside: { after: { ruleNote: "La seconda." } },
  });
  expect(desk?.aside?.difference.ruleNote).toEqual([
    { kind: "SAME", text: "La " },
    { kind: "REMOVED", text: "prima" },
    { kind: "ADDED", text: "seconda" },
    { kind: "SAME", text: "." },
  ]);
  expect((await findDraftDesk(steward, slug, FRESH))?.aside).toBeNull();
  expect((await findDraftDesk(bo, slug, { fromAside: true }))?.content.ruleNote).toBe("La seconda.");
  expect(await saveDraft(bo, { ...theirs, revision: 1 })).toMatchObject({ ok: true, value: { outcome: "SAVED" } });
  expect(await findDraftDesk(bo, slug, FRESH)).toMatchObject({
    revision: 2,
    aside: null,
    content: { ruleNote: "La seconda." },
  });
});

test("A4: of 16 who save at the same instant one saves, and every other text is kept aside", async () => {
  const { id, slug, steward } = await anAssociation();
  const others = await someStewards(id, 15);
  const writing = await Promise.all(
    [steward, ...others].map(async (actor, i) => ({ actor, draft: await aDraftFor(slug, { ruleNote: `Testo ${i}` }) })),
  );
  const saved = await Promise.all(writing.map(({ actor, draft }) => saveDraft(actor, draft)));
  expect(saved.filter((one) => one.ok && one.value.outcome === "SAVED")).toHaveLength(1);
  const [draft] = await db.charterDraft.findMany({ where: { associationId: id } });
  const copies = await db.charterDraftCopy.findMany({ where: { associationId: id } });
  const notes = [draft?.content, ...copies.map(({ content }) => content)].map(
    (one) => (one as { ruleNote: string }).ruleNote,
  );
  expect(notes.sort()).toEqual(writing.map(({ draft: { content } }) => content.ruleNote).sort());
}, 60_000);

test("what was written while the draft was published stays aside as well", async () => {
  const { id, slug, steward } = await anAssociation();
  const bo = await makeRole(id, "STEWARD");
  const theirs = await aDraftFor(slug, { ruleNote: "La mia." }, 1);
  await amendCharter(steward, slug, { minMinutes: 240, minPeriod: "MONTH" });
  expect(await saveDraft(bo, theirs)).toMatchObject({ ok: true, value: { outcome: "ASIDE" } });
});

test("a draft, or what is kept aside, is thrown away once", async () => {
  const { slug, steward } = await anAssociation();
  await saveDraft(steward, await aDraftFor(slug, { ruleNote: "Una." }));
  await saveDraft(steward, await aDraftFor(slug, { ruleNote: "Due." }));
  const discard = (what: "draft" | "aside") => discardDraft(steward, { associationSlug: slug, what });
  expect(said(await discard("aside"))).toBe("ok");
  expect(said(await discard("aside"))).toBe("membership.draftGone");
  expect(said(await discard("draft"))).toBe("ok");
  expect(said(await discard("draft"))).toBe("membership.draftGone");
});

test("R1, A2: whoever does not answer for EDIT finds no desk and no draft", async () => {
  const { id, slug, steward } = await anAssociation();
  await saveDraft(steward, await aDraftFor(slug, { ruleNote: "Una." }));
  const elsewhere = await anAssociation({ name: "Altrove" });
  const draft = await aDraftFor(slug);
  const others = [await aMemberOf(id), await makeRole(id, "WELCOMER"), await aPerson(), elsewhere.steward];
  for (const actor of others) {
    expect(said(await saveDraft(actor, draft))).toBe("common.notFound");
    expect(said(await discardDraft(actor, { associationSlug: slug, what: "draft" }))).toBe("common.notFound");
    expect(await findDraftDesk(actor, slug, FRESH)).toBeNull();
  }
  expect(said(await saveDraft({ ...steward, isSuspended: true }, draft))).toBe("common.suspended");
  expect(await findDraftDesk({ ...steward, isSuspended: true }, slug, FRESH)).toBeNull();
});
