import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { readQuestions } from "@/lib/association/facts";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { lockWithStanding } from "../facts";
import { placesOf } from "../founding/rules";
import { mayEdit } from "../policy";
import type { ActorRefusal } from "../rules";
import { readEntrySetting } from "./facts";
import { canSetEntry, type EntrySettingRefusal, questionChanges } from "./rules";
import type { EntryInput, IdentityInput } from "./schema";

type Shared = "common.notFound" | "common.keyTaken" | ActorRefusal;
type Set = { associationSlug: string };

export type SetEntryRefusal = Shared | EntrySettingRefusal;

/**
 * Sets how one comes in, by whoever answers for EDIT. What waits already is decided as it was when it was handed in
 * (rule R5); a changed question is a new one, so that what was asked stays beside what was answered (rule M5).
 */
export async function setEntry(
  actor: Actor,
  { associationSlug, questions, ...settings }: EntryInput,
  now = new Date(),
): Promise<Result<Set, SetEntryRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Set, SetEntryRefusal>(actor, async (tx) => {
    const locked = await lockWithStanding(tx, actor.memberId, associationSlug, now);
    if (!locked || !mayEdit(actor, locked.standing)) return refuse("common.notFound");
    const { associationId: id } = locked;
    const verdict = canSetEntry(settings, await readEntrySetting(tx, id, now));
    if (!verdict.ok) return verdict;

    await tx.association.update({ where: { id }, data: settings, select: { id: true } });
    await changeQuestions(tx, id, { questions, now });
    const about = { actorId: actor.memberId, associationId: id, subjectId: id, at: now };
    await recordActivity(tx, { kind: "association.entryEdited", ...about });
    return ok({ associationSlug });
  });
}

type Asking = Pick<EntryInput, "questions"> & { now: Date };

async function changeQuestions(tx: Tx, associationId: string, { questions, now }: Asking): Promise<void> {
  const { kept, added, retired } = questionChanges(await readQuestions(tx, associationId), questions);
  await tx.question.updateMany({ where: { id: { in: retired } }, data: { retiredAt: now } });
  for (const [id, position] of kept) await tx.question.update({ where: { id }, data: { position } });
  await tx.question.createMany({ data: added.map((one) => ({ ...one, associationId, createdAt: now })) });
}

export type SetIdentityRefusal = Shared;

/** Says better who the association is, by whoever answers for EDIT; a purpose there is always (promise P36). */
export async function setIdentity(
  actor: Actor,
  { associationSlug, places, ideaPeopleNeeded, approvesProjects, ...said }: IdentityInput,
  now = new Date(),
): Promise<Result<Set, SetIdentityRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Set, SetIdentityRefusal>(actor, async (tx) => {
    const locked = await lockWithStanding(tx, actor.memberId, associationSlug, now);
    if (!locked || !mayEdit(actor, locked.standing)) return refuse("common.notFound");
    const { associationId } = locked;
    const settings = {
      ...(ideaPeopleNeeded !== null && { ideaPeopleNeeded }),
      ...(approvesProjects !== null && { approvesProjects: approvesProjects === "yes" }),
    };
    const data = { ...said, ...settings };
    await tx.association.update({ where: { id: associationId }, data, select: { id: true } });
    await tx.associationPlace.deleteMany({ where: { associationId } });
    const rows = placesOf(places).map((placeSlug, position) => ({ associationId, placeSlug, position }));
    await tx.associationPlace.createMany({ data: rows });
    const about = { actorId: actor.memberId, associationId, subjectId: associationId, at: now };
    await recordActivity(tx, { kind: "association.identityEdited", ...about });
    return ok({ associationSlug });
  });
}
