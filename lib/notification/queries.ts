import "server-only";
import type { LegalDocument } from "@/lib/account/types";
import type { Actor } from "@/lib/auth/actor";
import type { Page } from "@/lib/core/page";
import { db, readRows } from "@/lib/db/client";
import { type Sql, sql } from "@/lib/db/sql";
import { associationAt, isProjectSeen, listOf, personAt, projectAt } from "./place/queries";
import { type Frame, type MailChoice, type NotificationView, OPTIONAL_MAILS, type Told } from "./types";
import { waitingFor } from "./waiting/queries";
import { WEEKLY_HELP } from "./weekly/facts";

/** What the frame of every page shows of whoever is signed in, with what waits for them. One statement. */
export async function findFrame(actor: Actor, documents: readonly LegalDocument[], now = new Date()): Promise<Frame> {
  const [row] = await readRows<Pick<Frame, "waiting" | "values">>(sql`
    SELECT ${listOf(waitingFor(actor.memberId, documents, now))} AS "waiting",
           (SELECT m."values" FROM "Member" m WHERE m."id" = ${actor.memberId}::uuid) AS "values"`);
  if (!row) throw new Error("a statement without FROM gives one row");
  const { handle, name, photoId } = actor;
  return { handle, name, photo: photoId && `/api/files/${photoId}`, ...row };
}

/** The association that a saved search, the subject of «v», is narrowed to; a closed one is not named. */
const searchedIn: Sql = sql`(
  SELECT a."id" FROM "SavedSearch" q JOIN "Association" a ON a."slug" = substring(q."query" from '(?:^|&)association=([^&]*)')
   WHERE q."id" = v."subjectId" AND a."state" <> 'CLOSED')`;

/** An activity «v» in the words of a notification; states are those of now, not of then. */
const TOLD: Sql = sql`
  v."subjectId"::text, ${personAt(sql`v."actorId"`)} AS "actor",
  ${associationAt(sql`coalesce(v."associationId", ${searchedIn})`)} AS "association", ${projectAt(sql`v."projectId"`)} AS "project",
  coalesce((SELECT coalesce(g."role"::text, w."name") FROM "RoleGrant" g LEFT JOIN "OwnRole" w ON w."id" = g."ownRoleId" WHERE g."id" = v."subjectId"),
           (SELECT w."name" FROM "OwnRole" w WHERE w."id" = v."subjectId"),
           (SELECT k."state"::text FROM "Commitment" k WHERE k."id" = v."subjectId"),
           (SELECT p."state"::text FROM "Project" p WHERE p."id" = v."subjectId"),
           (SELECT d."title" FROM "Decision" d WHERE d."id" = v."subjectId"),
           (SELECT p."title" FROM "CoHosting" h JOIN "Project" p ON p."id" = h."projectId" WHERE h."id" = v."subjectId"),
           (SELECT p."title" FROM "LeadOffer" h JOIN "Project" p ON p."id" = h."projectId" WHERE h."id" = v."subjectId"),
           (SELECT n."title" FROM "Need" n WHERE n."id" = v."subjectId"),
           (SELECT q."query" FROM "SavedSearch" q WHERE q."id" = v."subjectId"),
           (SELECT p."untilOn"::text FROM "Pledge" p WHERE p."id" = v."subjectId"), '') AS "detail"`;

/** Null when the activity went with its association or project. */
export async function findTold(activityId: string): Promise<Omit<Told, "kind"> | null> {
  const [row] = await db.$queryRaw<Omit<Told, "kind">[]>`
    SELECT ${TOLD} FROM "Activity" v WHERE v."id" = ${activityId}::uuid`;
  return row ?? null;
}

/** What tells of a saved search goes with it. */
const isKept: Sql = sql`(n."kind" <> 'searchFound' OR EXISTS (SELECT 1 FROM "SavedSearch" q WHERE q."id" = v."subjectId"))`;

const PAGE = 30;

/** What the actor was told, newest first. The cursor is the id of the last one shown; ids grow with time. */
export async function listNotifications(actor: Actor, cursor: string | null): Promise<Page<NotificationView>> {
  const before = cursor ? sql`AND n."id" < ${cursor}::uuid` : sql``;
  const rows = await db.$queryRaw<NotificationView[]>`
    SELECT n."id"::text, n."kind", n."createdAt" AS "at", n."readAt" IS NOT NULL AS "isRead", ${TOLD}
      FROM "Notification" n JOIN "Activity" v ON v."id" = n."activityId"
     WHERE n."memberId" = ${actor.memberId}::uuid AND ${isProjectSeen(sql`v."projectId"`, sql`n."memberId"`)} AND ${isKept} ${before}
     ORDER BY n."id" DESC LIMIT ${PAGE + 1}`;
  const items = rows.slice(0, PAGE);
  return { items, nextCursor: rows.length > PAGE ? (items.at(-1)?.id ?? null) : null };
}

/** For each mail one may do without, whether the actor wants it (rule NT1). */
export async function listMailChoices(actor: Actor): Promise<MailChoice[]> {
  const rows = await db.notificationPreference.findMany({
    where: { memberId: actor.memberId },
    select: { kind: true, byMail: true },
  });
  const chosen = new Map(rows.map(({ kind, byMail }) => [kind, byMail]));
  return OPTIONAL_MAILS.map((kind) => ({ kind, isWanted: chosen.get(kind) ?? true }));
}

/** Whether the actor wants the weekly mail of where they can help; nobody gets it who did not ask (rule NT1). */
export async function wantsWeeklyHelp({ memberId }: Actor): Promise<boolean> {
  const where = { memberId_kind: { memberId, kind: WEEKLY_HELP } };
  return (await db.notificationPreference.findUnique({ where, select: { byMail: true } }))?.byMail ?? false;
}
