import "server-only";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type KeyRefusal, lockMember } from "@/lib/db/transaction";
import { findFitting } from "../watch/queries";
import { markOf, seenAfter } from "../watch/rules";
import { lockSaved, readSavedFacts } from "./facts";
import { findKept } from "./queries";
import { placeFor, type SaveRefusal } from "./rules";
import type { MarkSeenInput, SaveSearchInput, SearchIdInput } from "./schema";

type Standing = "common.unverified" | "common.suspended" | KeyRefusal;
type Answer<Code extends string> = Promise<Result<null, Code | Standing>>;

/** Keeps a search; those who fit it now count as seen. One kept already stays as it is; beyond twenty it is refused. */
export async function saveSearch(actor: Actor, input: SaveSearchInput): Answer<SaveRefusal> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const { memberId } = actor;
  const { people, isWide } = await findFitting(actor, input);
  const seen = people.map(({ mark }) => mark);
  return inTransaction<null, SaveRefusal | Standing>(actor, async (tx) => {
    await lockMember(tx, memberId);
    const facts = await readSavedFacts(tx, memberId, input.query);
    if (facts.isSaved) return ok(null);
    const verdict = placeFor(facts);
    if (!verdict.ok) return verdict;
    const data = { memberId, place: verdict.value, ...input, seen, isWide, told: [] };
    await tx.savedSearch.create({ data, select: { id: true } });
    return ok(null);
  });
}

/** Those who were shown are new no more; who came to fit since they were shown still is. Refuses what is not the actor's. */
export async function markSeen(actor: Actor, { id, shown }: MarkSeenInput): Answer<"common.notFound"> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const { memberId } = actor;
  const kept = await findKept(actor, id);
  if (!kept) return refuse("common.notFound");
  const { people, isWide } = await findFitting(actor, kept);
  return inTransaction<null, "common.notFound" | Standing>(actor, async (tx) => {
    const before = await lockSaved(tx, { id, memberId });
    if (!before) return refuse("common.notFound");
    const shownMarks = shown.map((handle) => markOf(memberId, handle));
    const seen = seenAfter(
      people.map(({ mark }) => mark),
      { seen: before.seen, shown: shownMarks },
    );
    const told = before.told.filter((mark) => !seen.includes(mark));
    await tx.savedSearch.update({ where: { id }, data: { seen, told, isWide }, select: { id: true } });
    return ok(null);
  });
}

/** Forgets a search, with all it remembers. A second time changes nothing. */
export async function forgetSearch(actor: Actor, { id }: SearchIdInput): Answer<never> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<null, Standing>(actor, async (tx) => {
    await tx.savedSearch.deleteMany({ where: { id, memberId: actor.memberId } });
    return ok(null);
  });
}
