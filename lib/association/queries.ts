import "server-only";
import type { Viewer } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { type Sql, sql } from "@/lib/db/sql";
import { CHARTER_IN_FORCE, CHARTER_VIEW, dayIn, instant, MEMBER_COUNT, PLACES, VALUE_WORDS } from "./sight/queries";
import type { AssociationView } from "./types";

/** Fewer promises than these say nothing of anyone (rule T1). */
const PROMISES_MIN = 5;
const DEEDS_SHOWN = 2;

/** An association as its page shows it, to anybody; deeds of projects kept for members only to members. Null when there is none. One statement. */
export async function findAssociation(viewer: Viewer, slug: string): Promise<AssociationView | null> {
  const [row] = await db.$queryRaw<{ view: AssociationView }[]>`
    SELECT jsonb_build_object(
      'id', o."id", 'slug', o."slug", 'name', o."name", 'values', ${VALUE_WORDS}, 'tagline', o."tagline",
      'purpose', o."purpose", 'forWhom', o."forWhom", 'weDo', to_jsonb(o."weDo"), 'weDoNot', to_jsonb(o."weDoNot"),
      'locale', o."contentLocale", 'state', o."state", 'entry', o."entry", 'foundedAt', ${instant(sql`o."foundedAt"`)},
      'decisionDays', o."decisionDays", 'decidersRequired', o."decidersRequired", 'sponsorsRequired', o."sponsorsRequired", 'places', ${PLACES},
      'memberCount', ${MEMBER_COUNT}, 'charter', ${CHARTER}, 'questions', ${QUESTIONS},
      'deeds', ${deeds(viewer)}, 'promised', ${PROMISED}) AS "view"
      FROM "Association" o WHERE o."slug" = ${slug} AND o."state" <> 'CLOSED'`;
  return row?.view ?? null;
}

const CHARTER: Sql = sql`(SELECT ${CHARTER_VIEW} FROM "Charter" h WHERE h."id" = ${CHARTER_IN_FORCE})`;

const QUESTIONS: Sql = sql`(
  SELECT COALESCE(jsonb_agg(jsonb_build_object('id', q."id", 'text', q."text", 'isRequired', q."isRequired") ORDER BY q."position"), '[]')
    FROM "Question" q WHERE q."associationId" = o."id" AND q."retiredAt" IS NULL)`;

/** Confirmed contributions to the association and its projects, by the value they serve (promise P44). */
function deeds(viewer: Viewer): Sql {
  const isSeen = sql`EXISTS (SELECT 1 FROM "ProjectCarrier" c JOIN "Membership" mine ON mine."associationId" = c."associationId"
    WHERE c."projectId" = p."id" AND mine."memberId" = ${viewer?.memberId ?? null}::uuid AND mine."state" IN ('ACTIVE', 'PAUSED'))`;
  return sql`(
    SELECT COALESCE(jsonb_agg(jsonb_build_object('word', w."word", 'count', w."count", 'latest', w."latest")), '[]') FROM (
      SELECT d."valueSlug" AS "word", count(*)::int AS "count",
             jsonb_agg(jsonb_build_object('title', d."title", 'locale', d."locale", 'doneOn', d."doneOn") ORDER BY d."nth")
               FILTER (WHERE d."nth" <= ${DEEDS_SHOWN}) AS "latest"
        FROM (SELECT e."valueSlug", e."title", e."locale", e."doneOn",
                     row_number() OVER (PARTITION BY e."valueSlug" ORDER BY e."doneOn" DESC, e."id" DESC) AS "nth"
                FROM "Contribution" e LEFT JOIN "Project" p ON p."id" = e."projectId"
               WHERE COALESCE(e."associationId", p."associationId") = o."id" AND e."state" = 'CONFIRMED'
                 AND NOT EXISTS (SELECT 1 FROM "ContributionReversal" r WHERE r."contributionId" = e."id")
                 AND e."valueSlug" IS NOT NULL AND (NOT COALESCE(p."isMembersOnly", false) OR ${isSeen})
                 AND NOT e."isWithheld" AND NOT COALESCE(p."isWithheld", false)
                 AND deed_open(e."memberId", e."confirmedById", e."projectId", ${viewer?.memberId ?? null}::uuid)) d
       GROUP BY d."valueSlug") w)`;
}

/** What the association itself promised and closed in twelve months: all of it, the missed included (rules T1, T3). */
const PROMISED: Sql = sql`(
  SELECT CASE WHEN count(*) >= ${PROMISES_MIN} THEN jsonb_agg(jsonb_build_object(
           'id', k."id", 'text', k."text", 'locale', k."locale", 'state', k."state",
           'saidOn', ${dayIn(sql`k."createdAt"`)}, 'closedOn', ${dayIn(sql`k."closedAt"`)}) ORDER BY k."closedAt" DESC, k."id")
         ELSE '[]' END
    FROM "Commitment" k
   WHERE k."associationId" = o."id" AND k."memberId" IS NULL AND k."state" <> 'OPEN'
     AND k."closedAt" > now() - interval '12 months')`;
