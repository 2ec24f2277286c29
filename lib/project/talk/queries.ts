import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { type Sql, sql } from "@/lib/db/sql";
import { personOf } from "../sight/queries";
import { findWork } from "../work/queries";
import type { TalkView, Thread } from "./types";

const said = (actor: Actor, m: Sql, more: Sql = sql``): Sql => sql`json_build_object(
  'id', ${m}."id", 'author', ${personOf(actor, sql`${m}."authorId"`)}, 'isMine', ${m}."authorId" IS NOT DISTINCT FROM ${actor.memberId}::uuid,
  'text', ${m}."text", 'at', ${m}."at", 'isWithdrawn', ${m}."withdrawnAt" IS NOT NULL ${more})`;

/** What is said in a project, the thread with the newest words first; null for anybody who does not take part. */
export async function findTalk(actor: Actor, slug: string): Promise<TalkView | null> {
  const work = await findWork(actor, slug);
  if (!work) return null;
  const answers = sql`, 'title', t."title", 'answers', (
    SELECT coalesce(json_agg(${said(actor, sql`a`)} ORDER BY a."at", a."id"), '[]') FROM "ProjectMessage" a WHERE a."threadId" = t."id")`;
  const rows = await db.$queryRaw<{ thread: Thread }[]>`
    SELECT ${said(actor, sql`t`, answers)} AS "thread"
      FROM "ProjectMessage" t
     WHERE t."projectId" = ${work.project.id}::uuid AND t."threadId" IS NULL
     ORDER BY greatest(t."at", (SELECT max(n."at") FROM "ProjectMessage" n WHERE n."threadId" = t."id")) DESC, t."id" DESC`;
  return { ...work, threads: rows.map(({ thread }) => thread) };
}
