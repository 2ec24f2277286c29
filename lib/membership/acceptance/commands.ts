import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import type { ActivityKind } from "@/lib/activity/types";
import { readContentInForce } from "@/lib/association/facts";
import { dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import { putInPause } from "../pausing/commands";
import { inEach } from "../reminder/commands";
import { answersAlone } from "../role/facts";
import { listDueAssociations, listWaitingMembers, wasTold } from "./facts";
import { dueSince, reviewStageOf, stageOf } from "./rules";
import type { Stage } from "./types";

const KINDS: Readonly<Partial<Record<Stage, ActivityKind>>> = {
  DUE_SOON: "membership.charterDueSoon",
  OVERDUE: "membership.charterOverdue",
  PAUSE_SOON: "membership.charterPauseSoon",
};

/**
 * Brings every member who has not accepted a material charter to where its days have come (rule M11): one reminder a stage, and
 * in the end a pause, never an exit. Run by a job; what was missed while nothing ran is not made up for. Returns how many were
 * told or paused.
 */
export async function followUpCharters(now = new Date()): Promise<number> {
  const due = await listDueAssociations(db, dueSince(now));
  return inEach(
    due.map(({ slug }) => slug),
    (tx, associationId) => followUp(tx, associationId, now),
  );
}

type Waiting = Awaited<ReturnType<typeof listWaitingMembers>>[number];
type At = { associationId: string; now: Date };

async function followUp(tx: Tx, associationId: string, now: Date): Promise<number> {
  let count = 0;
  for (const waiting of await listWaitingMembers(tx, associationId, now)) {
    const stage = stageOf(waiting.charter.publishedAt, now);
    const kind = KINDS[stage];
    const isDone =
      stage === "PAUSE"
        ? await pauseOverdue(tx, waiting, { associationId, now })
        : kind !== undefined && (await remind(tx, { kind, ...waiting }, { associationId, now }));
    if (isDone) count += 1;
  }
  return count;
}

async function remind(
  tx: Tx,
  { kind, memberId, charter }: Waiting & { kind: ActivityKind },
  { associationId, now }: At,
): Promise<boolean> {
  const told = { kind, memberId, subjectId: charter.id, associationId };
  if (await wasTold(tx, told)) return false;
  await recordActivity(tx, { ...told, actorId: null, at: now, data: { version: charter.version } });
  return true;
}

/** The last who looks after an association stays, for CUSTODY alone: nothing is left to itself by a date (rules R3, M12). */
async function pauseOverdue(tx: Tx, { membershipId, memberId }: Waiting, { associationId, now }: At): Promise<boolean> {
  if (await answersAlone(tx, { associationId, memberId, now })) return false;
  const pause = { reason: "charter", kind: "membership.charterPaused" } as const;
  return putInPause(tx, { associationId, membershipId, memberId, ...pause, now });
}

/** Reminds whoever edits a charter of its review, once when it is near and once when its day has come. Run by a job. */
export async function remindOfReviews(now = new Date()): Promise<number> {
  const today = dayOf(now);
  const rows = await db.association.findMany({
    where: { state: { not: "CLOSED" }, charters: { some: { reviewOn: { not: null } } } },
    select: { slug: true },
  });
  return inEach(
    rows.map(({ slug }) => slug),
    async (tx, associationId) => ((await remindOfReview(tx, { associationId, now }, today)) ? 1 : 0),
  );
}

async function remindOfReview(tx: Tx, { associationId, now }: At, today: string): Promise<boolean> {
  const inForce = await readContentInForce(tx, associationId, now);
  const reviewOn = inForce?.content.reviewOn;
  if (!inForce || !reviewOn) return false;
  const stage = reviewStageOf(reviewOn, today);
  if (stage === "FAR") return false;
  const kind = stage === "SOON" ? "membership.charterReviewSoon" : "membership.charterReviewDue";
  const told = { kind, subjectId: inForce.id, associationId } as const;
  if (await wasTold(tx, told)) return false;
  await recordActivity(tx, { ...told, actorId: null, at: now, data: { reviewOn } });
  return true;
}
