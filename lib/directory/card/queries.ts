import "server-only";
import { db } from "@/lib/db/client";
import { type Sql, sql } from "@/lib/db/sql";
import type { LookerFacts } from "../looker/queries";
import { PARTS } from "../part/rules";
import type { FoundPerson, PeopleList } from "../types";

const shows = (part: keyof typeof PARTS): Sql => sql`e."shows" & ${PARTS[part]}::int <> 0`;

/** A list as JSON where the entry shows that part, else an empty one. */
const listed = (part: keyof typeof PARTS, rows: Sql): Sql =>
  sql`CASE WHEN ${shows(part)} THEN (SELECT COALESCE(jsonb_agg(x.one ORDER BY x.at), '[]') FROM (${rows}) x) ELSE '[]' END`;

/** The slug of a competence, by its key: joined, all of them would be read for each person. */
const slugOf = (id: Sql): Sql => sql`(SELECT c."slug" FROM "Competence" c WHERE c."id" = ${id})`;

const COMPETENCES = sql`SELECT jsonb_build_object('slug', ${slugOf(sql`s."competenceId"`)}, 'level', s."level") AS one, s."position" AS at
  FROM "MemberCompetence" s WHERE s."memberId" = m."id"`;
const VALUES = sql`SELECT to_jsonb(v."valueSlug") AS one, v."position" AS at FROM "MemberValue" v WHERE v."memberId" = m."id"`;

/** Offers or asks that stand on a day, newest first. */
const exchanges = (side: "OFFER" | "ASK", today: string): Sql => sql`
  SELECT jsonb_build_object('title', x."title", 'locale', x."locale", 'competence', ${slugOf(sql`x."competenceId"`)}, 'untilOn', x."untilOn") AS one,
         row_number() OVER (ORDER BY x."createdAt" DESC, x."id" DESC) AS at
    FROM "Exchange" x
   WHERE x."memberId" = m."id" AND x."side" = ${side}::"ExchangeSide" AND x."withdrawnAt" IS NULL
     AND (x."untilOn" IS NULL OR x."untilOn" >= ${today}::date)`;

/** Belongings that their owner opened to this class of viewers, and those that whoever looks shares; three at most, shared first. */
const associations = ({ associationIds, memberId }: LookerFacts): Sql => sql`(
  SELECT COALESCE(jsonb_agg(jsonb_build_object('slug', a."slug", 'name', a."name", 'isShared', a.is_shared, 'values', (
      SELECT COALESCE(jsonb_agg(COALESCE(v."valueSlug", v."name") ORDER BY v."position"), '[]') FROM "CharterValue" v
       WHERE v."charterId" = (SELECT h."id" FROM "Charter" h WHERE h."associationId" = a."id" AND h."publishedAt" <= now() ORDER BY h."version" DESC LIMIT 1)
    )) ORDER BY a.is_shared DESC, a."name"), '[]')
    FROM (SELECT s."id", s."slug", s."name", b."memberId" IS DISTINCT FROM ${memberId}::uuid AND s."id" = ANY (${associationIds}::uuid[]) AS is_shared
            FROM "Membership" b JOIN "Association" s ON s."id" = b."associationId"
           WHERE b."memberId" = m."id" AND b."state" IN ('ACTIVE', 'PAUSED') AND s."state" <> 'CLOSED'
             AND (s."id" = ANY (${associationIds}::uuid[]) OR (b."isVisible" AND ${shows("memberships")}))
           ORDER BY 4 DESC, s."name" LIMIT 3) a)`;

/** One person as JSON, from the entry `e`, the member `m` and the place `p`: what the entry's class of viewers sees of them on a day. */
const personOf = (looker: LookerFacts, today: string): Sql => sql`jsonb_build_object(
  'id', e."id", 'handle', m."handle", 'name', m."name", 'headline', m."headline",
  'placeSlug', e."placeSlug", 'provinceCode', p."provinceCode", 'regionSlug', p."regionSlug",
  'card', jsonb_build_object(
    'photoId', CASE WHEN ${shows("photo")} THEN m."photoId" END, 'locale', m."contentLocale",
    'competences', ${listed("competences", COMPETENCES)},
    'offers', ${listed("offers", exchanges("OFFER", today))},
    'asks', ${listed("asks", exchanges("ASK", today))},
    'values', ${listed("values", VALUES)}),
  'associations', ${associations(looker)})`;

export type Card = Omit<FoundPerson, "isNamed"> & { readonly id: number };
type Cards = { readonly cards: readonly Card[]; readonly associations: PeopleList["associations"] };
type Wanted = { readonly looker: LookerFacts; readonly today: string; readonly association: string | null };

/**
 * The cards of entries, in no order, and the associations a list can be narrowed to: one's own, and the one chosen. One statement, of
 * one shape.
 */
export async function listCards(ids: readonly number[], { looker, today, association }: Wanted): Promise<Cards> {
  const [row] = await db.$queryRaw<Cards[]>(sql`
  SELECT (SELECT COALESCE(jsonb_agg(${personOf(looker, today)}), '[]')
            FROM "DirectoryEntry" e JOIN "Member" m ON m."id" = e."memberId" LEFT JOIN "Place" p ON p."slug" = e."placeSlug"
           WHERE e."id" = ANY (${ids}::int[])) AS cards,
         (SELECT COALESCE(jsonb_agg(jsonb_build_object('slug', a."slug", 'name', a."name") ORDER BY a."name"), '[]') FROM "Association" a
           WHERE a."id" = ANY (${looker.associationIds}::uuid[]) OR (a."slug" = ${association} AND a."state" <> 'CLOSED')) AS associations`);
  return row ?? { cards: [], associations: [] };
}
