import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { addDays, dayOf } from "@/lib/core/duration";
import { readRows } from "@/lib/db/client";
import { fixed, type Sql, sql } from "@/lib/db/sql";
import { ASK_AGAIN_DAYS } from "../offer/rules";
import { day, isCarriedFor } from "../sight/queries";
import type { HelpNeed } from "./types";

type Asking = {
  readonly max: number;
  /** Ids of needs to leave out. */
  readonly except?: readonly string[];
};

/**
 * Where the actor could help: open seats that ask for what they can do, or for what they look for; of those that ask for a
 * contact, an information or a resource, the ones in their province. Nothing whose day has gone by, nothing they lead, offered to,
 * or were told or said «non ora» about lately (rule PT3). What they can do comes first, then what is indispensable, near, due
 * soonest, newest.
 */
export async function listHelpNeeds(actor: Actor, asking: Asking, now = new Date()): Promise<HelpNeed[]> {
  const [row] = await readRows<{ needs: HelpNeed[] }>(sql`SELECT ${helpNeedsOf(actor, asking, now)} AS "needs"`);
  return row?.needs ?? [];
}

/** The same as an array of HelpNeed within the statement of a page. */
export function helpNeedsOf(actor: Actor, { max, except = [] }: Asking, now: Date): Sql {
  const me = sql`${actor.memberId}::uuid`;
  const today = dayOf(now);
  return sql`(
    WITH ${held(me)}, ${sought(me, today)}, ${near(me)}, ${done(me, except, now)}, ${carried(me)},
    fitting AS (
      SELECT s.* FROM near CROSS JOIN (VALUES (true, true), (true, false), (false, true), (false, false)) stage("isHeld", "isCritical")
       CROSS JOIN LATERAL (${seats(true, { today, max })} UNION ALL ${seats(false, { today, max })}) s LIMIT ${fixed(max)})
    SELECT COALESCE(json_agg(${NEED} ORDER BY f."rank", f."due", f."id" DESC), '[]') FROM fitting f)`;
}

/**
 * The first seats of a stage, near or elsewhere: of each competence those due soonest, from which the soonest of all are taken. What
 * comes first, in order: what they can do before what they look for, what is indispensable, what is near. PostgreSQL goes through the
 * stages one after the other, and reads none once there are enough.
 */
function seats(isNear: boolean, { today, max }: { today: string; max: number }): Sql {
  const soonest = sql`"due", "id" DESC LIMIT ${fixed(max)}`;
  const place = isNear ? sql`n."provinceCode" = near."code"` : sql`(n."provinceCode" = near."code") IS NOT TRUE`;
  const free = (asked: Sql) => sql`LATERAL (
    SELECT n."id", ${DUE} AS "due" FROM "Need" n
     WHERE ${asked} AND ${place} AND n."isCritical" = stage."isCritical" AND n."seats" > n."taken" AND n."takesFrom" <> 'NOBODY'
       AND ${DUE} >= ${today}::date AND n."id" <> ALL (ARRAY(SELECT d."needId" FROM done d))
       AND (n."takesFrom" = 'ANYBODY' OR n."projectId" = ANY (ARRAY(SELECT c."id" FROM carried c)))
     ORDER BY ${soonest}) x`;
  const ofCompetences = sql`
    SELECT x.* FROM (SELECT h."id" FROM held h WHERE stage."isHeld" UNION ALL SELECT a."id" FROM sought_alone a WHERE NOT stage."isHeld") w
     CROSS JOIN ${free(sql`n."competenceId" = w."id"`)}`;
  const things = sql`SELECT x.* FROM (SELECT WHERE NOT stage."isHeld") w CROSS JOIN ${free(sql`n."competenceId" IS NULL AND n."kind" <> 'ROLE'`)}`;
  const all = isNear ? sql`${ofCompetences} UNION ALL ${things}` : ofCompetences;
  const rank = sql`(NOT stage."isHeld")::int * 4 + (NOT stage."isCritical")::int * 2 + ${fixed(isNear ? 0 : 1)}`;
  return sql`(SELECT ${rank} AS "rank", ${fixed(isNear)} AS "isNear", y.* FROM (${all}) y ORDER BY ${soonest})`;
}

