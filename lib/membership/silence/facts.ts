import "server-only";
import { type Sql, sql } from "@/lib/db/sql";
import type { Tx } from "@/lib/db/transaction";
import { SILENCE_NOTICE_DAYS } from "./rules";
import type { Silence } from "./types";

type Reader = Pick<Tx, "$queryRaw">;

/**
 * The last sign of life of a membership «m» in its association: since when it is what it is, the last statement, the last act
 * on the record there or in one of its projects, or one off the record; the end of an absence they stated, also one still to
 * come. To listen is to read, so who only listens gives one with every visit.
 */
const lastSign = (now: Date): Sql => sql`GREATEST(m."stateSince", p."acceptedAt",
  (SELECT max(v."at") FROM "Activity" v WHERE v."actorId" = m."memberId" AND v."associationId" = m."associationId"),
  (SELECT max(v."at") FROM "Activity" v JOIN "ProjectCarrier" c ON c."projectId" = v."projectId"
    WHERE v."actorId" = m."memberId" AND c."associationId" = m."associationId"),
  ${offRecord},
  (SELECT max((a."untilOn" + 1)::timestamp AT TIME ZONE 'Europe/Rome') FROM "Absence" a
    WHERE a."membershipId" = m."id" AND a."fromOn" <= (${now}::timestamptz AT TIME ZONE 'Europe/Rome')::date),
  CASE WHEN p."isListening" THEN (SELECT max(z."lastSeenAt") FROM "Session" z JOIN "Member" w ON w."accountId" = z."accountId"
    WHERE w."id" = m."memberId") END)`;

/**
 * What leaves no activity: words about papers, a word for somebody, trust, an absence stated, a ballot. When somebody voted is
 * nobody's matter: of a vote only that they did counts, as of its end, and nothing of what.
 */
const offRecord: Sql = sql`GREATEST(
  (SELECT max(g."at") FROM "ApplicationMessage" g JOIN "Application" x ON x."id" = g."applicationId"
    WHERE g."authorId" = m."memberId" AND x."associationId" = m."associationId"),
  (SELECT max(u."closedAt") FROM "Vouch" u JOIN "Application" x ON x."id" = u."applicationId"
    WHERE u."sponsorId" = m."memberId" AND u."state" = 'GIVEN' AND x."associationId" = m."associationId"),
  (SELECT max(r."givenAt") FROM "RoleTrust" r JOIN "Membership" o ON o."id" = r."membershipId"
    WHERE r."trusterId" = m."memberId" AND o."associationId" = m."associationId"),
  (SELECT max(a."statedAt") FROM "Absence" a WHERE a."membershipId" = m."id"),
  (SELECT max(COALESCE(d."closedAt", d."closesAt")) FROM "Elector" e JOIN "Decision" d ON d."id" = e."decisionId"
    WHERE e."memberId" = m."memberId" AND e."hasVoted" AND d."associationId" = m."associationId"))`;

/** Those who take part and have been silent long enough for a notice; in custody the platform calls, and no timer runs. */
const silent = (now: Date): Sql => sql`
  "Membership" m JOIN "Association" s ON s."id" = m."associationId" AND s."state" = 'OPEN'
  JOIN LATERAL (SELECT q."acceptedAt", q."isListening" FROM "Pledge" q WHERE q."membershipId" = m."id"
                 ORDER BY q."acceptedAt" DESC, q."id" DESC LIMIT 1) p ON true
  CROSS JOIN LATERAL (SELECT ${lastSign(now)} AS "at") sign
 WHERE m."state" = 'ACTIVE' AND m."stateSince" <= ${now}::timestamptz - make_interval(days => ${SILENCE_NOTICE_DAYS})
   AND sign."at" <= ${now}::timestamptz - make_interval(days => ${SILENCE_NOTICE_DAYS})`;

/** Addresses of associations where somebody has been silent for long. */
export async function listSilent(tx: Reader, now: Date): Promise<string[]> {
  const rows = await tx.$queryRaw<{ slug: string }[]>`SELECT DISTINCT s."slug" FROM ${silent(now)} ORDER BY s."slug"`;
  return rows.map(({ slug }) => slug);
}

export type Silent = Silence & { readonly membershipId: string; readonly memberId: string; readonly aboutOn: string };

/** Those silent for long in one association, the longest silence first. The caller holds its lock. */
export function readSilent(tx: Reader, associationId: string, now: Date): Promise<Silent[]> {
  return tx.$queryRaw<Silent[]>`
    WITH silent AS (
      SELECT m."id", m."memberId", sign."at", (sign."at" AT TIME ZONE 'Europe/Rome')::date AS "on"
        FROM ${silent(now)} AND m."associationId" = ${associationId}::uuid)
    SELECT "id"::text AS "membershipId", "memberId"::text, "at" AS "lastSignAt", "on"::text AS "aboutOn",
           (SELECT r."at" FROM "MembershipReminder" r
             WHERE r."membershipId" = silent."id" AND r."kind" = 'SILENCE' AND r."aboutOn" = silent."on") AS "noticedAt"
      FROM silent ORDER BY "at", "id"`;
}
