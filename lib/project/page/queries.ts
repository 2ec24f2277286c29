import "server-only";
import type { Actor, Viewer } from "@/lib/auth/actor";
import { dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { type Sql, sql } from "@/lib/db/sql";
import {
  ASSOCIATION,
  CO_HOSTS,
  day,
  dreamOf,
  dreamPartOf,
  evidence,
  isInside,
  isOpenDeed,
  isReadable,
  isVisible,
  leaderOf,
  nextDue,
  signedOf,
} from "../sight/queries";
import type { ProjectView } from "./types";

/** A project as its page shows it; null when there is none, or none for this viewer (rule A2). One statement. */
export async function findProject(viewer: Viewer, slug: string, now = new Date()): Promise<ProjectView | null> {
  const [row] = await db.$queryRaw<{ project: ProjectView }[]>`
    SELECT json_build_object(
      'id', p."id", 'slug', p."slug", 'title', p."title", 'kind', p."kind", 'state', p."state", 'purpose', p."purpose",
      'description', p."description", 'forWhom', p."forWhom", 'whyTogether', p."whyTogether",
      'values', to_json(p."values"), 'dream', ${dreamOf(viewer)}, 'locale', p."contentLocale", 'place', p."placeSlug",
      'continues', ${continues(viewer)}, 'continuedBy', ${continuedBy(viewer)},
      'isMembersOnly', p."isMembersOnly", 'isWithheld', p."isWithheld", 'createdAt', p."createdAt", 'startedAt', p."startedAt", 'concludedAt', p."concludedAt",
      'result', p."result", 'association', ${ASSOCIATION}, 'coHosts', ${CO_HOSTS}, 'hasOwner', p."ownerId" IS NOT NULL,
      'lacksApproval', p."needsApproval" AND NOT EXISTS (SELECT 1 FROM "ProjectApproval" a WHERE a."projectId" = p."id" AND a."state" = 'APPROVED'),
      'owner', ${leaderOf(viewer, sql`p."ownerId"`)}, 'deliverables', ${DELIVERABLES}, 'needs', ${needs(viewer)},
      'transitions', ${TRANSITIONS}, 'moments', ${moments(viewer)}, 'contributions', ${contributions(viewer)}, 'nextDue', ${day(nextDue(dayOf(now)))},
      'openCommitments', (SELECT count(*)::int FROM "Commitment" c WHERE c."projectId" = p."id" AND c."state" = 'OPEN'),
      'tasks', (SELECT count(*)::int FROM "Task" w WHERE w."projectId" = p."id" AND w."state" <> 'DROPPED'),
      'tasksDone', (SELECT count(*)::int FROM "Task" w WHERE w."projectId" = p."id" AND w."state" = 'DONE'),
      'viewer', ${viewer ? part(viewer) : sql`NULL`}) AS "project"
      FROM "Project" p WHERE p."slug" = ${slug} AND ${isReadable(viewer, now)}`;
  return row?.project ?? null;
}

const REF = sql`json_build_object('slug', p."slug", 'title', p."title", 'locale', p."contentLocale")`;

/** The project that project p takes up again, where whoever looks may see it (rule A2): its own name is p inside. */
const continues = (viewer: Viewer): Sql =>
  sql`(SELECT q."ref" FROM (SELECT p."id", ${REF} AS "ref" FROM "Project" p WHERE ${isVisible(viewer)}) q WHERE q."id" = p."continuesId")`;

const continuedBy = (viewer: Viewer): Sql => sql`(
  SELECT COALESCE(json_agg(q."ref" ORDER BY q."createdAt", q."id"), '[]')
    FROM (SELECT p."id", p."continuesId", p."createdAt", ${REF} AS "ref" FROM "Project" p
           WHERE p."continuesId" IS NOT NULL AND p."state" <> 'ABANDONED' AND ${isVisible(viewer)}) q WHERE q."continuesId" = p."id")`;

const DELIVERABLES: Sql = sql`(
  SELECT COALESCE(json_agg(json_build_object('id', d."id", 'title', d."title", 'due', ${day(sql`d."dueOn"`)},
                            'done', ${day(sql`d."doneOn"`)}, 'evidence', d."evidence", 'evidenceUrl', d."evidenceUrl") ORDER BY d."position"), '[]')
    FROM "Deliverable" d WHERE d."projectId" = p."id")`;

const TRANSITIONS: Sql = sql`(
  SELECT COALESCE(json_agg(json_build_object('id', t."id", 'from', t."from", 'to', t."to", 'note', t."note", 'at', t."at")
                  ORDER BY t."at" DESC, t."id" DESC), '[]')
    FROM "ProjectTransition" t WHERE t."projectId" = p."id")`;

const needs = (viewer: Viewer): Sql => sql`(
  SELECT COALESCE(json_agg(json_build_object(
           'id', n."id", 'title', n."title", 'kind', n."kind", 'isCritical', n."isCritical", 'seats', n."seats",
           'accepted', n."taken", 'competence', c."slug", 'due', ${day(sql`n."dueOn"`)}, 'minutes', n."minutes",
           'sitters', (SELECT COALESCE(json_agg(json_build_object('person', ${signedOf(viewer, sql`o."memberId"`)},
                         'brings', o."brings", 'competence', oc."slug") ORDER BY o."decidedAt", o."id"), '[]')
                         FROM "NeedOffer" o LEFT JOIN "Competence" oc ON oc."id" = o."competenceId"
                        WHERE o."needId" = n."id" AND o."state" = 'ACCEPTED')) ORDER BY n."position"), '[]')
    FROM "Need" n LEFT JOIN "Competence" c ON c."id" = n."competenceId" WHERE n."projectId" = p."id")`;

/** Who sat down and when, for those who still sit; and when the project changed hands. */
const moments = (viewer: Viewer): Sql => sql`(
  SELECT COALESCE(json_agg(json_build_object('id', x."id", 'kind', x."kind", 'at', x."at", 'need', x."need", 'person', x."person")
                  ORDER BY x."at" DESC), '[]')
    FROM (SELECT o."id", 'project.offerAccepted' AS "kind", o."decidedAt" AS "at", n."title" AS "need",
                 ${signedOf(viewer, sql`o."memberId"`)} AS "person"
            FROM "NeedOffer" o JOIN "Need" n ON n."id" = o."needId"
           WHERE n."projectId" = p."id" AND o."state" = 'ACCEPTED' AND o."decidedAt" IS NOT NULL
          UNION ALL
          SELECT h."id", 'project.handedOver', h."closedAt", NULL, ${leaderOf(viewer, sql`h."toId"`)}
            FROM "ProjectHandover" h WHERE h."projectId" = p."id" AND h."state" = 'ACCEPTED') x)`;

const contributions = (viewer: Viewer): Sql => sql`(
  SELECT COALESCE(json_agg(json_build_object('id', k."id", 'title', k."title", 'kind', k."kind", 'minutes', k."minutes",
           'doneOn', ${day(sql`k."doneOn"`)}, ${evidence(viewer)}, 'isWithheld', k."isWithheld", 'person', ${signedOf(viewer, sql`k."memberId"`)},
           'confirmedBy', ${signedOf(viewer, sql`k."confirmedById"`)}, 'confirmedAt', k."confirmedAt")
           ORDER BY k."doneOn" DESC, k."id" DESC), '[]')
    FROM "Contribution" k WHERE k."projectId" = p."id" AND k."state" = 'CONFIRMED'
     AND (NOT k."isWithheld" OR k."memberId" = ${viewer?.memberId ?? null}::uuid) AND ${isOpenDeed(viewer)}
     AND NOT EXISTS (SELECT 1 FROM "ContributionReversal" r WHERE r."contributionId" = k."id"))`;

/** What the viewer is in the project: seats, offers, commitments, questions. Nobody else's. */
const part = (viewer: Actor): Sql => {
  const me = sql`${viewer.memberId}::uuid`;
  return sql`json_build_object(
    'memberId', ${me}, 'isOwner', p."ownerId" IS NOT DISTINCT FROM ${me},
    'isInside', ${isInside(viewer)}, 'hadPart', had_part(p."id", ${me}), 'dream', ${dreamPartOf(viewer)},
    'membership', (SELECT m."state" FROM "Membership" m
                    WHERE m."associationId" = p."associationId" AND m."memberId" = ${me} AND m."state" IN ('ACTIVE', 'PAUSED')),
    'offers', (SELECT COALESCE(json_agg(json_build_object('id', o."id", 'needId', o."needId", 'need', o."title", 'state', o."state",
                        'due', ${day(sql`o."dueOn"`)}, 'closedAt', o."closedAt") ORDER BY o."position"), '[]')
                 FROM (SELECT DISTINCT ON (o."needId") o.*, n."title", n."position", n."dueOn"
                         FROM "NeedOffer" o JOIN "Need" n ON n."id" = o."needId"
                        WHERE n."projectId" = p."id" AND o."memberId" = ${me}
                        ORDER BY o."needId", o."offeredAt" DESC, o."id" DESC) o),
    'commitments', (SELECT COALESCE(json_agg(json_build_object('id', c."id", 'text', c."text", 'due', ${day(sql`c."dueOn"`)},
                             'state', c."state") ORDER BY c."dueOn", c."id"), '[]')
                      FROM "Commitment" c WHERE c."projectId" = p."id" AND c."memberId" = ${me}),
    'isAskedToLead', EXISTS (SELECT 1 FROM "ProjectHandover" h
                              WHERE h."projectId" = p."id" AND h."toId" = ${me} AND h."state" = 'OFFERED'),
    'offersWaiting', CASE WHEN p."ownerId" = ${me} THEN (
      SELECT count(*)::int FROM "NeedOffer" o JOIN "Need" n ON n."id" = o."needId"
       WHERE n."projectId" = p."id" AND o."state" = 'WAITING') ELSE 0 END)`;
};
