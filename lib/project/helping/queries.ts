import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { addDays, dayOf } from "@/lib/core/duration";
import { readRows } from "@/lib/db/client";
import { fixed, type Sql, sql } from "@/lib/db/sql";
import { ASK_AGAIN_DAYS } from "../offer/rules";
import { CARRIERS, day } from "../sight/queries";
import type { HelpNeed } from "./types";

type Asking = {
  readonly max: number;
  /** Ids of needs to leave out. */
  readonly except?: readonly string[];
};

/**
 * Where the actor could help: open seats that ask for what they can do, or for what they look for; of those that ask for a
 * contact, an information or a resource, the ones in their province. Nothing they lead, offered to, or were told or said «non ora»
 * about lately (rule PT3). What they can do comes first, then what is indispensable, near, due soonest. One statement: what is
 * first of each competence, there and near, holds what is first of all.
 */
export async function listHelpNeeds(actor: Actor, { max, except = [] }: Asking, now = new Date()): Promise<HelpNeed[]> {
  const me = sql`${actor.memberId}::uuid`;
  const isFree = sql`${isOpenTo(me)} AND n."seats" > n."taken" AND n."id" NOT IN (SELECT d."needId" FROM done d)`;
  const first = (among: Sql) => sql`LATERAL (
    SELECT n."id" FROM "Need" n JOIN "Project" p ON p."id" = n."projectId" WHERE ${among} AND ${isFree}
     ORDER BY n."isCritical" DESC, n."dueOn", p."createdAt" DESC, n."id" LIMIT ${fixed(max)}) x`;
  const rows = await readRows<{ need: HelpNeed }>(sql`
    WITH ${held(me)}, ${sought(me, dayOf(now))}, ${near(me)}, ${done(me, except, now)},
    wanted AS (SELECT h."id" FROM held h UNION SELECT s."id" FROM sought s),
    fitting AS (
      SELECT x."id" FROM wanted w CROSS JOIN ${first(sql`n."competenceId" = w."id"`)}
      UNION
      SELECT x."id" FROM near CROSS JOIN wanted w
        CROSS JOIN ${first(sql`n."competenceId" = w."id" AND n."provinceCode" = near."code"`)}
      UNION
      SELECT x."id" FROM near
        CROSS JOIN ${first(sql`n."competenceId" IS NULL AND n."kind" <> 'ROLE' AND n."provinceCode" = near."code"`)})
    SELECT ${NEED} AS "need"
      FROM fitting f JOIN "Need" n ON n."id" = f."id" JOIN "Project" p ON p."id" = n."projectId"
      LEFT JOIN held h ON h."id" = n."competenceId" LEFT JOIN sought s ON s."id" = n."competenceId"
     ORDER BY h."slug" IS NULL, n."isCritical" DESC, NOT ${IS_NEAR}, n."dueOn", p."createdAt" DESC, n."id"
     LIMIT ${fixed(max)}`);
  return rows.map(({ need }) => need);
}

/** Each competence the actor can answer for, by their own or one below it, with the nearest they hold. */
const held = (me: Sql) => sql`held AS (
  SELECT DISTINCT ON (a."aboveId") a."aboveId" AS "id", c."slug"
    FROM "MemberCompetence" mc JOIN "CompetenceAncestor" a ON a."competenceId" = mc."competenceId"
    JOIN "Competence" c ON c."id" = mc."competenceId"
   WHERE mc."memberId" = ${me} ORDER BY a."aboveId", a."aboveId" <> mc."competenceId", mc."level" DESC, mc."position")`;

/** What the actor's standing asks name. */
const sought = (me: Sql, today: string) => sql`sought AS (
  SELECT DISTINCT c."id", c."slug" FROM "Exchange" x JOIN "Competence" c ON c."id" = x."competenceId"
   WHERE x."memberId" = ${me} AND x."side" = 'ASK' AND x."withdrawnAt" IS NULL AND (x."untilOn" IS NULL OR x."untilOn" >= ${today}::date))`;

/** The actor's province. */
const near = (me: Sql) => sql`near AS (
  SELECT own."provinceCode" AS "code" FROM "Member" m JOIN "Place" own ON own."slug" = m."placeSlug" WHERE m."id" = ${me})`;

const IS_NEAR: Sql = sql`COALESCE(n."provinceCode" = (SELECT near."code" FROM near), false)`;

const NEED: Sql = sql`json_build_object(
  'id', n."id", 'title', n."title", 'kind', n."kind", 'isCritical', n."isCritical", 'dueOn', ${day(sql`n."dueOn"`)},
  'project', json_build_object('slug', p."slug", 'title', p."title", 'locale', p."contentLocale", 'place', p."placeSlug",
                                'association', (SELECT a."name" FROM "Association" a WHERE a."id" = p."associationId")),
  'held', h."slug", 'sought', s."slug", 'isNear', ${IS_NEAR})`;

/** Whether p takes offers, of the actor as well: not their own, and where it is for members only, not from a pause. Same as mayOffer. */
const isOpenTo = (me: Sql) => sql`(
  p."state" IN ('PROPOSED', 'FEASIBILITY', 'ACTIVE') AND p."ownerId" IS DISTINCT FROM ${me} AND NOT p."isWithheld"
  AND (NOT p."isMembersOnly" OR EXISTS (
    SELECT 1 FROM ${CARRIERS} JOIN "Membership" b ON b."associationId" = c."associationId"
     WHERE b."memberId" = ${me} AND b."state" = 'ACTIVE')))`;

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
