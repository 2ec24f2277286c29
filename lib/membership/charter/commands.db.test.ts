import { afterAll, describe, expect, test } from "vitest";
import { findVersion, findVersions } from "@/lib/association/charter/queries";
import { charterHashOf } from "@/lib/association/rules";
import { addDays, addMonths, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import {
  aDraftFor,
  aMemberOf,
  amendCharter,
  anAssociation,
  expectInvariants,
  makeRole,
  said,
  someStewards,
  tally,
} from "@/lib/testing/associations";
import { saveDraft } from "../draft/commands";
import { readStanding } from "../facts";
import { publishCharter } from "./commands";
import { voteSubjectOf } from "./rules";

afterAll(expectInvariants);

const NOTE = "Lo abbiamo deciso insieme a novembre.";
const publishing = (associationSlug: string, change: object = {}) => ({
  ...{ associationSlug, revision: 1, isMaterial: true, changeNote: NOTE },
  ...change,
});
const MORE = { minMinutes: 240, minPeriod: "MONTH" as const };

/** A vote the members closed with a yes, on something. */
const approve = (associationId: string, subjectId: string, now = new Date()) =>
  db.decision.create({
    data: {
      ...{
        associationId,
        subjectId,
        kind: "CHARTER",
        state: "CLOSED",
        outcome: "APPROVED",
        title: "La carta",
        text: "La nuova carta.",
      },
      ...{ isSecret: false, isHidden: true, quorum: "HALF", threshold: "TWO_THIRDS" },
      ...{ openedAt: addDays(now, -8), closesAt: addDays(now, -1), closedAt: now },
    },
  });

describe("publishing", () => {
  test("M11: leaves the next version with its hash, its note and who published it; the one before stays as it was", async () => {
    const { id, slug, steward } = await anAssociation();
    const first = await db.charter.findFirstOrThrow({ where: { associationId: id } });
    const rule = {
      ...MORE,
      minDeeds: 2,
      countedKinds: ["TIME" as const],
      graceDays: 30,
      confirmers: "STEWARDS" as const,
    };
    const draft = await aDraftFor(slug, {
      ...rule,
      bars: ["VOTE"],
      ruleNote: "Un turno vale due.",
      reviewOn: addMonths(dayOf(new Date()), 10),
    });
    await saveDraft(steward, draft);
    expect(await publishCharter(steward, publishing(slug))).toEqual({
      ok: true,
      value: { associationSlug: slug, version: 2 },
    });
    const [kept, next] = await db.charter.findMany({ where: { associationId: id }, orderBy: { version: "asc" } });
    expect(kept).toEqual(first);
    expect(next).toMatchObject({
      ...rule,
      bars: ["VOTE"],
      version: 2,
      hashForm: 2,
      isMaterial: true,
      changeNote: NOTE,
    });
    expect(next).toMatchObject({ publishedById: steward.memberId, hash: charterHashOf(draft.content, 2) });
    expect(await db.charterDraft.count({ where: { associationId: id } })).toBe(0);
    expect(
      await db.activity.findFirst({ where: { kind: "membership.charterAmended", subjectId: next?.id ?? "" } }),
    ).toMatchObject({
      actorId: steward.memberId,
      associationId: id,
    });
    await expect(
      db.$executeRaw`UPDATE "Charter" SET "ruleNote" = 'Altro' WHERE "id" = ${next?.id}::uuid`,
    ).rejects.toThrow(/A6/);
  });

  test("M11: wording may be published as such, substance never; unchanged, moved or gone is refused", async () => {
    const { slug, steward } = await anAssociation();
    const attempt = async (change: object) => said(await publishCharter(steward, publishing(slug, change)));
    expect(await attempt({})).toBe("membership.draftGone");
    await saveDraft(steward, await aDraftFor(slug));
    expect(await attempt({})).toBe("membership.charterUnchanged");
    await saveDraft(steward, await aDraftFor(slug, MORE, 1));
    expect(await attempt({})).toBe("membership.draftMoved");
    expect(await attempt({ revision: 2, isMaterial: false })).toBe("membership.changeIsMaterial");
    const { content } = await aDraftFor(slug);
    const clauses = content.clauses.map((one) =>
      one.kind === "RULE" ? { ...one, text: "Si esce quando si vuole, sempre." } : one,
    );
    await saveDraft(steward, await aDraftFor(slug, { clauses }, 2));
    expect(await attempt({ revision: 3, isMaterial: false })).toBe("ok");
    expect((await findVersions(slug, {}))?.versions).toMatchObject([{ version: 2, isMaterial: false }, { version: 1 }]);
  });

  test("an earlier text published again is a version of its own", async () => {
    const { slug, steward } = await anAssociation();
    const { content } = await aDraftFor(slug);
    await amendCharter(steward, slug, MORE);
    await amendCharter(steward, slug, content);
    expect((await findVersions(slug, { from: "1", to: "3" }))?.comparison?.difference).toMatchObject({ rule: [] });
    expect((await findVersions(slug, {}))?.comparison).toMatchObject({
      from: 2,
      to: 3,
      difference: { rule: ["ASKED"] },
    });
    expect((await findVersion(slug, "2"))?.charter).toMatchObject({ version: 2, minMinutes: 240 });
    expect(await findVersion(slug, "9")).toBeNull();
    expect(await findVersions("nowhere", {})).toBeNull();
  });

  test("M11: the author accepts like anyone else, and until then looks after the association and nothing more", async () => {
    const then = addDays(new Date(), -31);
    const { id, slug, steward } = await anAssociation({}, addDays(then, -1));
    await amendCharter(steward, slug, { ...MORE, now: then });
    const at = (now: Date) =>
      db.$transaction((tx) => readStanding(tx, { memberId: steward.memberId, associationId: id, now }));
    expect(await at(addDays(then, 29))).toMatchObject({ isCharterOverdue: false });
    expect(await at(new Date())).toMatchObject({ isCharterOverdue: true, responsibilities: ["CUSTODY"] });
    expect(said(await saveDraft(steward, await aDraftFor(slug)))).toBe("common.notFound");
  });

  test("DC6: where members vote on the charter, the text they approved is published, and no other", async () => {
    const { id, slug, steward } = await anAssociation();
    await amendCharter(steward, slug, { isByVote: true });
    const draft = await aDraftFor(slug, { ...MORE, isByVote: false });
    await saveDraft(steward, draft);
    expect(said(await publishCharter(steward, publishing(slug)))).toBe("membership.charterNotVoted");
    await approve(id, voteSubjectOf(charterHashOf(draft.content, 3)));
    await saveDraft(steward, { ...draft, revision: 1, content: { ...draft.content, minMinutes: 241 } });
    expect(said(await publishCharter(steward, publishing(slug, { revision: 2 })))).toBe("membership.charterNotVoted");
    await saveDraft(steward, { ...draft, revision: 2 });
    expect(said(await publishCharter(steward, publishing(slug, { revision: 3 })))).toBe("ok");
  });

  test("R1, A2: whoever does not answer for EDIT finds nothing to publish", async () => {
    const { id, slug, steward } = await anAssociation();
    await saveDraft(steward, await aDraftFor(slug, MORE));
    for (const actor of [
      await aMemberOf(id),
      await makeRole(id, "WELCOMER"),
      (await anAssociation({ name: "Altrove" })).steward,
    ])
      expect(said(await publishCharter(actor, publishing(slug)))).toBe("common.notFound");
    expect(said(await publishCharter({ ...steward, isSuspended: true }, publishing(slug)))).toBe("common.suspended");
  });
});

test("A4: of 16 stewards who publish at once one does, and the others read that it is done", async () => {
  const { id, slug, steward } = await anAssociation();
  const others = await someStewards(id, 15);
  await saveDraft(steward, await aDraftFor(slug, MORE));
  const results = await Promise.all([steward, ...others].map((actor) => publishCharter(actor, publishing(slug))));
  expect(tally(results)).toEqual({ ok: 1, "membership.draftGone": 15 });
  expect(await db.charter.count({ where: { associationId: id } })).toBe(2);
}, 60_000);
