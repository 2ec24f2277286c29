import type { Actor } from "@/lib/auth/actor";
import { addDays, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { castBallot } from "@/lib/decision/ballot/commands";
import { openDecision } from "@/lib/decision/opening/commands";
import type { OpenInput } from "@/lib/decision/schema";
import type { Answer } from "@/lib/decision/types";

export const NOW = new Date("2026-11-22T10:00:00.000Z");

/** What somebody types to put a proposal to the vote: a yes or a no, signed, counted at close, over nine days. */
export function aProposal(associationSlug: string, change: Partial<OpenInput> = {}): OpenInput {
  return {
    ...{ associationSlug, title: "Un banco in più", text: "Prendiamo un secondo banco da lavoro, usato." },
    ...{ options: [], secrecy: "HIDDEN", quorum: "NONE", threshold: "MAJORITY", contentLocale: "it" },
    closesOn: dayOf(addDays(NOW, 9)),
    ...change,
  };
}

/** A vote just opened, with the ids of its answers in order. */
export async function makeVote(opener: Actor, slug: string, change: Partial<OpenInput> = {}, now = NOW) {
  const opened = await openDecision(opener, aProposal(slug, change), now);
  if (!opened.ok) throw new Error(opened.refusal.code);
  return voteOf(opened.value.decisionId);
}

export async function voteOf(id: string) {
  const { closesAt, options } = await db.decision.findUniqueOrThrow({
    where: { id },
    select: { closesAt: true, options: { orderBy: { position: "asc" }, select: { id: true, stance: true } } },
  });
  const optionOf = (stance: Answer) => options.find((option) => option.stance === stance)?.id ?? "";
  return { id, closesAt, options: options.map((option) => option.id), optionOf };
}

type Vote = Awaited<ReturnType<typeof voteOf>>;

export const cast = (actor: Actor, vote: Vote, answer: Answer, now = NOW) =>
  castBallot(
    actor,
    {
      decisionId: vote.id,
      optionId: vote.optionOf(answer),
      objection: answer === "OBJECTION" ? "Manca chi paga." : null,
    },
    now,
  );
