import "server-only";
import { pendingOf } from "@/lib/account/documents/queries";
import type { LegalDocument } from "@/lib/account/types";
import { CONFIRM_DAYS } from "@/lib/contribution/rules";
import { type Sql, sql } from "@/lib/db/sql";
import { CHARTER_PAUSE_DAYS } from "@/lib/membership/acceptance/rules";
import { STATEMENT_MONTH_DAYS } from "@/lib/membership/reminder/rules";
import { answersFor } from "@/lib/membership/role/facts";
import { CHARTER_GRACE_DAYS } from "@/lib/membership/standing/rules";
import { associationAt, isProjectSeen, personAt, projectAt, projectsOf, takesPartIn } from "../place/queries";
import { CUSTODY_CALL_DAYS } from "./rules";

/** What waits for a person, rows of WaitingItem: first the documents of the site, then the nearest date. */
export const waitingFor = (memberId: string, documents: readonly LegalDocument[], now: Date): Sql => sql`
    SELECT d."kind", d."count", to_char(d."due" AT TIME ZONE 'Europe/Rome', 'YYYY-MM-DD') AS "dueOn", d."detail",
           ${associationAt(sql`d."associationId"`)} AS "association", ${projectAt(sql`d."projectId"`)} AS "project",
           ${personAt(sql`d."personId"`)} AS "person"
      FROM (${dutiesOf(memberId, documents, now)}) d
     ORDER BY d."kind" = 'documents' DESC, d."due" NULLS LAST, d."since", d."kind"`;

/** Rows of (kind, count, due, since, associationId, projectId, personId, detail): one for each kind and place. */
function dutiesOf(memberId: string, documents: readonly LegalDocument[], now: Date): Sql {
  const me = sql`${memberId}::uuid`;
  const at = sql`${now}::timestamptz`;
  return sql`
    ${applications(me, now)} UNION ALL ${roles(me)} UNION ALL ${invitations(me, at)} UNION ALL ${vouches(me, at)}
    UNION ALL ${pledges(me, at)} UNION ALL ${custody(me, at)} UNION ALL ${votes(me, at)} UNION ALL ${charges(me)}
    UNION ALL ${ideas(me)} UNION ALL ${dreams(me)} UNION ALL ${seats(me)} UNION ALL ${needAsks(me, at)} UNION ALL ${endings(me, at)}
    UNION ALL ${offers(me)} UNION ALL ${handovers(me)}
    UNION ALL ${coHostings(me, now)} UNION ALL ${approvals(me, now)} UNION ALL ${tasks(me)} UNION ALL ${contributions(me)} UNION ALL ${deeds(me, at, now)}
    UNION ALL ${ownProfile(me)} UNION ALL ${changedDocuments(me, documents)}`;
}

/** Pending applications this person may decide and has not yet. */
const applications = (me: Sql, now: Date) => sql`
  SELECT 'applications' AS "kind", count(*)::int AS "count", min(a."answerBy") AS "due", min(a."submittedAt") AS "since",
         m."associationId", NULL::uuid AS "projectId",
         (array_agg(a."memberId" ORDER BY a."answerBy", a."submittedAt"))[1] AS "personId", '' AS "detail"
    FROM "Membership" m JOIN "Application" a ON a."associationId" = m."associationId"
   WHERE m."memberId" = ${me} AND m."state" = 'ACTIVE' AND a."state" = 'PENDING' AND a."memberId" <> ${me}
     AND EXISTS (SELECT 1 FROM "RoleGrant" g WHERE g."membershipId" = m."id" AND g."state" = 'HELD'
                  AND ${answersFor("ADMIT", now)})
     AND NOT EXISTS (SELECT 1 FROM "ApplicationDecision" d WHERE d."applicationId" = a."id" AND d."deciderId" = ${me})
   GROUP BY m."associationId"`;

