import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { type Sql, sql } from "@/lib/db/sql";
import { day, IS_ALIVE, isInside, isReadable } from "../sight/queries";
import { EVENTS_MAX, spanAround } from "./rules";
import { calendarToken } from "./schema";
import type { CalendarLine, OwnCalendar } from "./types";

/** The actor's own address; null while they have none. */
export async function findOwnCalendar({ memberId }: Actor): Promise<OwnCalendar | null> {
  const row = await db.calendarFeed.findUnique({ where: { memberId }, select: { token: true, issuedAt: true } });
  return row && { token: row.token, since: row.issuedAt.toISOString() };
}

/** Whose an address is, and in which language they read; null for what is no address, or is one no more. */
export async function readHolder(given: string): Promise<{ memberId: string; locale: string } | null> {
  const token = calendarToken.safeParse(given);
  if (!token.success) return null;
  const select = { memberId: true, member: { select: { account: { select: { locale: true } } } } };
  const row = await db.calendarFeed.findUnique({ where: { token: token.data }, select });
  return row?.member.account ? { memberId: row.memberId, locale: row.member.account.locale } : null;
}

/**
 * What has a day for the actor, earliest first: meetings of the projects they take part in, and when their own open tasks and
 * commitments and the things to hand over of the projects they lead are due. What they may not see now is not there (rule A2);
 * nor are days that count no more, once a project has ended. One statement.
 */
export async function listCalendar(actor: Actor, now = new Date()): Promise<CalendarLine[]> {
  const me = sql`${actor.memberId}::uuid`;
  const rows = await db.$queryRaw<{ line: Written }[]>`
    WITH mine AS (
      SELECT p."id", p."ownerId" = ${me} AS "isLead", p."createdAt", ${IS_ALIVE} AS "isAlive", ${PROJECT} AS "of"
        FROM "Project" p
       WHERE p."id" IN (SELECT q."id" FROM "Project" q WHERE q."ownerId" = ${me}
                        UNION
                        SELECT n."projectId" FROM "NeedOffer" o JOIN "Need" n ON n."id" = o."needId"
                         WHERE o."memberId" = ${me} AND o."state" = 'ACCEPTED')
         AND ${isInside(actor)} AND ${isReadable(actor, now)})
    SELECT x."line" FROM (${meetings(me, now)} UNION ALL ${tasks(me, now)} UNION ALL ${deliverables(now)}
                          UNION ALL ${commitments(actor, now)}) x
     ORDER BY x."at", x."id" LIMIT ${EVENTS_MAX}`;
  return rows.map(({ line }) => readLine(line));
}

const PROJECT: Sql = sql`json_build_object('slug', p."slug", 'name', p."title", 'isProject', true)`;
const line = (fields: Sql): Sql => sql`json_build_object(${fields}) AS "line"`;

function within(column: Sql, now: Date): Sql {
  const { from, to } = spanAround(now);
  return sql`${column} BETWEEN ${from}::date AND ${to}::date`;
}

const meetings = (me: Sql, now: Date): Sql => sql`
  SELECT g."id", g."startsAt" AS "at", ${line(sql`'kind', 'meeting', 'id', g."id", 'title', g."title", 'changedAt', g."changedAt", 'of', p."of",
         'startsAt', g."startsAt", 'endsAt', g."endsAt", 'sequence', g."sequence", 'place', g."place", 'link', g."link",
         'isCancelled', g."cancelledAt" IS NOT NULL,
         'isComing', COALESCE((SELECT a."isComing" FROM "MeetingAnswer" a WHERE a."meetingId" = g."id" AND a."memberId" = ${me}), false)`)}
    FROM "Meeting" g JOIN mine p ON p."id" = g."projectId"
   WHERE ${within(sql`(g."startsAt" AT TIME ZONE 'Europe/Rome')::date`, now)}`;

const tasks = (me: Sql, now: Date): Sql => sql`
  SELECT w."id", w."dueOn"::timestamptz, ${line(sql`'kind', 'task', 'id', w."id", 'title', w."title", 'changedAt', w."createdAt",
         'of', p."of", 'on', ${day(sql`w."dueOn"`)}`)}
    FROM "Task" w JOIN mine p ON p."id" = w."projectId" AND p."isAlive"
   WHERE w."ownerId" = ${me} AND w."state" IN ('TODO', 'DOING') AND ${within(sql`w."dueOn"`, now)}`;

const deliverables = (now: Date): Sql => sql`
  SELECT d."id", d."dueOn"::timestamptz, ${line(sql`'kind', 'deliverable', 'id', d."id", 'title', d."title", 'changedAt', p."createdAt",
         'of', p."of", 'on', ${day(sql`d."dueOn"`)}`)}
    FROM "Deliverable" d JOIN mine p ON p."id" = d."projectId" AND p."isAlive" AND p."isLead"
   WHERE d."doneOn" IS NULL AND ${within(sql`d."dueOn"`, now)}`;

/** Of one's own words in a project one may read, or in an association. */
const commitments = (actor: Actor, now: Date): Sql => sql`
  SELECT u."id", u."dueOn"::timestamptz, ${line(sql`'kind', 'commitment', 'id', u."id", 'title', u."text", 'changedAt', u."createdAt",
         'on', ${day(sql`u."dueOn"`)}, 'of', CASE WHEN p."id" IS NOT NULL THEN ${PROJECT}
           ELSE json_build_object('slug', z."slug", 'name', z."name", 'isProject', false) END`)}
    FROM "Commitment" u LEFT JOIN "Project" p ON p."id" = u."projectId" LEFT JOIN "Association" z ON z."id" = u."associationId"
   WHERE u."memberId" = ${actor.memberId}::uuid AND u."state" = 'OPEN' AND ${within(sql`u."dueOn"`, now)}
     AND CASE WHEN p."id" IS NOT NULL THEN ${isReadable(actor, now)} ELSE z."id" IS NOT NULL END`;

type Written = { [Field in keyof CalendarLine]: CalendarLine[Field] extends Date ? string : CalendarLine[Field] } & {
  startsAt?: string;
  endsAt?: string;
};

/** Instants come as text out of JSON. */
function readLine({ changedAt, startsAt, endsAt, ...rest }: Written): CalendarLine {
  const hours = startsAt && endsAt ? { startsAt: new Date(startsAt), endsAt: new Date(endsAt) } : {};
  return { ...rest, ...hours, changedAt: new Date(changedAt) } as CalendarLine;
}
