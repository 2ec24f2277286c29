import "server-only";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { type Result, refuse } from "@/lib/core/result";
import { inTransaction, type KeyRefusal, type Tx } from "@/lib/db/transaction";
import { takeWork, type Work } from "./facts";
import { canWork, type WorkRefusal } from "./rules";

export type Standing = "common.unverified" | "common.suspended" | "common.notFound" | KeyRefusal;

type Asking = {
  slug: string;
  now: Date;
  /** Stepping back and answering no are open in pause too, and while the project is suspended (rules PT2, M10). */
  isSteppingBack?: boolean;
};

/** The one way of every command on the work of a project: who takes part, the project locked, work going on. */
export async function atWork<T, Code extends string>(
  actor: Actor,
  { slug, now, isSteppingBack = false }: Asking,
  work: (tx: Tx, found: Work) => Promise<Result<T, Code>>,
): Promise<Result<T, Code | WorkRefusal | Standing>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<T, Code | WorkRefusal | Standing>(actor, async (tx) => {
    const found = await takeWork(tx, { slug, memberId: actor.memberId, now });
    if (!found) return refuse("common.notFound");
    const verdict = canWork(found.facts);
    if (!verdict.ok && !isSteppingBack) return verdict;
    return work(tx, found);
  });
}
