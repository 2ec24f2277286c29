import "server-only";
import type { ActivityKind } from "@/lib/activity/types";
import { type Sql, sql } from "@/lib/db/sql";
import type { Tx } from "@/lib/db/transaction";
import { answersFor } from "@/lib/membership/role/facts";
import type { Responsibility } from "@/lib/membership/role/types";
import { isProjectSeen, takesPartIn } from "./place/queries";
import { WINDOW_HOURS } from "./rules";
import type { Circle, Telling } from "./telling/types";
import type { NotificationKind } from "./types";

export type ActivityFacts = {
  readonly id: string;
  readonly kind: ActivityKind;
  readonly subjectId: string;
  readonly actorId: string | null;
  readonly memberId: string | null;
  readonly associationId: string | null;
  readonly projectId: string | null;
};

type Reader = Pick<Tx, "$queryRaw">;

/** Null when the activity went with its association or project. */
export async function readActivity(tx: Reader, id: string): Promise<ActivityFacts | null> {
  const [row] = await tx.$queryRaw<ActivityFacts[]>`
    SELECT "id"::text, "kind", "subjectId"::text, "actorId"::text, "memberId"::text, "associationId"::text, "projectId"::text
      FROM "Activity" WHERE "id" = ${id}::uuid`;
  return row ?? null;
}

export type Recipient = {
  readonly memberId: string;
  readonly name: string;
  readonly email: string;
  readonly locale: "it" | "en";
  /** Null when they never chose. */
  readonly isMailWanted: boolean | null;
};

/**
 * Those of the circle who are to be told now: never whoever did it, nobody without an account, nobody who may not see
 * the project, nobody when it no longer waits (rule NT2), nobody who has the same still unread (rule NT3).
 */
export function listRecipients(tx: Reader, activity: ActivityFacts, { kind, to }: Telling, now: Date) {
  return tx.$queryRaw<Recipient[]>`
    SELECT m."id"::text AS "memberId", m."name", a."email", a."locale", p."byMail" AS "isMailWanted"
      FROM "Member" m JOIN "Account" a ON a."id" = m."accountId"
      LEFT JOIN "NotificationPreference" p ON p."memberId" = m."id" AND p."kind" = ${kind}
     WHERE m."id" IN (${CIRCLES[to](activity, now)})
       AND m."id" IS DISTINCT FROM ${activity.actorId}::uuid
       AND ${stillWaits(kind, activity, now)} AND ${isProjectSeen(sql`${activity.projectId}::uuid`, sql`m."id"`)}
       AND NOT EXISTS (
         SELECT 1 FROM "Notification" n JOIN "Activity" v ON v."id" = n."activityId"
          WHERE n."memberId" = m."id" AND n."kind" = ${kind} AND v."subjectId" = ${activity.subjectId}::uuid
            AND n."readAt" IS NULL AND n."createdAt" > ${now}::timestamptz - make_interval(hours => ${WINDOW_HOURS}))
     ORDER BY m."id"`;
}

const CIRCLES: Readonly<Record<Circle, (activity: ActivityFacts, now: Date) => Sql>> = {
  person: ({ memberId }) => sql`SELECT ${memberId}::uuid`,
  admitters: (activity, now) => answering(activity, "ADMIT", now),
  editors: (activity, now) => answering(activity, "EDIT", now),
  granters: (activity, now) => answering(activity, "GRANT", now),
  members: ({ associationId }) => sql`
    SELECT s."memberId" FROM "Membership" s WHERE s."associationId" = ${associationId}::uuid AND s."state" = 'ACTIVE'`,
  grantor: ({ subjectId }) => sql`SELECT g."grantedById" FROM "RoleGrant" g WHERE g."id" = ${subjectId}::uuid`,
  holders: ({ subjectId }) => sql`
    SELECT s."memberId" FROM "RoleGrant" g JOIN "Membership" s ON s."id" = g."membershipId"
     WHERE g."ownRoleId" = ${subjectId}::uuid AND g."state" = 'HELD'`,
  promiser: ({ subjectId }) =>
    sql`SELECT coalesce(k."memberId", k."declaredById") FROM "Commitment" k WHERE k."id" = ${subjectId}::uuid`,
  lead: ({ projectId }) => sql`SELECT j."ownerId" FROM "Project" j WHERE j."id" = ${projectId}::uuid`,
  participants: ({ projectId }) => sql`
    SELECT o."memberId" FROM "Need" d JOIN "NeedOffer" o ON o."needId" = d."id"
     WHERE d."projectId" = ${projectId}::uuid AND o."state" = 'ACCEPTED'
    UNION SELECT j."ownerId" FROM "Project" j
     WHERE j."id" = ${projectId}::uuid AND ${takesPartIn(sql`j."id"`, sql`j."ownerId"`)}`,
  dreamers: ({ projectId }) => sql`
    SELECT c."memberId" FROM "CoProposer" c
     WHERE c."projectId" = ${projectId}::uuid AND c."withdrawnAt" IS NULL AND NOT EXISTS (
       SELECT 1 FROM "SeatAsk" q WHERE q."coProposerId" = c."id" AND q."state" = 'OPEN')`,
  hands: ({ projectId }) => sql`SELECT h."id" FROM "Member" h WHERE had_part(${projectId}::uuid, h."id")`,
  coHostEditors: ({ projectId }, now) => sql`
    SELECT s."memberId" FROM "CoHosting" h JOIN "Membership" s ON s."associationId" = h."associationId" JOIN "RoleGrant" g ON g."membershipId" = s."id"
     WHERE h."projectId" = ${projectId}::uuid AND h."state" = 'CARRYING' AND s."state" = 'ACTIVE' AND g."state" = 'HELD'
       AND ${answersFor("EDIT", now)}`,
  moderators: (activity, now) => sql`
    SELECT told."memberId" FROM (${answering(activity, "MODERATE", now)}) told WHERE told."memberId" IS DISTINCT FROM ${activity.memberId}::uuid`,
  electors: ({ associationId, subjectId }) => sql`
    SELECT e."memberId" FROM "Elector" e
      JOIN "Membership" s ON s."memberId" = e."memberId" AND s."associationId" = ${associationId}::uuid
     WHERE e."decisionId" = ${subjectId}::uuid AND s."state" = 'ACTIVE'`,
};

