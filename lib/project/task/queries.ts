import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { type Sql, sql } from "@/lib/db/sql";
import { ASK_AGAIN_DAYS } from "../handover/rules";
import { day, personOf } from "../sight/queries";
import { findWork } from "../work/queries";
import type { BoardView, OwnAsk, TaskLine, TaskView } from "./types";

/** Every task of a project, for those who take part; null for anybody else. */
export async function findBoard(actor: Actor, slug: string): Promise<BoardView | null> {
  const work = await findWork(actor, slug);
  return work && { ...work, tasks: await rowsOf(actor, sql`t."projectId" = ${work.project.id}::uuid`) };
}

/** One task with what whoever looks asked about it; null where there is none for them (rule A2). */
export async function findTask(
  actor: Actor,
  { slug, taskId }: { slug: string; taskId: string },
  now = new Date(),
): Promise<TaskView | null> {
  const work = await findWork(actor, slug, now);
  if (!work) return null;
  const [task] = await rowsOf(actor, sql`t."projectId" = ${work.project.id}::uuid AND t."id"::text = ${taskId}`);
  return task ? { ...work, task, asks: await asksBy(actor, task.id, now) } : null;
}

function rowsOf(actor: Actor, chosen: Sql): Promise<TaskLine[]> {
  const me = sql`${actor.memberId}::uuid`;
  return db.$queryRaw<TaskLine[]>`
    SELECT t."id"::text, t."title", t."words", t."state"::text, ${day(sql`t."dueOn"`)} AS "due", ${day(sql`t."doneAt" AT TIME ZONE 'Europe/Rome'`)} AS "doneOn",
           t."deliverableId"::text, d."title" AS "deliverable", ${personOf(actor, sql`t."ownerId"`)} AS "owner",
           t."ownerId" IS NOT DISTINCT FROM ${me} AS "isMine",
           (t."ownerId" IS NULL OR t."ownerId" = ${me} OR NOT works_in(t."projectId", t."ownerId")) AS "isOpenToMe",
           (SELECT coalesce(json_agg(${personOf(actor, sql`a."askedById"`, sql`, 'askId', a."id"`)} ORDER BY a."askedAt"), '[]')
              FROM "TaskAsk" a WHERE a."taskId" = t."id" AND a."toId" = ${me} AND a."state" = 'ASKED') AS "askedBy"
      FROM "Task" t LEFT JOIN "Deliverable" d ON d."id" = t."deliverableId"
     WHERE ${chosen} ORDER BY t."state", t."dueOn" NULLS LAST, t."createdAt", t."id"`;
}

/** One's own questions about a task that are open, or that got a «non ora» not long ago. Nobody else's (rule PT3). */
function asksBy(actor: Actor, taskId: string, now: Date): Promise<OwnAsk[]> {
  return db.$queryRaw<OwnAsk[]>`
    SELECT a."id"::text, a."state"::text, ${personOf(actor, sql`a."toId"`)} AS "person",
           CASE WHEN a."state" = 'REFUSED' THEN ${day(sql`(a."closedAt" + make_interval(days => ${ASK_AGAIN_DAYS})) AT TIME ZONE 'Europe/Rome'`)} END AS "again"
      FROM "TaskAsk" a
     WHERE a."taskId" = ${taskId}::uuid AND a."askedById" = ${actor.memberId}::uuid AND a."toId" <> ${actor.memberId}::uuid
       AND (a."state" = 'ASKED' OR (a."state" = 'REFUSED' AND a."closedAt" > ${now}::timestamptz - make_interval(days => ${ASK_AGAIN_DAYS})))
     ORDER BY a."askedAt", a."id"`;
}
