import "server-only";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { enterProject, recordInProject, type Standing } from "../commands";
import type { ProjectFacts } from "../facts";
import { mayReadProject } from "../policy";
import { canThank, type ThankFacts, type ThankRefusal } from "./rules";
import type { OpenThanksInput, ThankInput, ThanksRefInput } from "./schema";

type Said = { slug: string };

/**
 * Thanks somebody who had a part in a concluded project, or everybody who had one (promise P16, rule G6). Whoever is thanked reads
 * it at once, and alone until they open it.
 */
export async function thank(
  actor: Actor,
  { slug, memberId: toId, text }: ThankInput,
  now = new Date(),
): Promise<Result<Said, ThankRefusal | Standing>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Said, ThankRefusal | Standing>(actor, async (tx) => {
    const entered = await enterProject(tx, actor, { slug, may: mayReadProject, now });
    if (!entered.ok) return entered;
    const project = entered.value;
    const fromId = actor.memberId;
    const verdict = canThank(await readThanking(tx, project, { fromId, toId }));
    if (!verdict.ok) return verdict;
    const { id } = await tx.resultThanks.create({
      data: { projectId: project.id, fromId, toId, text, isShown: toId === null, at: now },
      select: { id: true },
    });
    await recordInProject(tx, { kind: "project.thanked", actor, project, memberId: toId, subjectId: id, now });
    return ok({ slug });
  });
}

type Pair = { fromId: string; toId: string | null };

/** What `canThank` asks. The caller holds the project's lock. */
async function readThanking(tx: Tx, { id, state }: ProjectFacts, { fromId, toId }: Pair): Promise<ThankFacts> {
  const [row] = await tx.$queryRaw<{ hadPart: boolean; hadPartToo: boolean }[]>`
    SELECT had_part(${id}::uuid, ${fromId}::uuid) AS "hadPart",
           (${toId}::uuid IS NULL OR had_part(${id}::uuid, ${toId}::uuid)) AS "hadPartToo"`;
  const there = await tx.resultThanks.count({ where: { projectId: id, fromId, toId } });
  const isThanked = there > 0;
  return { state, isThanked, isToOneself: fromId === toId, ...(row ?? { hadPart: false, hadPartToo: false }) };
}

/** Opens a word of thanks to whoever reads the result, or keeps it to oneself again: by whoever is thanked, alone (rule G6). */
export async function openThanks(
  actor: Actor,
  { slug, thanksId, answer }: OpenThanksInput,
  now = new Date(),
): Promise<Result<Said, Standing>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Said, Standing>(actor, async (tx) => {
    const entered = await enterProject(tx, actor, { slug, may: mayReadProject, now });
    if (!entered.ok) return entered;
    const project = entered.value;
    const where = { id: thanksId, projectId: project.id, toId: actor.memberId };
    const isShown = answer === "SHOW";
    const { count } = await tx.resultThanks.updateMany({ where: { ...where, isShown: !isShown }, data: { isShown } });
    if (count === 0 && (await tx.resultThanks.count({ where })) === 0) return refuse("common.notFound");
    if (count > 0)
      await recordInProject(tx, { kind: "project.thanksOpened", actor, project, subjectId: thanksId, now });
    return ok({ slug });
  });
}

/**
 * Takes back one's own word of thanks, opened or not: nobody reads it any more, and it may be said again in other words. By its
 * author alone; that it was said and taken back stays in the record, its words do not.
 */
export async function takeBackThanks(
  actor: Actor,
  { slug, thanksId }: ThanksRefInput,
  now = new Date(),
): Promise<Result<Said, Standing>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Said, Standing>(actor, async (tx) => {
    const entered = await enterProject(tx, actor, { slug, may: mayReadProject, now });
    if (!entered.ok) return entered;
    const project = entered.value;
    const where = { id: thanksId, projectId: project.id, fromId: actor.memberId };
    if ((await tx.resultThanks.deleteMany({ where })).count === 0) return refuse("common.notFound");
    await recordInProject(tx, { kind: "project.thanksTakenBack", actor, project, subjectId: thanksId, now });
    return ok({ slug });
  });
}