const roles = (me: Sql) => sql`
  SELECT 'role', 1, NULL::timestamptz, g."grantedAt", m."associationId", NULL::uuid, g."grantedById", coalesce(g."role"::text, (SELECT w."name" FROM "OwnRole" w WHERE w."id" = g."ownRoleId"), '')
    FROM "RoleGrant" g JOIN "Membership" m ON m."id" = g."membershipId"
   WHERE m."memberId" = ${me} AND m."state" IN ('ACTIVE', 'PAUSED') AND g."state" = 'OFFERED'`;

const invitations = (me: Sql, at: Sql) => sql`
  SELECT 'invitation', 1, i."expiresAt", i."createdAt", i."associationId", NULL::uuid, i."inviterId", i."id"::text
    FROM "Invitation" i WHERE i."memberId" = ${me} AND i."state" = 'PENDING' AND i."expiresAt" > ${at}`;

/** Words asked of this person where they take part (rule PT2). */
const vouches = (me: Sql, at: Sql) => sql`
  SELECT 'vouch', 1, p."answerBy", x."askedAt", p."associationId", NULL::uuid, p."memberId", x."id"::text
    FROM "Vouch" x JOIN "Application" p ON p."id" = x."applicationId"
    JOIN "Membership" m ON m."associationId" = p."associationId" AND m."memberId" = x."sponsorId"
   WHERE x."sponsorId" = ${me} AND x."state" = 'ASKED' AND p."state" = 'PENDING' AND p."answerBy" > ${at} AND m."state" = 'ACTIVE'`;

/** A charter whose substance changed after the own pledge, or else a pledge about to end (rules M11, PT1). */
const pledges = (me: Sql, at: Sql) => sql`
  SELECT CASE WHEN "openedAt" IS NULL THEN 'pledge' ELSE 'charter' END, 1,
         CASE WHEN "openedAt" IS NULL THEN "untilOn"::timestamptz
              WHEN "openedAt" + ${days(CHARTER_GRACE_DAYS)} > ${at} THEN "openedAt" + ${days(CHARTER_GRACE_DAYS)}
              ELSE "openedAt" + ${days(CHARTER_PAUSE_DAYS)} END,
         "acceptedAt", "associationId", NULL::uuid, NULL::uuid, ''
    FROM (SELECT m."associationId", p."acceptedAt", p."untilOn",
                 (SELECT min(v."publishedAt") FROM "Charter" v
                   WHERE v."associationId" = m."associationId" AND v."isMaterial" AND v."version" > c."version") AS "openedAt"
            FROM "Membership" m
            JOIN LATERAL (SELECT * FROM "Pledge" q WHERE q."membershipId" = m."id" ORDER BY q."acceptedAt" DESC, q."id" DESC LIMIT 1) p ON true
            JOIN "Charter" c ON c."id" = p."charterId"
           WHERE m."memberId" = ${me} AND m."state" = 'ACTIVE') held
   WHERE "openedAt" IS NOT NULL OR "untilOn" <= (${at} + ${days(STATEMENT_MONTH_DAYS)})::date`;

/** Days of twenty-four hours, as the rules of charters count them. */
const days = (count: number): Sql => sql`make_interval(hours => ${count * 24})`;

/** Associations nobody looks after, for whoever may step up: not in pause, and not while only listening (rules M7, M10, PT1). */
const custody = (me: Sql, at: Sql) => sql`
  SELECT 'custody', 1, NULL::timestamptz, s."custodySince", s."id", NULL::uuid, NULL::uuid, ''
    FROM "Membership" m JOIN "Association" s ON s."id" = m."associationId"
   WHERE m."memberId" = ${me} AND m."state" = 'ACTIVE' AND s."state" = 'CUSTODY'
     AND s."custodySince" + make_interval(days => ${CUSTODY_CALL_DAYS}) > ${at}
     AND NOT (SELECT p."isListening" FROM "Pledge" p WHERE p."membershipId" = m."id" ORDER BY p."acceptedAt" DESC, p."id" DESC LIMIT 1)`;

