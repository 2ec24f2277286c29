import "server-only";
import { fold } from "@/lib/core/text";
import { db } from "@/lib/db/client";
import { type Sql, sql } from "@/lib/db/sql";
import { ASSOCIATION, CHARTER_IN_FORCE, MEMBER_COUNT, PLACES } from "../sight/queries";
import { decodeCursor, encodeCursor } from "./rules";
import type { AssociationCard, AssociationsPage, Filters } from "./types";

const PAGE_SIZE = 24;

type Row = { readonly card: AssociationCard; readonly key: string; readonly id: string };

/** The associations an address asks for, by name; public, so the same for everybody. One statement. */
export async function listAssociations(filters: Filters): Promise<AssociationsPage> {
  const cursor = filters.after ? decodeCursor(filters.after) : null;
  const after = cursor ? sql`(h."key", h."id") > (${cursor.name}, ${cursor.id}::uuid)` : sql`true`;
  const [row] = await db.$queryRaw<{ total: number; items: Row[] }[]>`
    WITH hits AS (SELECT o.*, fold(o."name") AS "key" FROM "Association" o WHERE o."state" <> 'CLOSED' AND ${narrowed(filters)})
    SELECT (SELECT count(*)::int FROM hits) AS "total",
           (SELECT COALESCE(json_agg(i ORDER BY i."key", i."id"), '[]') FROM (
             SELECT ${CARD} AS "card", o."key", o."id" FROM hits o
              WHERE (o."key", o."id") IN (SELECT h."key", h."id" FROM hits h WHERE ${after} ORDER BY h."key", h."id" LIMIT ${PAGE_SIZE + 1})
             ) i) AS "items"`;
  const items = row?.items ?? [];
  const shown = items.slice(0, PAGE_SIZE);
  const last = shown.at(-1);
  return {
    total: row?.total ?? 0,
    items: shown.map(({ card }) => card),
    nextCursor: items.length > PAGE_SIZE && last ? encodeCursor({ name: last.key, id: last.id }) : null,
  };
}

const CARD: Sql = sql`${ASSOCIATION} || jsonb_build_object(
  'tagline', o."tagline", 'locale', o."contentLocale", 'state', o."state", 'entry', o."entry",
  'places', ${PLACES}, 'memberCount', ${MEMBER_COUNT})`;

function narrowed({ q, value, region, entry }: Filters): Sql {
  const words = fold(q).split(" ").filter(Boolean);
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
  const named =
    patterns.length > 0
      ? sql`fold(concat_ws(' ', o."name", o."tagline", o."purpose", o."forWhom")) LIKE ALL(${patterns})`
      : sql`true`;
  const held = value
    ? sql`EXISTS (SELECT 1 FROM "CharterValue" v WHERE v."charterId" = ${CHARTER_IN_FORCE} AND v."valueSlug" = ${value})`
    : sql`true`;
  const there = region
    ? sql`EXISTS (SELECT 1 FROM "AssociationPlace" l JOIN "Place" p ON p."slug" = l."placeSlug"
                   WHERE l."associationId" = o."id" AND p."regionSlug" = ${region})`
    : sql`true`;
  const entered = entry ? sql`o."entry"::text = ${entry}` : sql`true`;
  return sql`${named} AND ${held} AND ${there} AND ${entered}`;
}