function answering({ associationId }: ActivityFacts, responsibility: Responsibility, now: Date): Sql {
  return sql`
    SELECT s."memberId" FROM "Membership" s JOIN "RoleGrant" g ON g."membershipId" = s."id"
     WHERE s."associationId" = ${associationId}::uuid AND s."state" = 'ACTIVE'
       AND g."state" = 'HELD' AND ${answersFor(responsibility, now)}`;
}

/** What waits for an answer is told only while it waits; an offer taken back, only when it leaves a seat free. */
function stillWaits(kind: NotificationKind, activity: ActivityFacts, now: Date): Sql {
  return WAITS[kind]?.(activity, now) ?? sql`true`;
}

type Waits = (activity: ActivityFacts, now: Date) => Sql;

/** The subject «x», of one table, in a state. */
const subjectIs =
  (table: Sql, state: Sql): Waits =>
  ({ subjectId }) =>
    sql`EXISTS (SELECT 1 FROM ${table} x WHERE x."id" = ${subjectId}::uuid AND x."state"::text IN ${state})`;

/** A statement is asked for while it is the last one of somebody who takes part. */
const pledgeStands: Waits = ({ subjectId }) => sql`EXISTS (
  SELECT 1 FROM "Pledge" x JOIN "Membership" y ON y."id" = x."membershipId" AND y."state" = 'ACTIVE'
   WHERE x."id" = ${subjectId}::uuid
     AND NOT EXISTS (SELECT 1 FROM "Pledge" z WHERE z."membershipId" = y."id" AND z."acceptedAt" > x."acceptedAt"))`;

const applicationWaits = subjectIs(sql`"Application"`, sql`('PENDING')`);

/** What gathers people is told of while it gathers them. */
const isStillAnIdea: Waits = ({ projectId }) =>
  sql`EXISTS (SELECT 1 FROM "Project" x WHERE x."id" = ${projectId}::uuid AND x."state" = 'IDEA')`;

const inCustody = subjectIs(sql`"Association"`, sql`('CUSTODY')`);

/** A charter waits for the word of «m» while they accepted neither that version nor a later one. */
const charterWaits: Waits = ({ subjectId }) => sql`NOT EXISTS (
  SELECT 1 FROM "Charter" x JOIN "Membership" b ON b."associationId" = x."associationId" AND b."memberId" = m."id"
    JOIN "Pledge" q ON q."membershipId" = b."id" JOIN "Charter" y ON y."id" = q."charterId" AND y."version" >= x."version"
   WHERE x."id" = ${subjectId}::uuid)`;

/** Thanks said again after they were taken back are no news: one notice for each who thanks, in each project (rule NT3). */
const thanksNew: Waits = ({ subjectId, actorId, projectId }) => sql`
  EXISTS (SELECT 1 FROM "ResultThanks" x WHERE x."id" = ${subjectId}::uuid) AND NOT EXISTS (
    SELECT 1 FROM "Notification" y JOIN "Activity" z ON z."id" = y."activityId"
     WHERE y."memberId" = m."id" AND y."kind" = 'thanked' AND z."projectId" = ${projectId}::uuid AND z."actorId" = ${actorId}::uuid)`;