/** As its indexes have it: what has no day is due last. */
const DUE: Sql = sql`COALESCE(n."dueOn", 'infinity'::date)`;

/** Each competence the actor can answer for, by their own or one below it, with the nearest they hold. */
const held = (me: Sql) => sql`held AS (
  SELECT DISTINCT ON (a."aboveId") a."aboveId" AS "id", mc."competenceId" AS "by"
    FROM "Member" m CROSS JOIN competences_held(m."competences") mc JOIN "CompetenceAncestor" a ON a."competenceId" = mc."competenceId"
   WHERE m."id" = ${me} ORDER BY a."aboveId", a."aboveId" <> mc."competenceId", mc."level" DESC, mc."position")`;

/** What the actor's standing asks name. */
const sought = (me: Sql, today: string) => sql`sought AS (
  SELECT DISTINCT x."competenceId" AS "id" FROM "Exchange" x
   WHERE x."memberId" = ${me} AND x."side" = 'ASK' AND x."withdrawnAt" IS NULL AND (x."untilOn" IS NULL OR x."untilOn" >= ${today}::date)
     AND x."competenceId" IS NOT NULL),
  sought_alone AS (SELECT s."id" FROM sought s WHERE s."id" NOT IN (SELECT h."id" FROM held h))`;

/** The actor's province; no code where they say no place. */
const near = (me: Sql) => sql`near AS (
  SELECT (SELECT own."provinceCode" FROM "Place" own WHERE own."slug" = m."placeSlug") AS "code" FROM "Member" m WHERE m."id" = ${me})`;

/** A HelpNeed of what was found. */
const NEED: Sql = sql`(SELECT json_build_object(
  'id', n."id", 'title', n."title", 'kind', n."kind", 'isCritical', n."isCritical", 'dueOn', ${day(sql`n."dueOn"`)},
  'project', json_build_object('slug', p."slug", 'title', p."title", 'locale', p."contentLocale", 'place', p."placeSlug",
    'association', (SELECT a."name" FROM "Association" a WHERE a."id" = p."associationId")),
  'held', (SELECT c."slug" FROM held h JOIN "Competence" c ON c."id" = h."by" WHERE h."id" = n."competenceId"),
  'sought', (SELECT c."slug" FROM sought s JOIN "Competence" c ON c."id" = s."id" WHERE s."id" = n."competenceId"),
  'isNear', f."isNear") FROM "Need" n JOIN "Project" p ON p."id" = n."projectId" WHERE n."id" = f."id")`;

/** The projects for members only that take the actor's offers: not from a pause. Same as mayOffer. */
const carried = (me: Sql) =>
  sql`carried AS (SELECT p."id" FROM "Project" p WHERE p."isMembersOnly" AND ${isCarriedFor(me, "ACTIVE")})`;

/** Needs of what the actor leads, those they have to do with, or had lately; and those to leave out. */
const done = (me: Sql, except: readonly string[], now: Date) => sql`done AS (
  SELECT q."needId" FROM "NeedAsk" q
   WHERE q."toId" = ${me} AND q."state" = 'DECLINED' AND q."closedAt" > ${addDays(now, -ASK_AGAIN_DAYS)}::timestamptz
  UNION ALL
  SELECT o."needId" FROM "NeedOffer" o
   WHERE o."memberId" = ${me} AND (o."state" IN ('WAITING', 'QUEUED', 'ACCEPTED')
      OR o."state" = 'DECLINED' AND o."closedAt" > ${addDays(now, -ASK_AGAIN_DAYS)}::timestamptz)
  UNION ALL
  SELECT n."id" FROM "Project" p JOIN "Need" n ON n."projectId" = p."id" WHERE p."ownerId" = ${me}
  UNION ALL
  SELECT unnest(${[...except]}::uuid[]))`;
