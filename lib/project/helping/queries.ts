import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { addDays, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { type Sql, sql } from "@/lib/db/sql";
import { ASK_AGAIN_DAYS } from "../offer/rules";
import { ASSOCIATION, CARRIERS, day, isVisible } from "../sight/queries";
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
 * first of each competence, and all that is near, hold what is first of all.
 */
export async function listHelpNeeds(actor: Actor, { max, except = [] }: Asking, now = new Date()): Promise<HelpNeed[]> {
  const me = sql`${actor.memberId}::uuid`;
  const isFree = sql`${isOpenTo(actor, me)} AND n."seats" > n."taken" AND NOT ${isAnswered(me, now)} AND ${isNone(except)}`;
  const rows = await db.$queryRaw<{ need: HelpNeed }[]>`
    WITH ${held(me)}, ${sought(me, dayOf(now))}, ${near(me)},
    wanted AS (SELECT h."id" FROM held h UNION SELECT s."id" FROM sought s),
    fitting AS (
      SELECT x."id" FROM wanted w CROSS JOIN LATERAL (
        SELECT n."id" FROM "Need" n JOIN "Project" p ON p."id" = n."projectId" WHERE n."competenceId" = w."id" AND ${isFree}
         ORDER BY n."isCritical" DESC, n."dueOn", p."createdAt" DESC, n."id" LIMIT ${max}) x
      UNION
      SELECT n."id" FROM "Project" p JOIN "Need" n ON n."projectId" = p."id"
       WHERE p."placeSlug" IN (SELECT * FROM near) AND ${isFree}
         AND (n."competenceId" IN (SELECT w."id" FROM wanted w) OR n."competenceId" IS NULL AND n."kind" <> 'ROLE'))
    SELECT ${NEED} AS "need"
      FROM fitting f JOIN "Need" n ON n."id" = f."id" JOIN "Project" p ON p."id" = n."projectId"
      LEFT JOIN held h ON h."id" = n."competenceId" LEFT JOIN sought s ON s."id" = n."competenceId"
     ORDER BY h."slug" IS NULL, n."isCritical" DESC, NOT ${IS_NEAR}, n."dueOn", p."createdAt" DESC, n."id"
     LIMIT ${max}`;
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

/** The places of the actor's province. */
const near = (me: Sql) => sql`near AS (
  SELECT l."slug" FROM "Member" m JOIN "Place" own ON own."slug" = m."placeSlug" JOIN "Place" l ON l."provinceCode" = own."provinceCode"
   WHERE m."id" = ${me})`;

const IS_NEAR: Sql = sql`COALESCE(p."placeSlug" IN (SELECT * FROM near), false)`;

const NEED: Sql = sql`jsonb_build_object(
  'id', n."id", 'title', n."title", 'kind', n."kind", 'isCritical', n."isCritical", 'dueOn', ${day(sql`n."dueOn"`)},
  'project', jsonb_build_object('slug', p."slug", 'title', p."title", 'locale', p."contentLocale", 'place', p."placeSlug",
                                'association', ${ASSOCIATION}),
  'held', h."slug", 'sought', s."slug", 'isNear', ${IS_NEAR})`;

/** Whether p takes offers, of the actor as well: not their own, and where it is for members only, not from a pause. Same as mayOffer. */
const isOpenTo = (actor: Actor, me: Sql) => sql`(
  p."state" IN ('PROPOSED', 'FEASIBILITY', 'ACTIVE') AND p."ownerId" IS DISTINCT FROM ${me} AND ${isVisible(actor)}
  AND (NOT p."isMembersOnly" OR EXISTS (
    SELECT 1 FROM ${CARRIERS} JOIN "Membership" b ON b."associationId" = c."associationId"
     WHERE b."memberId" = ${me} AND b."state" = 'ACTIVE')))`;

/** Whether n is none of these. */
const isNone = (ids: readonly string[]) => sql`n."id" <> ALL(${[...ids]}::uuid[])`;

const isAnswered = (me: Sql, now: Date) => sql`(EXISTS (
  SELECT 1 FROM "NeedAsk" q WHERE q."needId" = n."id" AND q."toId" = ${me} AND q."state" = 'DECLINED'
     AND q."closedAt" > ${addDays(now, -ASK_AGAIN_DAYS)}::timestamptz) OR EXISTS (
  SELECT 1 FROM "NeedOffer" o WHERE o."needId" = n."id" AND o."memberId" = ${me}
     AND (o."state" IN ('WAITING', 'QUEUED', 'ACCEPTED')
          OR o."state" = 'DECLINED' AND o."closedAt" > ${addDays(now, -ASK_AGAIN_DAYS)}::timestamptz)))`;
