import "server-only";
import { readCharterInForce } from "@/lib/association/facts";
import type { CharterContent } from "@/lib/association/types";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { lockWithStanding } from "../facts";
import { mayEdit } from "../policy";
import type { ActorRefusal } from "../rules";
import { readAside, readDraft } from "./facts";
import { canDiscard, savingOf } from "./rules";
import type { DiscardInput, DraftInput } from "./schema";

type Saved = { associationSlug: string; outcome: "SAVED" | "ASIDE" };
export type SaveDraftRefusal = "common.notFound" | "common.keyTaken" | ActorRefusal;

/**
 * Saves the next charter as far as it is written, for EDIT; the first saving starts the draft from the version in force. What
 * was written on a revision that is no longer the last stays aside, for its author alone, and nothing of either is lost.
 */
export async function saveDraft(
  actor: Actor,
  { associationSlug, revision, content }: DraftInput,
  now = new Date(),
): Promise<Result<Saved, SaveDraftRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Saved, SaveDraftRefusal>(actor, async (tx) => {
    const locked = await lockWithStanding(tx, actor.memberId, associationSlug, now);
    if (!locked || !mayEdit(actor, locked.standing)) return refuse("common.notFound");
    const { associationId } = locked;
    const draft = await readDraft(tx, associationId);
    const outcome = savingOf(revision, draft?.revision ?? 0);
    const writing = { associationId, memberId: actor.memberId, content, now };
    if (outcome === "ASIDE") await keepAside(tx, writing);
    else await keep(tx, { ...writing, revision: revision + 1 });
    return ok({ associationSlug, outcome });
  });
}

type Writing = { associationId: string; memberId: string; content: CharterContent; now: Date };

async function keep(tx: Tx, { associationId, memberId, content, now, revision }: Writing & { revision: number }) {
  const inForce = await readCharterInForce(tx, associationId, now);
  if (!inForce) throw new Error(`association ${associationId} has no charter`);
  const data = { revision, content, editedById: memberId, editedAt: now };
  await tx.charterDraft.upsert({
    where: { associationId },
    create: { associationId, baseId: inForce.id, ...data },
    update: data,
  });
  await tx.charterDraftCopy.deleteMany({ where: { associationId, memberId } });
}

async function keepAside(tx: Tx, { associationId, memberId, content, now }: Writing): Promise<void> {
  const data = { content, savedAt: now };
  await tx.charterDraftCopy.upsert({
    where: { associationId_memberId: { associationId, memberId } },
    create: { associationId, memberId, ...data },
    update: data,
  });
}

type Discarded = { associationSlug: string };
export type DiscardDraftRefusal = SaveDraftRefusal | "membership.draftGone";

/** Throws away the draft of an association, or what the actor keeps aside of their own. For EDIT. */
export async function discardDraft(
  actor: Actor,
  { associationSlug, what }: DiscardInput,
  now = new Date(),
): Promise<Result<Discarded, DiscardDraftRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const { memberId } = actor;
  return inTransaction<Discarded, DiscardDraftRefusal>(actor, async (tx) => {
    const locked = await lockWithStanding(tx, memberId, associationSlug, now);
    if (!locked || !mayEdit(actor, locked.standing)) return refuse("common.notFound");
    const { associationId } = locked;
    const own = { associationId, memberId };
    const found = what === "draft" ? await readDraft(tx, associationId) : await readAside(tx, own);
    const verdict = canDiscard(found !== null);
    if (!verdict.ok) return verdict;
    if (what === "draft") await tx.charterDraft.delete({ where: { associationId } });
    else await tx.charterDraftCopy.delete({ where: { associationId_memberId: own } });
    return ok({ associationSlug });
  });
}
