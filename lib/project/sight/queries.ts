import "server-only";
import type { Viewer } from "@/lib/auth/actor";
import { type Sql, sql } from "@/lib/db/sql";

/** Conditions and columns shared by everything that shows projects. Aliases: p is the project. */

/** Who may read p: anybody, or those who belong to its association, in pause too (rules A2, M10). Same as mayReadProject. */
export function isVisible(viewer: Viewer): Sql {
  if (!viewer) return sql`NOT p."isMembersOnly"`;
  return sql`(NOT p."isMembersOnly" OR EXISTS (
    SELECT 1 FROM "Membership" mine
     WHERE mine."associationId" = p."associationId" AND mine."memberId" = ${viewer.memberId}::uuid AND mine."state" IN ('ACTIVE', 'PAUSED')))`;
}

/**
 * The member of an id, as far as the viewer may know them. Visitors learn of those with a public profile; members of
 * everybody who signed their name to a project (promise P47), with a way to the profile where there is one to read.
 */
export function personOf(viewer: Viewer, id: Sql): Sql {
  const reader = viewer ? sql`'MEMBER'::"DirectoryClass"` : sql`'VISITOR'::"DirectoryClass"`;
  const isKnown = viewer ? sql`true` : sql`e."memberId" IS NOT NULL`;
  return sql`(
    SELECT jsonb_build_object('memberId', m."id", 'handle', m."handle", 'name', m."name",
                              'isReadable', e."memberId" IS NOT NULL, 'values', COALESCE(e."card"->'values', '[]'))
      FROM "Member" m LEFT JOIN "DirectoryEntry" e ON e."memberId" = m."id" AND e."viewer" = ${reader}
     WHERE m."id" = ${id} AND ${isKnown})`;
}

const VALUES_IN_FORCE: Sql = sql`(
  SELECT COALESCE(jsonb_agg(COALESCE(v."valueSlug", v."name") ORDER BY v."position"), '[]') FROM "CharterValue" v
   WHERE v."charterId" = (SELECT c."id" FROM "Charter" c WHERE c."associationId" = p."associationId" ORDER BY c."version" DESC LIMIT 1))`;

/** The association of p with the values of its charter in force, or null. */
export const ASSOCIATION: Sql = sql`(
  SELECT jsonb_build_object('slug', a."slug", 'name', a."name", 'values', ${VALUES_IN_FORCE})
    FROM "Association" a WHERE a."id" = p."associationId")`;

/** How many seats of need n are taken. */
export const TAKEN: Sql = sql`(SELECT count(*)::int FROM "NeedOffer" o WHERE o."needId" = n."id" AND o."state" = 'ACCEPTED')`;

/** A day as «2026-11-21». */
export const day = (column: Sql): Sql => sql`to_char(${column}, 'YYYY-MM-DD')`;

/** The next day something of p is due, from today on: a thing to deliver, or an open need. */
export const nextDue = (today: string): Sql => sql`LEAST(
  (SELECT min(d."dueOn") FROM "Deliverable" d WHERE d."projectId" = p."id" AND d."doneOn" IS NULL AND d."dueOn" >= ${today}::date),
  (SELECT min(n."dueOn") FROM "Need" n WHERE n."projectId" = p."id" AND n."dueOn" >= ${today}::date AND n."seats" > ${TAKEN}))`;

/** Rows of (projectId, on): the same day of every project at once, for ordering many. */
export const nextDues = (today: string): Sql => sql`
  SELECT x."projectId", min(x."dueOn") AS "on"
    FROM (SELECT d."projectId", d."dueOn" FROM "Deliverable" d WHERE d."doneOn" IS NULL AND d."dueOn" >= ${today}::date
          UNION ALL
          SELECT n."projectId", n."dueOn" FROM "Need" n
            LEFT JOIN (SELECT o."needId", count(*) AS "n" FROM "NeedOffer" o WHERE o."state" = 'ACCEPTED' GROUP BY 1) taken
              ON taken."needId" = n."id"
           WHERE n."dueOn" >= ${today}::date AND n."seats" > COALESCE(taken."n", 0)) x
   GROUP BY 1`;
