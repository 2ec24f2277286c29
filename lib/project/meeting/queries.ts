import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { TimedEvent } from "@/lib/core/ical";
import { db } from "@/lib/db/client";
import { type Sql, sql } from "@/lib/db/sql";
import { personOf } from "../sight/queries";
import { findWork } from "../work/queries";
import type { MeetingLine, MeetingsView } from "./types";

const rome = (column: Sql, shape: string): Sql => sql`to_char(${column} AT TIME ZONE 'Europe/Rome', ${shape})`;
const utc = (column: Sql): Sql => sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

const answered = (actor: Actor, isComing: boolean): Sql => sql`(
  SELECT coalesce(json_agg(${personOf(actor, sql`a."memberId"`)} ORDER BY a."answeredAt"), '[]')
    FROM "MeetingAnswer" a WHERE a."meetingId" = g."id" AND a."isComing" = ${isComing})`;

/** The meetings of a project, the next first; null for anybody who does not take part (rule E7). */
export async function findMeetings(actor: Actor, slug: string, now = new Date()): Promise<MeetingsView | null> {
  const work = await findWork(actor, slug, now);
  if (!work) return null;
  const me = sql`${actor.memberId}::uuid`;
  const isOwner = work.project.viewer?.isOwner ?? false;
  const meetings = await db.$queryRaw<MeetingLine[]>`
    SELECT g."id"::text, g."title", ${utc(sql`g."startsAt"`)} AS "startsAt", ${utc(sql`g."endsAt"`)} AS "endsAt",
           ${rome(sql`g."startsAt"`, "YYYY-MM-DD")} AS "on", ${rome(sql`g."startsAt"`, "HH24:MI")} AS "from", ${rome(sql`g."endsAt"`, "HH24:MI")} AS "to",
           g."place", g."link", g."cancelledAt" IS NOT NULL AS "isCancelled", g."endsAt" <= ${now}::timestamptz AS "isOver",
           ${personOf(actor, sql`g."calledById"`)} AS "calledBy", (g."calledById" IS NOT DISTINCT FROM ${me} OR ${isOwner}) AS "isTheirs",
           ${answered(actor, true)} AS "coming",
           CASE WHEN g."calledById" = ${me} THEN ${answered(actor, false)} ELSE '[]'::json END AS "notNow",
           (SELECT a."isComing" FROM "MeetingAnswer" a WHERE a."meetingId" = g."id" AND a."memberId" = ${me}) AS "mine"
      FROM "Meeting" g WHERE g."projectId" = ${work.project.id}::uuid
     ORDER BY g."endsAt" <= ${now}::timestamptz, abs(extract(epoch FROM g."startsAt" - ${now}::timestamptz)), g."id"`;
  return { ...work, meetings };
}

const EVENT = {
  ...{ title: true, startsAt: true, endsAt: true, place: true, link: true },
  ...{ sequence: true, changedAt: true, cancelledAt: true, project: { select: { slug: true, title: true } } },
} as const;

/** One meeting for a calendar, for those who take part; null for anybody else (rules A2, E7). */
export async function findMeetingEvent(
  actor: Actor,
  meetingId: string,
): Promise<(TimedEvent & { readonly slug: string }) | null> {
  const row = await db.meeting.findUnique({ where: { id: meetingId }, select: EVENT });
  if (!row || !(await findWork(actor, row.project.slug))) return null;
  const { project, cancelledAt, link, ...meeting } = row;
  const { slug, title: notes } = project;
  return { ...meeting, uid: `${meetingId}@meeting.tessera`, notes, slug, url: link, isCancelled: cancelledAt !== null };
}
