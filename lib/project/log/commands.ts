import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { dateOf, dayOf } from "@/lib/core/duration";
import { ok, type Result } from "@/lib/core/result";
import type { Tx } from "@/lib/db/transaction";
import { recordInProject } from "../commands";
import { canLog, type LogFacts, type LogRefusal } from "../talk/rules";
import type { LogDecisionInput } from "../talk/schema";
import { atWork, type Standing } from "../work/commands";
import type { WorkRefusal } from "../work/rules";

type Logged = { slug: string };

/** Writes down what the project decided, why and when; a mistake is set right by a new entry that cites it (rule A6). */
export async function logDecision(
  actor: Actor,
  { slug, decidedOn, correctsId, ...entry }: LogDecisionInput,
  now = new Date(),
): Promise<Result<Logged, LogRefusal | WorkRefusal | Standing>> {
  return atWork<Logged, LogRefusal>(actor, { slug, now }, async (tx, { project }) => {
    const corrects = await readCorrected(tx, project.id, correctsId);
    const verdict = canLog({ decidedOn, today: dayOf(now), corrects });
    if (!verdict.ok) return verdict;
    const written = {
      ...entry,
      projectId: project.id,
      authorId: actor.memberId,
      decidedOn: dateOf(decidedOn),
      at: now,
    };
    const { id } = await tx.projectDecision.create({ data: { ...written, correctsId }, select: { id: true } });
    await recordInProject(tx, { kind: "project.decisionLogged", actor, project, subjectId: id, now });
    return ok({ slug });
  });
}

async function readCorrected(tx: Tx, projectId: string, id: string | null): Promise<LogFacts["corrects"]> {
  if (id === null) return null;
  const select = { corrected: { select: { id: true } } };
  const entry = await tx.projectDecision.findUnique({ where: { id, projectId }, select });
  if (!entry) return "absent";
  return entry.corrected.length > 0 ? "corrected" : "standing";
}
