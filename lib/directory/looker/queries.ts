import "server-only";
import type { Viewer } from "@/lib/auth/actor";
import { type Sql, sql } from "@/lib/db/sql";

/** Who looks, as a single row: for a visitor one of empty lists. */
export const meOf = (viewer: Viewer): Sql => {
  const id = sql`${viewer?.memberId ?? null}::uuid`;
  const used = (side: "OFFER" | "ASK") => sql`ARRAY(SELECT DISTINCT x."competenceId" FROM "Exchange" x
    WHERE x."memberId" = ${id} AND x."side" = ${side}::"ExchangeSide" AND x."competenceId" IS NOT NULL AND x."withdrawnAt" IS NULL
      AND (x."untilOn" IS NULL OR x."untilOn" >= (now() AT TIME ZONE 'Europe/Rome')::date))`;
  return sql`SELECT ${id} AS id, ${used("ASK")} AS asks, ${used("OFFER")} AS offers,
    ARRAY(SELECT "associationId" FROM "Membership" WHERE "memberId" = ${id} AND "state" IN ('ACTIVE', 'PAUSED')) AS associations,
    ARRAY(SELECT "valueSlug" FROM "MemberValue" WHERE "memberId" = ${id} ORDER BY "position") AS "values",
    (SELECT p."provinceCode" FROM "Member" m JOIN "Place" p ON p."slug" = m."placeSlug" WHERE m."id" = ${id}) AS "provinceCode"`;
};

/** Rows of the index that whoever looks may search (rule A2). Speaks of `e`. */
export const classOf = (viewer: Viewer): Sql => sql`e."viewer" = ${viewer ? "MEMBER" : "VISITOR"}::"DirectoryClass"`;

/** What `reasonsFor` asks of whoever looks, from the row `me`. */
export const lookerOf = (viewer: Viewer): Sql => sql`(
  SELECT jsonb_build_object('handle', ${viewer?.handle ?? null}::text, 'values', to_jsonb(me."values"), 'provinceCode', me."provinceCode",
    'asks', (SELECT COALESCE(jsonb_agg("slug"), '[]') FROM "Competence" WHERE "id" = ANY (me.asks)),
    'offers', (SELECT COALESCE(jsonb_agg("slug"), '[]') FROM "Competence" WHERE "id" = ANY (me.offers))) FROM me)`;
