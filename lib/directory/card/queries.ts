import "server-only";
import { type Sql, sql } from "@/lib/db/sql";
import type { LookerFacts } from "../looker/queries";
import { PARTS } from "../part/rules";

const shows = (part: keyof typeof PARTS): Sql => sql`e."shows" & ${PARTS[part]}::int <> 0`;

/** A list as JSON where the entry shows that part, else an empty one. */
const listed = (part: keyof typeof PARTS, rows: Sql): Sql =>
  sql`CASE WHEN ${shows(part)} THEN (SELECT COALESCE(jsonb_agg(x.one ORDER BY x.at), '[]') FROM (${rows}) x) ELSE '[]' END`;

const COMPETENCES = sql`SELECT jsonb_build_object('slug', c."slug", 'level', s."level") AS one, s."position" AS at
  FROM "MemberCompetence" s JOIN "Competence" c ON c."id" = s."competenceId" WHERE s."memberId" = m."id"`;
const VALUES = sql`SELECT to_jsonb(v."valueSlug") AS one, v."position" AS at FROM "MemberValue" v WHERE v."memberId" = m."id"`;

/** Offers or asks that stand on a day, newest first. */
const exchanges = (side: "OFFER" | "ASK", today: string): Sql => sql`
  SELECT jsonb_build_object('title', x."title", 'locale', x."locale", 'competence', c."slug", 'untilOn', x."untilOn") AS one,
         row_number() OVER (ORDER BY x."createdAt" DESC, x."id" DESC) AS at
    FROM "Exchange" x LEFT JOIN "Competence" c ON c."id" = x."competenceId"
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
export const personOf = (looker: LookerFacts, today: string): Sql => sql`jsonb_build_object(
  'handle', m."handle", 'name', m."name", 'headline', m."headline",
  'placeSlug', e."placeSlug", 'provinceCode', p."provinceCode", 'regionSlug', p."regionSlug",
  'card', jsonb_build_object(
    'photoId', CASE WHEN ${shows("photo")} THEN m."photoId" END, 'locale', m."contentLocale",
    'competences', ${listed("competences", COMPETENCES)},
    'offers', ${listed("offers", exchanges("OFFER", today))},
    'asks', ${listed("asks", exchanges("ASK", today))},
    'values', ${listed("values", VALUES)}),
  'associations', ${associations(looker)})`;
