import "server-only";
import type { Viewer } from "@/lib/auth/actor";
import { readRows } from "@/lib/db/client";
import { type Sql, sql } from "@/lib/db/sql";
import type { Looker } from "../types";

/** What of whoever looks may make somebody matter to them, with the ids that statements need. */
export type LookerFacts = Looker & {
  readonly memberId: string | null;
  readonly associationIds: readonly string[];
};

/** Who looks, as JSON: for a visitor empty lists. */
export function lookerOf(viewer: Viewer): Sql {
  const id = sql`${viewer?.memberId ?? null}::uuid`;
  const used = (
    side: "OFFER" | "ASK",
  ) => sql`to_json(ARRAY(SELECT DISTINCT (SELECT c."slug" FROM "Competence" c WHERE c."id" = x."competenceId") FROM "Exchange" x
    WHERE x."competenceId" IS NOT NULL AND x."memberId" = ${id} AND x."side" = ${side}::"ExchangeSide" AND x."withdrawnAt" IS NULL
      AND (x."untilOn" IS NULL OR x."untilOn" >= (now() AT TIME ZONE 'Europe/Rome')::date)))`;
  return sql`json_build_object('memberId', ${id}, 'handle', ${viewer?.handle ?? null}::text, 'asks', ${used("ASK")}, 'offers', ${used("OFFER")},
    'associationIds', to_json(ARRAY(SELECT "associationId" FROM "Membership" WHERE "memberId" = ${id} AND "state" IN ('ACTIVE', 'PAUSED'))),
    'values', COALESCE((SELECT to_json("values") FROM "Member" WHERE "id" = ${id}), '[]'),
    'provinceCode', (SELECT p."provinceCode" FROM "Member" m JOIN "Place" p ON p."slug" = m."placeSlug" WHERE m."id" = ${id}))`;
}

const VISITOR: LookerFacts = {
  memberId: null,
  handle: null,
  asks: [],
  offers: [],
  values: [],
  provinceCode: null,
  associationIds: [],
};

/** Who looks. One statement; none for a visitor. */
export async function findLooker(viewer: Viewer): Promise<LookerFacts> {
  if (!viewer) return VISITOR;
  const [row] = await readRows<{ looker: LookerFacts }>(sql`SELECT ${lookerOf(viewer)} AS looker`);
  return row?.looker ?? VISITOR;
}

/** The class of rows that whoever looks may search (rule A2). */
export const classOf = (viewer: Viewer): Sql => sql`${viewer ? "MEMBER" : "VISITOR"}::"DirectoryClass"`;

/** Rows of `e` that whoever looks may search. */
export const isFindable = (viewer: Viewer): Sql => sql`e."viewer" = ${classOf(viewer)}`;
