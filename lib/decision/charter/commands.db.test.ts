import { afterAll, expect, test } from "vitest";
import { addDays, dayOf } from "@/lib/core/duration";
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
import { closeDueDecisions } from "../closing/commands";
import { withdrawDecision } from "../commands";
import { putCharterToVote } from "./commands";

afterAll(expectInvariants);

const MORE = { minMinutes: 240, minPeriod: "MONTH" as const };

test("DC6, M11: the text that two thirds approved is published, and no other in its place", async () => {
  const now = new Date();
  const { id, slug, steward } = await anAssociation();
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

test("DC3: a vote on a charter is taken back by whoever answers for EDIT, and the draft may be put to the vote again", async () => {
  const now = new Date();
  const { id, slug, steward } = await anAssociation();
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
