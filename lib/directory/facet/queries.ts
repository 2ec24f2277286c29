import "server-only";
import type { Viewer } from "@/lib/auth/actor";
import { type Sql, sql } from "@/lib/db/sql";
import type { Language } from "@/lib/taxonomy/types";
import { whereOf } from "../criterion/queries";
import { criteriaOf } from "../criterion/rules";
import { classOf } from "../looker/queries";
import { type Filters, SIDES, type Side } from "../types";

/** Slug → number of people, from rows of (slug, n). */
const counted = (rows: Sql): Sql =>
  sql`(SELECT COALESCE(jsonb_object_agg(slug, n), '{}') FROM (${rows}) counts (slug, n))`;

type Asked = { readonly viewer: Viewer; readonly filters: Filters; readonly language: Language };

/**
 * How many people each choice would leave. Competences narrow what was found; a place takes the place of the one chosen;
 * a side turns what is looked for into what is offered or asked, so each is counted by its own search.
 */
export const facetsOf = (asked: Asked): Sql => sql`jsonb_build_object(
  'areas', ${counted(sql`SELECT "areaSlug", count(DISTINCT "memberId") FROM skills GROUP BY 1`)},
  'competences', ${counted(sql`SELECT "slug", count(*) FROM skills GROUP BY 1`)},
  'regions', ${counted(sql`SELECT "regionSlug", count(*) FROM candidates WHERE "regionSlug" IS NOT NULL GROUP BY 1`)},
  'provinces', ${counted(sql`SELECT "provinceCode", count(*) FROM candidates WHERE "provinceCode" IS NOT NULL GROUP BY 1`)},
  'sides', ${counted(SIDES.map((side) => countSide(side, asked)).reduce((left, right) => sql`${left} UNION ALL ${right}`))})`;

function countSide(side: Side, { viewer, filters, language }: Asked): Sql {
  if (viewer === null && (side === "givesMe" || side === "needsMe")) return sql`SELECT ${side}, 0`;
  const criteria = criteriaOf({ ...filters, sides: [...new Set([...filters.sides, side])] }, language);
  return sql`SELECT ${side}, (SELECT count(*)::int FROM "DirectoryEntry" e WHERE ${classOf(viewer)} AND ${whereOf(criteria, filters.q)})`;
}
