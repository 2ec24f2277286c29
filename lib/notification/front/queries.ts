import "server-only";
import { dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { type Sql, sql } from "@/lib/db/sql";
import { coveredShare } from "@/lib/project/sight/queries";
import { associationAt, endsOf, listOf, projectAt, valuesOf } from "../place/queries";
import type { Ends } from "../place/types";
import type { FrontView, PublicNames } from "./types";

const ASSOCIATIONS = 3;
const WANTED = 2;
const DEEDS = 4;
const DEED_DAYS = 180;
const FLOOR_VALUES = 6;

/**
 * The first page, the same for everybody. Which associations stand in it changes every day and favours none: neither
 * size nor activity counts. One statement.
 */
export async function findFront(now = new Date()): Promise<FrontView> {
  const [row] = await db.$queryRaw<FrontView[]>`
    WITH "ofTheDay" AS MATERIALIZED (${ofTheDay(now)})
    SELECT ARRAY(${FLOOR_WORDS}) AS "values",
           (SELECT count(*)::int FROM "Association" a WHERE a."state" <> 'CLOSED') AS "associationCount",
           ${listOf(associations(now))} AS "associations", ${listOf(deeds(now))} AS "deeds"`;
  if (!row) throw new Error("a statement without FROM gives one row");
  return row;
}

/** So many associations lay the floor: more would only blend. */
const FLOOR_ASSOCIATIONS = 12;

/** The associations of a day, others every day. */
const ofTheDay = (now: Date): Sql => sql`
  SELECT a."id", a."slug", a."name", md5(a."slug" || ${dayOf(now)}) AS "turn" FROM "Association" a WHERE a."state" <> 'CLOSED'
   ORDER BY "turn" LIMIT ${FLOOR_ASSOCIATIONS}`;

/** The first value of each association of the day, then the second, and so on. */
const FLOOR_WORDS: Sql = sql`
  SELECT u."word" FROM "ofTheDay" a, unnest(${valuesOf(sql`a."id"`)}) WITH ORDINALITY AS u("word", "position")
   GROUP BY u."word" ORDER BY min(u."position"), count(*) DESC, u."word" LIMIT ${FLOOR_VALUES}`;

const associations = (now: Date) => sql`
  SELECT a."slug", a."name", ${valuesOf(sql`a."id"`)} AS "values",
         ARRAY(SELECT p."placeSlug" FROM "AssociationPlace" p WHERE p."associationId" = a."id" ORDER BY p."position") AS "places",
         ${endsOf(sql`k."associationId" = a."id"`, sql`${now}::timestamptz`)} AS "counts",
         ARRAY(SELECT n."title" FROM "Project" p JOIN "Need" n ON n."projectId" = p."id"
                WHERE p."id" IN (SELECT c."projectId" FROM "ProjectCarrier" c WHERE c."associationId" = a."id")
                  AND NOT p."isMembersOnly" AND NOT p."isWithheld" AND p."state" IN ('PROPOSED', 'FEASIBILITY', 'ACTIVE')
                  AND n."seats" > n."taken"
                ORDER BY n."isCritical" DESC, n."dueOn" NULLS LAST, n."id" LIMIT ${WANTED}) AS "wanted"
    FROM "ofTheDay" a ORDER BY a."turn" LIMIT ${ASSOCIATIONS}`;

/** For everybody to see: not kept for members, nor hidden by a measure, nor left behind by an association that closed. */
const isForAll: Sql = sql`NOT p."isMembersOnly" AND NOT p."isWithheld" AND NOT EXISTS (
  SELECT 1 FROM "Association" g WHERE g."id" = p."associationId" AND g."state" = 'CLOSED')`;

/** When a project was last concluded, started or proposed, as its index has it. */
const LATEST_TURN: Sql = sql`coalesce(p."concludedAt", p."startedAt", p."createdAt")`;

/** Projects for everybody by their latest turn; the people in them are left to their own pages. */
const deeds = (now: Date) => sql`
  SELECT ${projectAt(sql`p."id"`)} AS "project", ${associationAt(sql`p."associationId"`)} AS "association",
         CASE p."state" WHEN 'COMPLETED' THEN 'concluded' WHEN 'ACTIVE' THEN 'started' ELSE 'proposed' END AS "turn",
         ${LATEST_TURN} AS "at",
         ${coveredShare(sql`p."id"`)} AS "covered"
    FROM "Project" p
   WHERE ${isForAll} AND p."state" IN ('PROPOSED', 'FEASIBILITY', 'ACTIVE', 'COMPLETED')
     AND ${LATEST_TURN} > ${now}::timestamptz - make_interval(days => ${DEED_DAYS})
   ORDER BY 4 DESC LIMIT ${DEEDS}`;

const PEOPLE_MIN = 5;
const KEPT_MS = 600_000;
const kept = globalThis as typeof globalThis & { tesseraKept?: { at: number; answer: Promise<Ends | null> } };

/**
 * Promises closed in the last twelve months by everybody together; null while fewer than five people made them (rule
 * PV5). A sum over the whole site that names nobody: counted again every ten minutes at most.
 */
export function countPromises(now = new Date()): Promise<Ends | null> {
  if (kept.tesseraKept && now.getTime() - kept.tesseraKept.at < KEPT_MS) return kept.tesseraKept.answer;
  const answer = db.$queryRaw<{ counts: Ends; people: number }[]>`
    SELECT ${endsOf(sql`true`, sql`${now}::timestamptz`)} AS "counts",
           (SELECT count(DISTINCT k."memberId")::int FROM "Commitment" k
             WHERE k."closedAt" > ${now}::timestamptz - interval '12 months') AS "people"`.then(([row]) =>
    row && row.people >= PEOPLE_MIN ? row.counts : null,
  );
  kept.tesseraKept = { at: now.getTime(), answer };
  answer.catch(() => {
    delete kept.tesseraKept;
  });
  return answer;
}

/** The most addresses of one sort that the map of the site names; beyond, the lists lead on. */
const NAMED_MAX = 10_000;

/** Names in the addresses of what everybody may read; people only where they asked search engines in (rule PV2). */
export async function listPublicNames(): Promise<PublicNames> {
  const [row] = await db.$queryRaw<PublicNames[]>`
    SELECT ARRAY(SELECT a."slug" FROM "Association" a WHERE a."state" <> 'CLOSED' ORDER BY a."id" LIMIT ${NAMED_MAX}) AS "associations",
           ARRAY(SELECT p."slug" FROM "Project" p WHERE ${isForAll} AND p."state" <> 'IDEA'
                  ORDER BY p."id" DESC LIMIT ${NAMED_MAX}) AS "projects",
           ARRAY(SELECT p."slug" FROM "Project" p WHERE ${isForAll} AND p."state" = 'COMPLETED'
                  ORDER BY p."id" DESC LIMIT ${NAMED_MAX}) AS "results",
           ARRAY(SELECT m."handle" FROM "Member" m WHERE m."isPublic" AND m."isIndexed" AND m."accountId" IS NOT NULL
                  ORDER BY m."id" DESC LIMIT ${NAMED_MAX}) AS "people"`;
  return row ?? { associations: [], projects: [], results: [], people: [] };
}
