import "server-only";
import { charterHashOf } from "@/lib/association/rules";
import type { CharterContent } from "@/lib/association/types";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction } from "@/lib/db/transaction";
import { readPublishing } from "@/lib/membership/charter/facts";
import { isPublishable, type PublishingRefusal, voteSubjectOf } from "@/lib/membership/charter/rules";
import { lockWithStanding } from "@/lib/membership/facts";
import { valueLabel } from "@/lib/taxonomy/value/rules";
import { type OpeningRefusal, openCharterVote } from "../opening/commands";
import type { CharterVoteInput } from "../schema";

type Opened = { decisionId: string; associationSlug: string };
export type CharterVoteRefusal =
  | "common.notFound"
  | "common.keyTaken"
  | "common.unverified"
  | "common.suspended"
  | PublishingRefusal
  | OpeningRefusal;

/**
 * Puts the draft of the charter to the vote, whole and as it is saved now (rules DC6, M11): whoever answers for EDIT. The vote is
 * about that text by its hash, so that no other is ever published on it.
 */
export async function putCharterToVote(
  actor: Actor,
  { associationSlug, title, closesOn, contentLocale }: CharterVoteInput,
  now = new Date(),
): Promise<Result<Opened, CharterVoteRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Opened, CharterVoteRefusal>(actor, async (tx) => {
    const locked = await lockWithStanding(tx, actor.memberId, associationSlug, now);
    if (!locked?.standing.responsibilities.includes("EDIT")) return refuse("common.notFound");
    const { associationId } = locked;
    const publishing = await readPublishing(tx, { associationId, now });
    const draft = publishing?.facts.draft;
    if (!publishing || !draft) return refuse("membership.draftGone");
    const whole = isPublishable(draft.content, publishing.facts);
    if (!whole.ok) return whole;

    const { memberId: openedById } = actor;
    const subjectId = voteSubjectOf(charterHashOf(draft.content, publishing.version));
    const { content } = draft;
    const asked = { title, text: textOf(content, contentLocale), content, locale: contentLocale, subjectId, closesOn };
    const opened = await openCharterVote(tx, { associationId, openedById, ...asked, now });
    return opened.ok ? ok({ ...opened.value, associationSlug }) : opened;
  });
}

/** What is voted on, as far as words say it: values with what they mean and what shows them, numbered clauses, the rule in words. */
function textOf({ values, clauses, ruleNote }: CharterContent, locale: "it" | "en"): string {
  const meant = values.map(({ valueSlug, name, meaning, shownBy }) =>
    [valueSlug ? valueLabel(valueSlug, locale) : name, meaning, shownBy].filter(Boolean).join("\n"),
  );
  const numbered = clauses.map(({ text }, i) => `${i + 1}. ${text}`);
  return [...meant, ...numbered, ruleNote].filter(Boolean).join("\n\n");
}
