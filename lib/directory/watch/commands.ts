import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import type { Actor } from "@/lib/auth/actor";
import { ok } from "@/lib/core/result";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { type DueSearch, listDue, lockWatched, type Watched } from "./facts";
import { findFitting } from "./queries";
import { newAmong, toTell, WATCHED_MAX } from "./rules";

const BATCH = 100;

type Watch = {
  /** On whose behalf a search is looked at; null when its owner is to be left alone. */
  readonly ownerOf: (memberId: string) => Promise<Actor | null>;
  readonly now?: Date;
};

/**
 * Looks at every search that is due, with its owner's rights, and records where somebody new fits. Returns how many owners
 * are told. A search that fails, or whose owner cannot be read, stays due and stops no other.
 */
export async function watchSearches({ ownerOf, now = new Date() }: Watch): Promise<number> {
  const faults: unknown[] = [];
  let told = 0;
  let after: string | null = null;
  do {
    const due: DueSearch[] = await listDue(after, { now, max: BATCH });
    for (const search of due) {
      try {
        told += await watchOne(search, await ownerOf(search.memberId), now);
      } catch (error) {
        faults.push(error);
      }
    }
    after = due.at(-1)?.id ?? null;
  } while (after !== null);
  if (faults.length > 0) throw new AggregateError(faults, "some saved searches could not be looked at");
  return told;
}

async function watchOne(search: DueSearch, owner: Actor | null, now: Date): Promise<number> {
  const people = owner ? (await findFitting(owner, search)).people : [];
  const marks = people.map(({ mark }) => mark);
  const result = await inTransaction(null, async (tx) => {
    const watched = await lockWatched(tx, search.id);
    return ok(watched ? await noteNew(tx, search, { marks, watched, now }) : 0);
  });
  return result.ok ? result.value : 0;
}

type Noted = { readonly marks: readonly number[]; readonly watched: Watched; readonly now: Date };

/** Several new people make one activity, and it names none of them: who they are is looked up when it is read. */
async function noteNew(tx: Tx, { id, memberId }: DueSearch, { marks, watched, now }: Noted): Promise<number> {
  const fresh = toTell(newAmong(marks, watched), watched, now);
  const isTold = fresh.length > 0;
  await tx.savedSearch.update({
    where: { id },
    data: {
      checkedAt: now,
      ...(isTold && { toldAt: now, told: [...watched.told, ...fresh].slice(-WATCHED_MAX) }),
    },
    select: { id: true },
  });
  if (isTold)
    await recordActivity(tx, { kind: "directory.searchFound", actorId: null, memberId, subjectId: id, at: now });
  return isTold ? 1 : 0;
}
