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
 * soonest. One statement: what is first of each competence, there and near, holds what is first of all.
 */
export async function listHelpNeeds(actor: Actor, asking: Asking, now = new Date()): Promise<HelpNeed[]> {
  const [row] = await readRows<{ needs: HelpNeed[] }>(sql`SELECT ${helpNeedsOf(actor, asking, now)} AS "needs"`);
  return row?.needs ?? [];
}

/** The same as an array of HelpNeed within the statement of a page. */
export function helpNeedsOf(actor: Actor, { max, except = [] }: Asking, now: Date): Sql {
  const me = sql`${actor.memberId}::uuid`;
  const today = dayOf(now);
  const isFree = sql`${isOpenTo(me)} AND n."seats" > n."taken" AND (n."dueOn" IS NULL OR n."dueOn" >= ${today}::date)
    AND n."id" NOT IN (SELECT d."needId" FROM done d)`;
  const first = (among: Sql) => sql`LATERAL (
    SELECT n."id", n."competenceId", n."isCritical", n."provinceCode", n."dueOn", p."createdAt"
      FROM "Need" n JOIN "Project" p ON p."id" = n."projectId" WHERE ${among} AND ${isFree}
     ORDER BY n."isCritical" DESC, n."dueOn", p."createdAt" DESC, n."id" LIMIT ${fixed(max)}) x`;
  return sql`(
    WITH ${held(me)}, ${sought(me, today)}, ${near(me)}, ${done(me, except, now)},
    wanted AS (SELECT h."id" FROM held h UNION SELECT s."id" FROM sought s),
    fitting AS (
      SELECT x.* FROM wanted w CROSS JOIN ${first(sql`n."competenceId" = w."id"`)}
      UNION
      SELECT x.* FROM near CROSS JOIN wanted w
        CROSS JOIN ${first(sql`n."competenceId" = w."id" AND n."provinceCode" = near."code"`)}
      UNION
      SELECT x.* FROM near
        CROSS JOIN ${first(sql`n."competenceId" IS NULL AND n."kind" <> 'ROLE' AND n."provinceCode" = near."code"`)})
    SELECT COALESCE(json_agg(one."need"), '[]') FROM (
      SELECT ${NEED} AS "need"
        FROM fitting f LEFT JOIN held h ON h."id" = f."competenceId" LEFT JOIN sought s ON s."id" = f."competenceId"
       ORDER BY h."by" IS NULL, f."isCritical" DESC, NOT ${IS_NEAR}, f."dueOn", f."createdAt" DESC, f."id"
       LIMIT ${fixed(max)}) one)`;
}

/** Each competence the actor can answer for, by their own or one below it, with the nearest they hold. */
const held = (me: Sql) => sql`held AS (
  SELECT DISTINCT ON (a."aboveId") a."aboveId" AS "id", mc."competenceId" AS "by"
    FROM "Member" m CROSS JOIN competences_held(m."competences") mc JOIN "CompetenceAncestor" a ON a."competenceId" = mc."competenceId"
   WHERE m."id" = ${me} ORDER BY a."aboveId", a."aboveId" <> mc."competenceId", mc."level" DESC, mc."position")`;

/** What the actor's standing asks name. */
const sought = (me: Sql, today: string) => sql`sought AS (
  SELECT DISTINCT x."competenceId" AS "id" FROM "Exchange" x
   WHERE x."memberId" = ${me} AND x."side" = 'ASK' AND x."withdrawnAt" IS NULL AND (x."untilOn" IS NULL OR x."untilOn" >= ${today}::date)
     AND x."competenceId" IS NOT NULL)`;

/** The actor's province; no code where they say no place. */
const near = (me: Sql) => sql`near AS (
  SELECT (SELECT own."provinceCode" FROM "Place" own WHERE own."slug" = m."placeSlug") AS "code" FROM "Member" m WHERE m."id" = ${me})`;

const IS_NEAR: Sql = sql`COALESCE(f."provinceCode" = (SELECT near."code" FROM near), false)`;

/** A HelpNeed of what was found. A statement within, so that it is made for what is shown alone. */
const NEED: Sql = sql`(SELECT json_build_object(
  'id', n."id", 'title', n."title", 'kind', n."kind", 'isCritical', n."isCritical", 'dueOn', ${day(sql`n."dueOn"`)},
  'project', json_build_object('slug', p."slug", 'title', p."title", 'locale', p."contentLocale", 'place', p."placeSlug",
    'association', (SELECT a."name" FROM "Association" a WHERE a."id" = p."associationId")),
  'held', (SELECT c."slug" FROM "Competence" c WHERE c."id" = h."by"), 'sought', (SELECT c."slug" FROM "Competence" c WHERE c."id" = s."id"),
  'isNear', ${IS_NEAR}) FROM "Need" n JOIN "Project" p ON p."id" = n."projectId" WHERE n."id" = f."id")`;

/** Whether p takes offers, of the actor as well: not their own, and where it is for members only, not from a pause. Same as mayOffer. */
const isOpenTo = (me: Sql) => sql`(
  p."state" IN ('PROPOSED', 'FEASIBILITY', 'ACTIVE') AND p."ownerId" IS DISTINCT FROM ${me} AND NOT p."isWithheld"
  AND (NOT p."isMembersOnly" OR ${isCarriedFor(me, "ACTIVE")}))`;

/** Needs the actor has to do with, or had lately; and those to leave out. */
const done = (me: Sql, except: readonly string[], now: Date) => sql`done AS (
  SELECT q."needId" FROM "NeedAsk" q
   WHERE q."toId" = ${me} AND q."state" = 'DECLINED' AND q."closedAt" > ${addDays(now, -ASK_AGAIN_DAYS)}::timestamptz
  UNION ALL
  SELECT o."needId" FROM "NeedOffer" o
   WHERE o."memberId" = ${me} AND (o."state" IN ('WAITING', 'QUEUED', 'ACCEPTED')
      OR o."state" = 'DECLINED' AND o."closedAt" > ${addDays(now, -ASK_AGAIN_DAYS)}::timestamptz)
  UNION ALL
  SELECT unnest(${[...except]}::uuid[]))`;
