import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { recordInProject } from "../commands";
import { atWork, type Standing } from "../work/commands";
import type { WorkRefusal } from "../work/rules";
import { canSay, type TalkRefusal } from "./rules";
import type { AnswerThreadInput, MessageRefInput, OpenThreadInput } from "./schema";

type Said = { slug: string; threadId: string };
type Common = WorkRefusal | Standing;

/** Opens a thread among those who take part. */
export async function openThread(
  actor: Actor,
  { slug, title, text }: OpenThreadInput,
  now = new Date(),
): Promise<Result<Said, TalkRefusal | Common>> {
  return atWork<Said, TalkRefusal>(actor, { slug, now }, async (tx, { project }) => {
    const verdict = canSay(
      await tx.projectMessage.count({ where: { projectId: project.id, threadId: null } }),
      "thread",
    );
    if (!verdict.ok) return verdict;
    const said = { projectId: project.id, authorId: actor.memberId, title, text, at: now };
    const { id } = await tx.projectMessage.create({ data: said, select: { id: true } });
    await recordInProject(tx, { kind: "project.threadOpened", actor, project, subjectId: id, now });
    return ok({ slug, threadId: id });
  });
}

/** Answers in a thread: whoever opened it is told. */
export async function answerThread(
  actor: Actor,
  { slug, threadId, text }: AnswerThreadInput,
  now = new Date(),
): Promise<Result<Said, TalkRefusal | Common>> {
  return atWork<Said, TalkRefusal | Standing>(actor, { slug, now }, async (tx, { project }) => {
    const thread = await tx.projectMessage.findUnique({
      where: { id: threadId, projectId: project.id, threadId: null },
      select: { authorId: true, _count: { select: { answers: true } } },
    });
    if (!thread) return refuse("common.notFound");
    const verdict = canSay(thread._count.answers, "answer");
    if (!verdict.ok) return verdict;
    const said = { projectId: project.id, threadId, authorId: actor.memberId, text, at: now };
    await tx.projectMessage.create({ data: said, select: { id: true } });
    const told = { actor, project, memberId: thread.authorId, subjectId: threadId, now };
    await recordInProject(tx, { kind: "project.threadAnswered", ...told });
    return ok({ slug, threadId });
  });
}

/** Takes back what one said: its words are gone, its place stays. By its author, whatever became of the project. */
export async function withdrawMessage(
  actor: Actor,
  { slug, messageId }: MessageRefInput,
  now = new Date(),
): Promise<Result<Said, Common>> {
  return atWork<Said, Standing>(actor, { slug, now, isSteppingBack: true }, async (tx, { project }) => {
    const message = await tx.projectMessage.findUnique({
      where: { id: messageId, projectId: project.id, authorId: actor.memberId },
      select: { threadId: true },
    });
    if (!message) return refuse("common.notFound");
    await tx.projectMessage.updateMany({
      where: { id: messageId, withdrawnAt: null },
      data: { text: "", title: "", withdrawnAt: now },
    });
    return ok({ slug, threadId: message.threadId ?? messageId });
  });
}
