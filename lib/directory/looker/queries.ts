import "server-only";
import type { Viewer } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { type Sql, sql } from "@/lib/db/sql";
import type { Looker } from "../types";

/** What of whoever looks may make somebody matter to them, with the ids that statements need. */
export type LookerFacts = Looker & {
  readonly memberId: string | null;
  readonly associationIds: readonly string[];
};

const VISITOR: LookerFacts = {
  memberId: null,
  handle: null,
  asks: [],
  offers: [],
  values: [],
  provinceCode: null,
  associationIds: [],
};

type Row = Omit<LookerFacts, "handle" | "memberId">;

/** Who looks. One statement; none for a visitor. */
export async function findLooker(viewer: Viewer): Promise<LookerFacts> {
  if (!viewer) return VISITOR;
  const id = sql`${viewer.memberId}::uuid`;
  const used = (side: "OFFER" | "ASK") => sql`ARRAY(SELECT DISTINCT c."slug" FROM "Exchange" x JOIN "Competence" c ON c."id" = x."competenceId"
    WHERE x."memberId" = ${id} AND x."side" = ${side}::"ExchangeSide" AND x."withdrawnAt" IS NULL
      AND (x."untilOn" IS NULL OR x."untilOn" >= (now() AT TIME ZONE 'Europe/Rome')::date))`;
  const [row] = await db.$queryRaw<Row[]>(sql`SELECT ${used("ASK")} AS asks, ${used("OFFER")} AS offers,
    ARRAY(SELECT "associationId"::text FROM "Membership" WHERE "memberId" = ${id} AND "state" IN ('ACTIVE', 'PAUSED')) AS "associationIds",
    ARRAY(SELECT "valueSlug" FROM "MemberValue" WHERE "memberId" = ${id} ORDER BY "position") AS "values",
    (SELECT p."provinceCode" FROM "Member" m JOIN "Place" p ON p."slug" = m."placeSlug" WHERE m."id" = ${id}) AS "provinceCode"`);
  return row ? { ...row, memberId: viewer.memberId, handle: viewer.handle } : VISITOR;
}

/** Rows of the index that whoever looks may search (rule A2). */
export const classOf = (viewer: Viewer): Sql => sql`${viewer ? "MEMBER" : "VISITOR"}::"DirectoryClass"`;

/** Rows of `e` that whoever looks may search. */
export const isFindable = (viewer: Viewer): Sql => sql`e."viewer" = ${classOf(viewer)}`;