/** Open votes this person is of and has not cast a ballot in; in pause nothing is asked (rule M10). */
const votes = (me: Sql, at: Sql) => sql`
  SELECT 'votes', count(*)::int, min(d."closesAt") - interval '1 second', min(d."openedAt"), d."associationId", NULL::uuid, NULL::uuid, ''
    FROM "Elector" e JOIN "Decision" d ON d."id" = e."decisionId"
    JOIN "Membership" m ON m."associationId" = d."associationId" AND m."memberId" = ${me} AND m."state" = 'ACTIVE'
   WHERE e."memberId" = ${me} AND NOT e."hasVoted" AND d."state" = 'OPEN' AND d."closesAt" > ${at}
   GROUP BY d."associationId"`;

const charges = (me: Sql) => sql`
  SELECT 'charge', count(*)::int, NULL::timestamptz, min(c."offeredAt"), d."associationId", NULL::uuid,
         (array_agg(c."offeredById" ORDER BY c."offeredAt"))[1], ''
    FROM "Charge" c JOIN "Decision" d ON d."id" = c."decisionId"
    JOIN "Membership" m ON m."associationId" = d."associationId" AND m."memberId" = ${me} AND m."state" = 'ACTIVE'
   WHERE c."responsibleId" = ${me} AND c."state" = 'OFFERED' GROUP BY d."associationId"`;

/** Ideas this person leads that have people enough, and may make a proposal of: not while in pause there (rule M10). */
const ideas = (me: Sql) => sql`
  SELECT 'idea', 1, NULL::timestamptz, p."createdAt", NULL::uuid, p."id", NULL::uuid, ''
    FROM "Project" p
   WHERE p."ownerId" = ${me} AND p."state" = 'IDEA' AND p."peopleNeeded" <= 1 + (
       SELECT count(*) FROM "CoProposer" c WHERE c."projectId" = p."id" AND c."withdrawnAt" IS NULL AND c."memberId" <> ${me})
     AND (p."associationId" IS NULL OR EXISTS (
       SELECT 1 FROM "Membership" m WHERE m."associationId" = p."associationId" AND m."memberId" = ${me} AND m."state" = 'ACTIVE'))`;

const dreams = (me: Sql) => sql`
  SELECT 'dream', 1, NULL::timestamptz, i."askedAt", NULL::uuid, i."projectId", i."askedById", ''
    FROM "IdeaInvitation" i
   WHERE i."toId" = ${me} AND i."state" = 'OPEN' AND ${isProjectSeen(sql`i."projectId"`, me)}`;

const seats = (me: Sql) => sql`
  SELECT 'seat', 1, NULL::timestamptz, q."askedAt", NULL::uuid, c."projectId", NULL::uuid, n."title"
    FROM "CoProposer" c JOIN "SeatAsk" q ON q."coProposerId" = c."id" JOIN "Need" n ON n."id" = q."needId"
   WHERE c."memberId" = ${me} AND q."state" = 'OPEN' AND ${isProjectSeen(sql`c."projectId"`, me)}`;

/** Needs somebody asks this person to cover (rule PT2). */
const needAsks = (me: Sql, at: Sql) => sql`
  SELECT 'needAsk', 1, q."expiresAt", q."askedAt", NULL::uuid, q."projectId", q."askedById", q."needId"::text
    FROM "NeedAsk" q
   WHERE q."toId" = ${me} AND q."state" = 'OPEN' AND q."expiresAt" > ${at} AND ${isProjectSeen(sql`q."projectId"`, me)}`;

/** Seats of this person whose last day draws near: to renew, or to let end. */
const endings = (me: Sql, at: Sql) => sql`
  SELECT 'seatEnding', 1, o."untilOn"::timestamptz, o."offeredAt", NULL::uuid, n."projectId", NULL::uuid, n."id"::text
    FROM "NeedOffer" o JOIN "Need" n ON n."id" = o."needId" JOIN "Project" p ON p."id" = n."projectId" AND p."state" NOT IN ('COMPLETED', 'ABANDONED')
   WHERE o."memberId" = ${me} AND o."state" = 'ACCEPTED' AND o."untilOn" <= (${at} + ${days(STATEMENT_MONTH_DAYS)})::date
     AND ${isProjectSeen(sql`n."projectId"`, me)}`;

