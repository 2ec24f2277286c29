import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { sql } from "@/lib/db/sql";
import { day, personOf } from "../sight/queries";
import type { LogEntry, LogView } from "../talk/types";
import { findWork } from "../work/queries";

/** What a project decided, newest first; null for anybody who does not take part. */
export async function findLog(actor: Actor, slug: string): Promise<LogView | null> {
  const work = await findWork(actor, slug);
  if (!work) return null;
  const entries = await db.$queryRaw<LogEntry[]>`
    SELECT l."id"::text, ${personOf(actor, sql`l."authorId"`)} AS "author", l."what", l."why", ${day(sql`l."decidedOn"`)} AS "decidedOn",
           to_char(l."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "at",
           (SELECT c."what" FROM "ProjectDecision" c WHERE c."id" = l."correctsId") AS "corrects",
           EXISTS (SELECT 1 FROM "ProjectDecision" c WHERE c."correctsId" = l."id") AS "isCorrected"
      FROM "ProjectDecision" l WHERE l."projectId" = ${work.project.id}::uuid
     ORDER BY l."decidedOn" DESC, l."id" DESC`;
  return { ...work, entries };
}
