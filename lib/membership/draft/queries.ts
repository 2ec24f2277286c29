import "server-only";
import { compareCharters, substanceOf } from "@/lib/association/difference/rules";
import type { CharterContent } from "@/lib/association/types";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { unlocked } from "@/lib/db/transaction";
import { findAdoption } from "../adoption/queries";
import { readPublishing } from "../charter/facts";
import { canPublish, type PublishingFacts } from "../charter/rules";
import { findAnsweringFor, refOf } from "../sight/queries";
import { readAside, readDraft } from "./facts";
import type { DraftDesk, Preview } from "./types";

type Wish = {
  /** Whether to go on from the text left aside. */
  readonly fromAside: boolean;
  readonly now?: Date;
};

/** Where the next charter is written, for whoever answers for EDIT; null for anybody else. */
export async function findDraftDesk(
  actor: Actor,
  slug: string,
  { fromAside, now = new Date() }: Wish,
): Promise<DraftDesk | null> {
  const association = actor.isSuspended ? null : await findAnsweringFor(actor, slug, "EDIT", now);
  const asked = association && (await readPublishing(unlocked, { associationId: association.id, now }));
  if (!association || !asked) return null;
  const { id: associationId } = association;
  const { inForce, isByVote } = asked.facts;
  const draft = await readDraft(unlocked, associationId);
  const kept = await readAside(unlocked, { associationId, memberId: actor.memberId });
  const current = draft?.content ?? inForce;
  return {
    ...{ association: refOf(association), holds: association.standing.responsibilities, isByVote },
    ...{ version: asked.version - 1, reviewOn: inForce.reviewOn, locale: await localeOf(associationId) },
    content: fromAside && kept ? kept.content : current,
    ...savingOf(draft),
    preview: draft && previewOf(asked.facts, draft),
    aside: kept && { savedAt: kept.savedAt.toISOString(), ...sideBySide(current, kept.content) },
    adoption: await findAdoption(actor, associationId, now),
  };
}

async function localeOf(id: string): Promise<string> {
  return (await db.association.findUniqueOrThrow({ where: { id }, select: { contentLocale: true } })).contentLocale;
}

type Draft = NonNullable<Awaited<ReturnType<typeof readDraft>>>;

const savingOf = (draft: Draft | null) => ({
  revision: draft?.revision ?? 0,
  editedBy: draft?.editedBy?.name ?? null,
  editedAt: draft?.editedAt.toISOString() ?? null,
});

const sideBySide = (before: CharterContent, after: CharterContent) => ({
  ...{ before, after },
  difference: compareCharters(before, after),
});

function previewOf(
  facts: PublishingFacts,
  { revision, content }: { revision: number; content: CharterContent },
): Preview {
  const verdict = canPublish({ revision, isMaterial: true }, facts);
  return {
    ...sideBySide(facts.inForce, content),
    substance: substanceOf(facts.inForce, content),
    obstacle: verdict.ok ? null : { code: verdict.refusal.code, params: verdict.refusal.params ?? {} },
  };
}
