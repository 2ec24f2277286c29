import "server-only";
import { recordActivity } from "@/lib/activity/commands";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction } from "@/lib/db/transaction";
import { lockApplication } from "../application/facts";
import { readStanding } from "../facts";
import { mayReadApplication } from "../policy";
import type { ActorRefusal } from "../rules";
import { canSay, type SayingRefusal } from "./rules";
import type { SayInput } from "./schema";

export type SayRefusal = "common.notFound" | "common.keyTaken" | ActorRefusal | SayingRefusal;

type Said = { applicationId: string; associationSlug: string; isApplicants: boolean };

/**
 * Says something on an application that waits, by its applicant or by whoever admits: the same people who may read the papers;
 * to anybody else it is not found. Leaves a message the other side is told of, and changes nothing else.
 */
export async function sayOnApplication(
  actor: Actor,
  { applicationId, text }: SayInput,
  now = new Date(),
): Promise<Result<Said, SayRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const { memberId: authorId } = actor;
  return inTransaction<Said, SayRefusal>(actor, async (tx) => {
    const application = await lockApplication(tx, applicationId);
    if (!application || application.answerBy === null) return refuse("common.notFound");
    const { memberId, associationId, associationSlug } = application;
    const standing = await readStanding(tx, { memberId: authorId, associationId, now });
    const responsibilities = standing?.responsibilities ?? [];
    if (!mayReadApplication(actor, { applicantId: memberId, responsibilities })) return refuse("common.notFound");
    const messageCount = await tx.applicationMessage.count({ where: { applicationId } });
    const verdict = canSay({ ...application, now, messageCount });
    if (!verdict.ok) return verdict;

    await tx.applicationMessage.create({ data: { applicationId, authorId, text, at: now } });
    const isApplicants = memberId === authorId;
    const kind = isApplicants ? "membership.applicantSaid" : "membership.admitterSaid";
    const about = { actorId: authorId, memberId, associationId, subjectId: applicationId, at: now };
    await recordActivity(tx, { kind, ...about });
    return ok({ applicationId, associationSlug, isApplicants });
  });
}
