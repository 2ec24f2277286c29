import { afterAll, expect, test } from "vitest";
import { addDays, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { publishCharter } from "@/lib/membership/charter/commands";
import { saveDraft } from "@/lib/membership/draft/commands";
import {
  aDraftFor,
  aMemberOf,
  amendCharter,
  anAssociation,
  expectInvariants,
  makeRole,
  said,
} from "@/lib/testing/associations";
import { cast, voteOf } from "@/lib/testing/decisions";
import { guardOf } from "@/lib/testing/guards";
import { closeDueDecisions } from "../closing/commands";
import { withdrawDecision } from "../commands";
import { findDecision } from "../sight/queries";
import { putCharterToVote } from "./commands";

afterAll(expectInvariants);

const MORE = { minMinutes: 240, minPeriod: "MONTH" as const };

test("DC6, M11: the text that two thirds approved is published, and no other in its place", async () => {
  const now = new Date();
  const { id, slug, steward } = await anAssociation({}, now);
  const bo = await aMemberOf(id);
  await amendCharter(steward, slug, { isByVote: true, now });
  const input = (days: number) => ({
    ...{ associationSlug: slug, title: "Quattro ore al mese", contentLocale: "it" as const },
    closesOn: dayOf(addDays(now, days)),
  });
  const publish = async (revision: number) => {
    const asked = { associationSlug: slug, revision, isMaterial: true, changeNote: "Lo abbiamo votato insieme." };
    return said(await publishCharter(steward, asked));
  };
  expect(said(await putCharterToVote(steward, input(9), now))).toBe("membership.draftGone");
  await saveDraft(steward, await aDraftFor(slug, MORE));
  expect(said(await putCharterToVote(bo, input(9), now))).toBe("common.notFound");
  expect(said(await putCharterToVote(steward, input(6), now))).toBe("decision.tooShort");
  const opened = await putCharterToVote(steward, input(9), now);
  if (!opened.ok) throw new Error(opened.refusal.code);
  expect(said(await putCharterToVote(steward, input(9), now))).toBe("decision.oneOpen");

  const vote = await voteOf(opened.value.decisionId);
  for (const voter of [steward, bo]) expect(said(await cast(voter, vote, "YES", now))).toBe("ok");
  expect(await publish(1)).toBe("membership.charterNotVoted");
  await closeDueDecisions(vote.closesAt);
  await saveDraft(steward, await aDraftFor(slug, { minMinutes: 300, minPeriod: "MONTH" }, 1));
  expect(await publish(2)).toBe("membership.charterNotVoted");
  await saveDraft(steward, await aDraftFor(slug, MORE, 2));
  expect(await publish(3)).toBe("ok");
});

// Half past eleven at night in Italy; the last Sunday of October has 25 hours, that of March 23.
test.each([
  ["October", "2026-10-21T21:30:00Z", "2026-10-27", "2026-10-28"],
  ["March", "2026-03-23T22:30:00Z", "2026-03-30", "2026-03-31"],
])(
  "DC6: a charter is voted on for seven whole days, over the change of clocks of %s",
  async (_, instant, six, seven) => {
    const now = new Date(instant);
    const { slug, steward } = await anAssociation({ untilOn: dayOf(addDays(now, 90)) }, addDays(now, -30));
    await saveDraft(steward, await aDraftFor(slug, MORE), now);
    const asked = { associationSlug: slug, title: "Quattro ore al mese", contentLocale: "it" as const };
    expect(said(await putCharterToVote(steward, { ...asked, closesOn: six }, now))).toBe("decision.tooShort");
    const opened = await putCharterToVote(steward, { ...asked, closesOn: seven }, now);
    if (!opened.ok) throw new Error(opened.refusal.code);
    const terms = await db.decision.findUniqueOrThrow({ where: { id: opened.value.decisionId } });
    expect(terms).toMatchObject({ kind: "CHARTER", quorum: "HALF", threshold: "TWO_THIRDS", isSecret: false });
  },
);

test("DC3, DC6: whoever votes reads all that changes, not its words alone, and it never changes", async () => {
  const now = new Date();
  const { id, slug, steward } = await anAssociation({}, now);
  const bo = await aMemberOf(id);
  await saveDraft(steward, await aDraftFor(slug, { ...MORE, bars: ["VOTE"] }));
  const asked = { associationSlug: slug, title: "Quattro ore al mese", contentLocale: "it" as const };
  const opened = await putCharterToVote(steward, { ...asked, closesOn: dayOf(addDays(now, 9)) }, now);
  if (!opened.ok) throw new Error(opened.refusal.code);
  const { decisionId } = opened.value;
  const view = await findDecision(bo, { slug, id: decisionId }, now);
  expect(view?.charter?.difference.rule).toEqual(["ASKED", "BARS"]);
  expect(view?.charter?.before).toMatchObject({ minMinutes: null, bars: [] });
  expect(view?.charter?.after).toMatchObject({ minMinutes: 240, minPeriod: "MONTH", bars: ["VOTE"] });
  expect(view?.text).toContain("Cura");
  const change = db.decision.update({ where: { id: decisionId }, data: { content: {} } });
  expect(await guardOf(change)).toBe("DC3");
});

test("DC3: a vote on a charter is taken back by whoever answers for EDIT, and the draft may be put to the vote again", async () => {
  const now = new Date();
  const { id, slug, steward } = await anAssociation({}, now);
  const [bo, other] = [await aMemberOf(id), await makeRole(id, "STEWARD")];
  await saveDraft(steward, await aDraftFor(slug, MORE));
  const asked = { associationSlug: slug, title: "Quattro ore al mese", contentLocale: "it" as const };
  const open = () => putCharterToVote(steward, { ...asked, closesOn: dayOf(addDays(now, 9)) }, now);
  const opened = await open();
  if (!opened.ok) throw new Error(opened.refusal.code);
  const { decisionId } = opened.value;
  expect(said(await withdrawDecision(bo, { decisionId }, now))).toBe("common.notFound");
  expect(said(await withdrawDecision(other, { decisionId }, now))).toBe("ok");
  expect(said(await withdrawDecision(steward, { decisionId }, now))).toBe("decision.over");
  expect(said(await open())).toBe("ok");
});
