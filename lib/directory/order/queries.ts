import "server-only";
import { type Sql, sql } from "@/lib/db/sql";
import type { Cursor } from "../cursor/rules";
import type { Sort } from "../types";

/** For each order: the key a page ends with, the id that tells equal keys apart, and what lies beyond a cursor. */
export const ORDERS: Readonly<Record<Sort, { key: Sql; id: Sql; order: Sql; after: (cursor: Cursor) => Sql }>> = {
  relevance: {
    key: sql`score::text`,
    id: sql`md5("memberId"::text)`,
    order: sql`score DESC, md5("memberId"::text)`,
    after: ({ key, id }) => sql`(score < ${Number(key)} OR (score = ${Number(key)} AND md5("memberId"::text) > ${id}))`,
  },
  name: {
    key: sql`"nameText"`,
    id: sql`"memberId"::text`,
    order: sql`"nameText", "memberId"`,
    after: ({ key, id }) => sql`("nameText", "memberId") > (${key}, ${id}::uuid)`,
  },
  newest: {
    key: sql`to_char("joinedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
    id: sql`"memberId"::text`,
    order: sql`"joinedAt" DESC, "memberId" DESC`,
    after: ({ key, id }) => sql`("joinedAt", "memberId") < (${key}::timestamptz, ${id}::uuid)`,
  },
};
