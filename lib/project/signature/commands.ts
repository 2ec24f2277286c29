import "server-only";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction } from "@/lib/db/transaction";
import { enterProject, type Standing } from "../commands";
import { mayReadProject } from "../policy";
import { readSigning } from "./facts";
import { canSign, type SignRefusal } from "./rules";
import type { SignInput } from "./schema";

type Signed = { slug: string };

/**
 * Says how the actor is named with the result of a concluded project: whoever had a part in it, as often as they like. It leaves
 * no trace but itself: how one was named before is nobody's to read.
 */
export async function signResult(
  actor: Actor,
  { slug, look, competence }: SignInput,
  now = new Date(),
): Promise<Result<Signed, SignRefusal | Standing>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  const { memberId } = actor;
  return inTransaction<Signed, SignRefusal | Standing>(actor, async (tx) => {
    const entered = await enterProject(tx, actor, { slug, may: mayReadProject, now });
    if (!entered.ok) return entered;
    const project = entered.value;
    const { known, ...facts } = await readSigning(tx, { project, memberId });
    const verdict = canSign(facts, { look, competence });
    if (!verdict.ok) return verdict;
    const competenceId = known.find((one) => one.slug === competence)?.id ?? null;
    const said = { look, competenceId, signedAt: now };
    await tx.projectSignature.upsert({
      where: { projectId_memberId: { projectId: project.id, memberId } },
      create: { projectId: project.id, memberId, ...said },
      update: said,
      select: { id: true },
    });
    return ok({ slug });
  });
}
