import "server-only";
import { fixed, type Sql, sql } from "@/lib/db/sql";
import type { Cursor } from "../listing/rules";
import { day, IS_ALIVE, nextDue } from "../sight/queries";

/** With the four seats that a member’s page may have above it («where can I help?»), twenty cells at most. */
export const PAGE_SIZE = 16;
const NEVER = "9999-12-31";
/** How many things to come are looked at for a page at first: it takes far fewer, unless most of them are not to be seen. */
const SOON = 200;

/** Ends a WITH clause. `hits`: the projects p of a page in its order, and one more if there is one; `keyText`: a hit’s place, for the cursor. */
export type Order = { readonly hits: Sql; readonly keyText: Sql; readonly order: Sql };

/** The newest first. */
export function byAge(wanted: Sql, cursor: Cursor | null): Order {
  const after = cursor ? sql`(p."createdAt", p."id") < (${cursor.key}::timestamptz, ${cursor.id}::uuid)` : sql`true`;
  const order = sql`p."createdAt" DESC, p."id" DESC`;
  return {
    hits: sql`hits AS (SELECT p.* FROM "Project" p WHERE ${wanted} AND ${after} ORDER BY ${order} LIMIT ${fixed(PAGE_SIZE + 1)})`,
    keyText: sql`to_char(p."createdAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
    order,
  };
}

/**
 * The next day first, and in the end what has none. Most pages are filled by what is due soon: only one that is not reads the
 * days of every project.
 */
export function byDue(wanted: Sql, cursor: Cursor | null, today: string): Order {
  const order = sql`"sortKey", p."id"`;
  const page = (key: Sql, due: Sql, condition: Sql) => sql`(
    SELECT p.*, ${key} AS "sortKey" FROM "Project" p ${due}
     WHERE ${wanted} AND ${condition}
       AND ${cursor ? sql`(${key}, p."id") > (${cursor.key}::date, ${cursor.id}::uuid)` : sql`true`}
     ORDER BY ${order} LIMIT ${fixed(PAGE_SIZE + 1)})`;
  const since = cursor && cursor.key > today ? cursor.key : today;
  const soon = page(nextDue(today), sql`JOIN (${dueSoon(since)}) s ON s."projectId" = p."id"`, IS_ALIVE);
  const isFilled = sql`(SELECT count(*) FROM soon) > ${fixed(PAGE_SIZE)}`;
  const all = page(
    sql`CASE WHEN ${IS_ALIVE} THEN COALESCE(due."on", ${NEVER}::date) ELSE ${NEVER}::date END`,
    sql`LEFT JOIN (SELECT y."projectId", min(y."dueOn") AS "on" FROM (${dueFrom(today)}) y GROUP BY 1) due ON due."projectId" = p."id"`,
    sql`NOT ${isFilled}`,
  );
  return {
    hits: sql`soon AS MATERIALIZED ${soon}, hits AS (SELECT * FROM soon WHERE ${isFilled} UNION ALL ${all})`,
    keyText: day(sql`p."sortKey"`),
    order,
  };
}

/** What nextDue counts from a day on, rows of (projectId, dueOn), each kind with more words of its statement. */
const dueFrom = (since: string, more: Sql = sql``): Sql => sql`
  (SELECT d."projectId", d."dueOn" FROM "Deliverable" d WHERE d."dueOn" >= ${since}::date AND d."doneOn" IS NULL ${more})
  UNION ALL
  (SELECT n."projectId", n."dueOn" FROM "Need" n WHERE n."dueOn" >= ${since}::date AND n."seats" > n."taken" ${more})`;

const THE_FIRST: Sql = sql`ORDER BY "dueOn" FETCH FIRST ${fixed(SOON)} ROWS WITH TIES`;

/** Rows of (projectId): every project with something due from a day on until the one by which enough is. */
const dueSoon = (since: string): Sql => sql`
  SELECT DISTINCT y."projectId" FROM (${dueFrom(since, THE_FIRST)} ${THE_FIRST}) y`;