const WAITS: Readonly<Partial<Record<NotificationKind, Waits>>> = {
  applicationToDecide: applicationWaits,
  applicationQuestion: applicationWaits,
  applicationReply: applicationWaits,
  vouchAsked: ({ subjectId }) => sql`EXISTS (
    SELECT 1 FROM "Vouch" x JOIN "Application" p ON p."id" = x."applicationId" AND p."state" = 'PENDING'
      JOIN "Membership" s ON s."associationId" = p."associationId" AND s."memberId" = x."sponsorId" AND s."state" = 'ACTIVE'
     WHERE x."id" = ${subjectId}::uuid AND x."state" = 'ASKED')`,
  invitation: ({ subjectId }, now) => sql`EXISTS (
    SELECT 1 FROM "Invitation" x WHERE x."id" = ${subjectId}::uuid AND x."state" = 'PENDING' AND x."expiresAt" > ${now}::timestamptz)`,
  roleOffered: subjectIs(sql`"RoleGrant"`, sql`('OFFERED')`),
  charterToAccept: charterWaits,
  charterDueSoon: charterWaits,
  charterOverdue: charterWaits,
  charterPauseSoon: charterWaits,
  custodyBegun: inCustody,
  custodyCalled: inCustody,
  pledgeEnding: pledgeStands,
  pledgeOver: pledgeStands,
  pauseOver: subjectIs(sql`"Membership"`, sql`('PAUSED')`),
  silent: subjectIs(sql`"Membership"`, sql`('ACTIVE')`),
  periodEnding: subjectIs(sql`"Membership"`, sql`('ACTIVE')`),
  fellBehind: ({ subjectId }) =>
    sql`EXISTS (SELECT 1 FROM "Membership" x WHERE x."id" = ${subjectId}::uuid AND x."behindSince" IS NOT NULL)`,
  helpAsked: ({ subjectId }) =>
    sql`EXISTS (SELECT 1 FROM "HelpAsking" x WHERE x."id" = ${subjectId}::uuid AND x."closedAt" IS NULL)`,
  ideaInvited: subjectIs(sql`"IdeaInvitation"`, sql`('OPEN')`),
  ideaReady: isStillAnIdea,
  ideaJoined: isStillAnIdea,
  ideaLeft: isStillAnIdea,
  seatAsked: subjectIs(sql`"SeatAsk"`, sql`('OPEN')`),
  approvalAsked: subjectIs(sql`"ProjectApproval"`, sql`('ASKED')`),
  seatEnding: ({ subjectId }) => sql`EXISTS (
    SELECT 1 FROM "NeedOffer" x WHERE x."needId" = ${subjectId}::uuid AND x."memberId" = m."id" AND x."state" = 'ACCEPTED')`,
  needAsked: ({ subjectId }, now) => sql`EXISTS (
    SELECT 1 FROM "NeedAsk" x WHERE x."needId" = ${subjectId}::uuid AND x."toId" = m."id" AND x."state" = 'OPEN' AND x."expiresAt" > ${now}::timestamptz)`,
  thanked: thanksNew,
  beyondToDecide: subjectIs(sql`"BeyondOffer"`, sql`('WAITING')`),
  offerToDecide: subjectIs(sql`"NeedOffer"`, sql`('WAITING', 'QUEUED')`),
  handoverOffered: subjectIs(sql`"ProjectHandover"`, sql`('OFFERED')`),
  taskAsked: subjectIs(sql`"TaskAsk"`, sql`('ASKED')`),
  coHostAsked: subjectIs(sql`"CoHosting"`, sql`('ASKED')`),
  leadOffered: subjectIs(sql`"LeadOffer"`, sql`('OFFERED')`),
  contributionToConfirm: ({ subjectId }) => sql`EXISTS (
    SELECT 1 FROM "Contribution" x WHERE x."id" = ${subjectId}::uuid AND x."state" = 'DECLARED' AND NOT x."isWithheld")`,
  decisionOpened: ({ subjectId }, now) => sql`EXISTS (
    SELECT 1 FROM "Decision" x JOIN "Elector" y ON y."decisionId" = x."id" AND y."memberId" = m."id"
     WHERE x."id" = ${subjectId}::uuid AND x."state" = 'OPEN' AND x."closesAt" > ${now}::timestamptz AND NOT y."hasVoted")`,
  caseVoteOpened: ({ subjectId }, now) => sql`EXISTS (
    SELECT 1 FROM "Decision" x JOIN "Elector" y ON y."decisionId" = x."id" AND y."memberId" = m."id"
     WHERE x."id" = ${subjectId}::uuid AND x."state" = 'OPEN' AND x."closesAt" > ${now}::timestamptz AND NOT y."hasVoted")`,
  chargeOffered: ({ subjectId }) => sql`EXISTS (
    SELECT 1 FROM "Charge" x
     WHERE x."decisionId" = ${subjectId}::uuid AND x."responsibleId" = m."id" AND x."state" = 'OFFERED')`,
  searchFound: ({ subjectId }) =>
    sql`a."suspendedAt" IS NULL AND EXISTS (SELECT 1 FROM "SavedSearch" x WHERE x."id" = ${subjectId}::uuid)`,
  offerWithdrawn: ({ id }) =>
    sql`EXISTS (SELECT 1 FROM "Activity" x WHERE x."id" = ${id}::uuid AND x."data"->>'wasSeated' = '1')`,
};
