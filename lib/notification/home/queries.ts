import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { readRows } from "@/lib/db/client";
import { type Sql, sql } from "@/lib/db/sql";
import { helpNeedsOf } from "@/lib/project/helping/queries";
import { associationsOf, coveredShare } from "@/lib/project/sight/queries";
import {
  associationAt,
  endsOf,
  ideasOf,
  isProjectSeen,
  listOf,
  personAt,
  projectAt,
  projectsOf,
  valuesOf,
} from "../place/queries";
import { HAPPENED_KINDS, type HomeView } from "./types";

const HAPPENED_DAYS = 30;
const HAPPENED_MAX = 8;
const PROMISES_MAX = 6;
const HELPING_MAX = 2;

/** What the actor's home page shows besides what waits. One statement. */
export async function findHome(actor: Actor, now = new Date()): Promise<HomeView> {
  const me = sql`${actor.memberId}::uuid`;
  const at = sql`${now}::timestamptz`;
  const [row] = await readRows<HomeView>(sql`
    SELECT ${listOf(associations(me))} AS "associations", ${listOf(applications(me))} AS "applications",
           ${listOf(projects(me))} AS "projects", ${listOf(promises(me))} AS "promises",
           ${endsOf(sql`k."memberId" = ${me}`, at)} AS "counts", ${listOf(happenings(me, at))} AS "happenings",
           ${helpNeedsOf(actor, { max: HELPING_MAX }, now)} AS "helping"`);
  if (!row) throw new Error("a statement without FROM gives one row");
  return row;
}

const associations = (me: Sql) => sql`
  SELECT a."slug", a."name", ${valuesOf(sql`a."id"`)} AS "values", m."state" = 'PAUSED' AS "isPaused",
         ARRAY(SELECT g."role"::text FROM "RoleGrant" g WHERE g."membershipId" = m."id" AND g."state" = 'HELD' AND g."role" IS NOT NULL ORDER BY g."role") AS "roles",
         ARRAY(SELECT w."name" FROM "RoleGrant" g JOIN "OwnRole" w ON w."id" = g."ownRoleId"
                WHERE g."membershipId" = m."id" AND g."state" = 'HELD' ORDER BY w."name") AS "ownRoles"
    FROM "Membership" m JOIN "Association" a ON a."id" = m."associationId"
   WHERE m."memberId" = ${me} AND m."state" IN ('ACTIVE', 'PAUSED') ORDER BY a."name"`;

const applications = (me: Sql) => sql`
  SELECT p."id", ${associationAt(sql`p."associationId"`)} AS "association", (p."answerBy" AT TIME ZONE 'Europe/Rome')::date AS "answerBy"
    FROM "Application" p WHERE p."memberId" = ${me} AND p."state" = 'PENDING' ORDER BY p."submittedAt"`;

/** Led or taken part in, and not over. */
const projects = (me: Sql) => sql`
  SELECT p."slug", p."title" AS "name", ${valuesOf(sql`p."associationId"`)} AS "values", p."state", p."ownerId" = ${me} AS "isLead",
         ${coveredShare(sql`p."id"`)} AS "covered"
    FROM "Project" p
   WHERE (p."id" = ANY(${projectsOf(me)}) OR p."id" = ANY(${ideasOf(me)})) AND p."state" NOT IN ('COMPLETED', 'ABANDONED')
     AND ${isProjectSeen(sql`p."id"`, me)}
   ORDER BY p."createdAt" DESC`;

const promises = (me: Sql) => sql`
  SELECT k."id", k."text", k."locale", k."dueOn", CASE WHEN ${isProjectSeen(sql`k."projectId"`, me)} THEN ${projectAt(sql`k."projectId"`)} END AS "project"
    FROM "Commitment" k WHERE k."memberId" = ${me} AND k."state" = 'OPEN'
   ORDER BY k."dueOn" NULLS LAST, k."createdAt" LIMIT ${PROMISES_MAX}`;

/** Whose deed it is: those who came in, offered or contributed are the member it is about; else whoever acted. */
const DOER: Sql = sql`CASE WHEN v."kind" IN ('membership.admitted', 'project.offerAccepted', 'contribution.confirmed')
                           THEN v."memberId" ELSE v."actorId" END`;

/**
 * What somebody did in a project whose result they do not sign with their whole name is told to nobody who had no part in it; nor
 * what they keep from whoever looks (rule PV1).
 */
const isTold = (me: Sql) => sql`(NOT EXISTS (
  SELECT 1 FROM "ProjectSignature" g WHERE g."projectId" = v."projectId" AND g."memberId" = ${DOER} AND g."look" NOT IN ('FULL', 'COMPETENCE'))
    OR had_part(v."projectId", ${me}))
  AND (v."kind" <> 'contribution.confirmed' OR deed_open(v."memberId", v."actorId", v."projectId", ${me}))`;

/** Of others, in the associations and projects the person belongs to, as far as they may see them (rule A2). */
const happenings = (me: Sql, at: Sql) => sql`
  SELECT v."id", v."kind", v."at", ${personAt(DOER)} AS "person",
         ${associationAt(sql`v."associationId"`)} AS "association", ${projectAt(sql`v."projectId"`)} AS "project",
         coalesce(v."data"->>'to', (SELECT coalesce(g."role"::text, w."name") FROM "RoleGrant" g LEFT JOIN "OwnRole" w ON w."id" = g."ownRoleId" WHERE g."id" = v."subjectId"), '') AS "detail"
    FROM "Activity" v
   WHERE v."kind" = ANY(${[...HAPPENED_KINDS]}) AND v."at" BETWEEN ${at} - make_interval(days => ${HAPPENED_DAYS}) AND ${at}
     AND v."actorId" IS DISTINCT FROM ${me} AND v."memberId" IS DISTINCT FROM ${me}
     AND (v."associationId" = ANY(${associationsOf(me, "BELONGS")}) OR v."projectId" = ANY(${projectsOf(me)}) OR v."projectId" = ANY(${ideasOf(me)}))
     AND ${isProjectSeen(sql`v."projectId"`, me)} AND ${isTold(me)}
   ORDER BY v."at" DESC LIMIT ${HAPPENED_MAX}`;