/** Offers to projects this person leads and may answer for: not while in pause where the project belongs (rule M10). */
const offers = (me: Sql) => sql`
  SELECT 'offers', count(*)::int, NULL::timestamptz, min(o."offeredAt"), NULL::uuid, p."id",
         (array_agg(o."memberId" ORDER BY o."offeredAt"))[1], ''
    FROM "Project" p JOIN LATERAL (
      SELECT x."memberId", x."offeredAt" FROM "Need" n JOIN "NeedOffer" x ON x."needId" = n."id" AND x."state" = 'WAITING' WHERE n."projectId" = p."id"
      UNION ALL
      SELECT b."memberId", b."offeredAt" FROM "BeyondOffer" b WHERE b."projectId" = p."id" AND b."state" = 'WAITING') o ON true
   WHERE p."ownerId" = ${me} AND p."state" NOT IN ('COMPLETED', 'ABANDONED')
     AND (p."associationId" IS NULL OR EXISTS (
       SELECT 1 FROM "Membership" m WHERE m."associationId" = p."associationId" AND m."memberId" = ${me} AND m."state" = 'ACTIVE'))
   GROUP BY p."id"`;

const handovers = (me: Sql) => sql`
  SELECT 'handover', 1, NULL::timestamptz, h."offeredAt", NULL::uuid, h."projectId", h."offeredById", ''
    FROM "ProjectHandover" h
   WHERE h."toId" = ${me} AND h."state" = 'OFFERED' AND ${isProjectSeen(sql`h."projectId"`, me)}`;

/** Tasks somebody asks this person to take on (rule PT2). */
const tasks = (me: Sql) => sql`
  SELECT 'task', count(*)::int, min(t."dueOn")::timestamptz, min(a."askedAt"), NULL::uuid, t."projectId",
         (array_agg(a."askedById" ORDER BY a."askedAt"))[1], ''
    FROM "TaskAsk" a JOIN "Task" t ON t."id" = a."taskId"
   WHERE a."toId" = ${me} AND a."state" = 'ASKED' AND ${isProjectSeen(sql`t."projectId"`, me)}
   GROUP BY t."projectId"`;

/** Projects that an association this person answers for is asked to carry with the one that leads them (rule PT2). */
const coHostings = (me: Sql, now: Date) => sql`
  SELECT 'coHosting', count(*)::int, NULL::timestamptz, min(h."askedAt"), h."associationId", NULL::uuid,
         (array_agg(h."askedById" ORDER BY h."askedAt"))[1], ''
    FROM "CoHosting" h JOIN "Membership" m ON m."associationId" = h."associationId" AND m."memberId" = ${me} AND m."state" = 'ACTIVE'
   WHERE h."state" = 'ASKED' AND EXISTS (
     SELECT 1 FROM "RoleGrant" g WHERE g."membershipId" = m."id" AND g."state" = 'HELD' AND ${answersFor("EDIT", now)})
   GROUP BY h."associationId"`;

/** Proposals that wait for the word of an association this person answers for; not their own (rule PJ2). */
const approvals = (me: Sql, now: Date) => sql`
  SELECT 'approvals', count(*)::int, NULL::timestamptz, min(a."askedAt"), p."associationId", NULL::uuid,
         (array_agg(a."askedById" ORDER BY a."askedAt"))[1], ''
    FROM "Membership" m JOIN "Project" p ON p."associationId" = m."associationId" AND p."needsApproval"
    JOIN "ProjectApproval" a ON a."projectId" = p."id" AND a."state" = 'ASKED'
   WHERE m."memberId" = ${me} AND m."state" = 'ACTIVE' AND NOT p."isWithheld" AND p."ownerId" IS DISTINCT FROM ${me}
     AND EXISTS (SELECT 1 FROM "RoleGrant" g WHERE g."membershipId" = m."id" AND g."state" = 'HELD' AND ${answersFor("EDIT", now)})
   GROUP BY p."associationId"`;

