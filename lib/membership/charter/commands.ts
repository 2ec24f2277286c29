import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { publishVersion } from "@/lib/association/commands";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction } from "@/lib/db/transaction";
import { lockWithStanding } from "../facts";
import { mayEdit } from "../policy";
import type { ActorRefusal } from "../rules";
import { readPublishing } from "./facts";
import { canPublish, type PublishingRefusal } from "./rules";
import type { PublishInput } from "./schema";

type Published = { associationSlug: string; version: number };
export type PublishRefusal = "common.notFound" | "common.keyTaken" | ActorRefusal | PublishingRefusal;

/**
 * Publishes the draft as the next version of the charter (rules A6, M11), for EDIT. It is in force at once and binds nobody who
 * has not accepted it, its author included; everybody is told. Refuses what `canPublish` refuses.
 */
export async function publishCharter(
  actor: Actor,
  { associationSlug, ...publishing }: PublishInput,
  now = new Date(),
): Promise<Result<Published, PublishRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Published, PublishRefusal>(actor, async (tx) => {
    const locked = await lockWithStanding(tx, actor.memberId, associationSlug, now);
    if (!locked || !mayEdit(actor, locked.standing)) return refuse("common.notFound");
    const { associationId } = locked;
    const asked = await readPublishing(tx, { associationId, now });
    const draft = asked?.facts.draft;
    if (!asked || !draft) return refuse("membership.draftGone");
    const verdict = canPublish(publishing, asked.facts);
    if (!verdict.ok) return verdict;

    const { isMaterial, changeNote } = publishing;
    const { version } = asked;
    const change = { content: draft.content, isMaterial, changeNote, publishedById: actor.memberId };
    const charterId = await publishVersion(tx, { associationId, version, ...change, now });
    await tx.charterDraft.delete({ where: { associationId } });
    const kind = isMaterial ? "membership.charterAmended" : "membership.charterReworded";
    const about = { actorId: actor.memberId, associationId, subjectId: charterId, at: now };
    await recordActivity(tx, { kind, ...about, data: { version } });
    return ok({ associationSlug, version });
  });
}
