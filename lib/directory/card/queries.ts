import "server-only";
import { type Sql, sql } from "@/lib/db/sql";

/** One person as JSON, from `e` and `page`; belongings only where their owner opened them or whoever looks shares them. */
export const personOf = (): Sql => sql`jsonb_build_object(
  'key', page.key, 'id', page.id, 'handle', e."handle", 'name', e."name", 'headline', e."headline",
  'placeSlug', e."placeSlug", 'provinceCode', e."provinceCode", 'regionSlug', e."regionSlug",
  'card', e."card" - 'showsMemberships', 'isNamed', page.is_named,
  'associations', (
    SELECT COALESCE(jsonb_agg(jsonb_build_object('slug', a."slug", 'name', a."name", 'isShared', a.is_shared, 'values', (
        SELECT COALESCE(jsonb_agg(COALESCE(v."valueSlug", v."name") ORDER BY v."position"), '[]') FROM "CharterValue" v
         WHERE v."charterId" = (SELECT h."id" FROM "Charter" h WHERE h."associationId" = a."id" AND h."publishedAt" <= now() ORDER BY h."version" DESC LIMIT 1)
      )) ORDER BY a.is_shared DESC, a."name"), '[]')
      FROM (SELECT s."id", s."slug", s."name", b."memberId" <> (SELECT COALESCE(id, b."memberId") FROM me)
                     AND s."id" = ANY ((SELECT associations FROM me)::uuid[]) AS is_shared
              FROM "Membership" b JOIN "Association" s ON s."id" = b."associationId"
             WHERE b."memberId" = e."memberId" AND b."state" IN ('ACTIVE', 'PAUSED') AND s."state" <> 'CLOSED'
               AND (s."id" = ANY ((SELECT associations FROM me)::uuid[]) OR (b."isVisible" AND (e."card" ->> 'showsMemberships')::boolean))
             ORDER BY 4 DESC, s."name" LIMIT 3) a))`;