/** Contributions of others in projects this person leads or takes part in (rule PJ5). */
const contributions = (me: Sql) => sql`
  SELECT 'contributions', count(*)::int, min(k."declaredAt") + make_interval(days => ${CONFIRM_DAYS}), min(k."declaredAt"),
         NULL::uuid, k."projectId", (array_agg(k."memberId" ORDER BY k."declaredAt"))[1], ''
    FROM "Contribution" k
   WHERE k."projectId" = ANY(${projectsOf(me)}) AND k."state" = 'DECLARED' AND k."memberId" <> ${me} AND NOT k."isWithheld"
     AND ${isProjectSeen(sql`k."projectId"`, me)} AND ${takesPartIn(sql`k."projectId"`, me)}
   GROUP BY k."projectId"`;

/**
 * What others did for an association outside its projects, for whoever its charter lets say so, except those who have a charter
 * to accept first (rules PJ5, M11).
 */
const deeds = (me: Sql, at: Sql, now: Date) => sql`
  SELECT 'deeds', count(*)::int, min(k."declaredAt") + ${days(CONFIRM_DAYS)}, min(k."declaredAt"), k."associationId", NULL::uuid,
         (array_agg(k."memberId" ORDER BY k."declaredAt"))[1], ''
    FROM "Membership" m JOIN "Contribution" k ON k."associationId" = m."associationId"
   WHERE m."memberId" = ${me} AND m."state" = 'ACTIVE' AND k."projectId" IS NULL AND k."state" = 'DECLARED'
     AND k."memberId" <> ${me} AND k."declaredAt" > ${at} - ${days(CONFIRM_DAYS)}
     AND ((SELECT c."confirmers" FROM "Charter" c WHERE c."associationId" = m."associationId" ORDER BY c."version" DESC LIMIT 1) = 'ANY_MEMBER'
       OR EXISTS (SELECT 1 FROM "RoleGrant" g WHERE g."membershipId" = m."id" AND g."state" = 'HELD' AND ${answersFor("EDIT", now)}))
     AND NOT EXISTS (
       SELECT 1 FROM "Charter" v WHERE v."associationId" = m."associationId" AND v."isMaterial"
          AND v."publishedAt" + ${days(CHARTER_GRACE_DAYS)} <= ${at} AND v."version" > (
            SELECT c."version" FROM "Pledge" p JOIN "Charter" c ON c."id" = p."charterId"
             WHERE p."membershipId" = m."id" ORDER BY p."acceptedAt" DESC, p."id" DESC LIMIT 1))
   GROUP BY k."associationId"`;

/** The welcome left half-way; after it, a profile that lacks what joining asks (rule M2). */
const ownProfile = (me: Sql) => sql`
  SELECT CASE WHEN m."welcomeStep" IS NULL THEN 'profile' ELSE 'welcome' END, 1, NULL::timestamptz, m."joinedAt",
         NULL::uuid, NULL::uuid, NULL::uuid, coalesce(m."welcomeStep"::text, '')
    FROM "Member" m
   WHERE m."id" = ${me} AND (m."welcomeStep" IS NOT NULL
      OR '' IN (btrim(m."headline"), btrim(m."about"), btrim(m."valueBrought"), btrim(m."audience"))
      OR m."competences" = '{}')`;

/** Texts of the site that changed since this person accepted them (rule PV4). */
const changedDocuments = (me: Sql, documents: readonly LegalDocument[]) => sql`
  SELECT 'documents', count(*)::int, NULL::timestamptz, NULL::timestamptz, NULL::uuid, NULL::uuid, NULL::uuid, ''
    FROM (${pendingOf(sql`(SELECT m."accountId" FROM "Member" m WHERE m."id" = ${me})`, documents)}) p
  HAVING count(*) > 0`;
