import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { sql } from "@/lib/db/sql";
import type { SentInvitation } from "../idea/types";
import { personOf } from "../sight/queries";

/** Whom the owner of an idea asked, newest first, and what they said; of nobody else's asking, to nobody else (rule PT3). */
export async function listSentInvitations(actor: Actor, slug: string): Promise<SentInvitation[]> {
  const me = sql`${actor.memberId}::uuid`;
  return db.$queryRaw<SentInvitation[]>`
    SELECT i."id", ${personOf(actor, sql`i."toId"`)} AS "person", i."state"::text AS "state", to_json(i."askedAt") #>> '{}' AS "askedAt"
      FROM "IdeaInvitation" i JOIN "Project" p ON p."id" = i."projectId"
     WHERE p."slug" = ${slug} AND p."ownerId" = ${me} AND i."askedById" = ${me}
     ORDER BY i."askedAt" DESC, i."id" DESC`;
}
