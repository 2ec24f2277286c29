import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import { putInPause } from "../pausing/commands";
import { inEach, noteReminder } from "../reminder/commands";
import { answersAlone } from "../role/facts";
import { listSilent, readSilent, type Silent } from "./facts";
import { silenceStep } from "./rules";

type Here = { readonly associationId: string; readonly now: Date };

/**
 * Tells those who have been silent for 90 days, and puts in pause those silent for 180 who were told (rule M12): never out, and
 * never the last who looks after the association. Run by a job; returns how many were told or paused.
 */
export async function followSilences(now = new Date()): Promise<number> {
  return inEach(await listSilent(db, now), async (tx, associationId) => {
    let done = 0;
    for (const silent of await readSilent(tx, associationId, now))
      if (await follow(tx, silent, { associationId, now })) done += 1;
    return done;
  });
}

async function follow(tx: Tx, silent: Silent, { associationId, now }: Here): Promise<boolean> {
  const { membershipId, memberId, aboutOn } = silent;
  const step = silenceStep(silent, now);
  if (step === "NOTICE") {
    if (!(await noteReminder(tx, { membershipId, kind: "SILENCE", aboutOn, now }))) return false;
    const about = { actorId: null, memberId, associationId, subjectId: membershipId, at: now };
    await recordActivity(tx, { kind: "membership.silent", ...about });
    return true;
  }
  if (step !== "PAUSE" || (await answersAlone(tx, { associationId, memberId, now }))) return false;
  return putInPause(tx, { associationId, membershipId, memberId, reason: "silence", now });
}
