import "server-only";
import type { Viewer } from "@/lib/auth/actor";
import { dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { type Sql, sql } from "@/lib/db/sql";
import type { Language } from "@/lib/taxonomy/types";
import { personOf } from "./card/queries";
import { allOf, isNamed, scoreOf, whereOf } from "./criterion/queries";
import { bestWaysOut, criteriaOf, stepsOut } from "./criterion/rules";
import { type Cursor, decodeCursor, encodeCursor } from "./cursor/rules";
import { facetsOf } from "./facet/queries";
import { classOf, lookerOf, meOf } from "./looker/queries";
import { ORDERS } from "./order/queries";
import { reasonsFor } from "./reason/rules";
import type {
  CardExchange,
  Criterion,
  Facets,
  Filters,
  FoundPerson,
  Looker,
  PeopleList,
  PeoplePage,
  PersonCard,
} from "./types";

const PAGE_SIZE = 24;
/** A list shorter than this says which filter to drop. */
const SHORT_LIST = 6;
const WAYS_OUT_MAX = 2;
const NEARBY_MAX = 4;

type Row = FoundPerson & { readonly key: string; readonly id: string };
type Found = { total: number; items: Row[]; facets: Facets; looker: Looker; associations: PeopleList["associations"] };

type Asked = { readonly language: Language; readonly now?: Date };

/**
 * The people an address asks for, and what to do where they are few: a second statement counts the ways out; where nobody is
 * found, a third shows some of those whom the first way out would find.
 */
export async function searchPeople(
  viewer: Viewer,
  asked: Filters,
  { language, now = new Date() }: Asked,
): Promise<PeoplePage> {
  const page = await listPeople(viewer, asked, { language, now });
  const { total, criteria } = page;
  const isShort = criteria.length > 0 && (total === 0 || (total < SHORT_LIST && criteria.length > 1));
  const waysOut = isShort ? await listWaysOut(viewer, criteria, { language, total }) : [];
  const first = total === 0 ? waysOut[0] : undefined;
  const beyond = first && (await listPeople(viewer, first.filters, { language, now }));
  return { ...page, waysOut, nearby: beyond?.items.slice(0, NEARBY_MAX) ?? [] };
}

/**
 * The people an address asks for, as far as whoever looks may find them (rules A2, PV1): a visitor sees public profiles, a
 * member those that are listed. One statement.
 */
export async function listPeople(
  viewer: Viewer,
  asked: Filters,
  { language, now = new Date() }: Asked,
): Promise<PeopleList> {
  const filters = viewer
    ? asked
    : { ...asked, sides: asked.sides.filter((side) => side === "offers" || side === "asks") };
  const criteria = criteriaOf(filters, language);
  const cursor = filters.after ? decodeCursor(filters.after, filters.sort) : null;
  const [row] = await db.$queryRaw<{ found: Found }[]>(statement({ viewer, filters, criteria, cursor, language }));
  if (!row) throw new Error("the list of people answered nothing");
  const { total, items, facets, looker, associations } = row.found;
  const page = items.slice(0, PAGE_SIZE);
  const last = page.at(-1);
  const isFurther = items.length > PAGE_SIZE && last !== undefined;
  return {
    total,
    facets,
    criteria,
    associations,
    items: page.map((row) => withReasons(row, { criteria, looker, today: dayOf(now) })),
    nextCursor: isFurther ? encodeCursor({ sort: filters.sort, key: last.key, id: last.id }) : null,
    isRestarted: filters.after !== null && cursor === null,
  };
}

type Reading = { readonly criteria: readonly Criterion[]; readonly looker: Looker; readonly today: string };

/** What ended since the index was written is not shown, whether or not the nightly refresh has run. */
function withReasons({ key: _key, id: _id, ...person }: Row, { criteria, looker, today }: Reading): PersonCard {
  const stands = ({ untilOn }: CardExchange) => untilOn === null || untilOn >= today;
  const { card } = person;
  const shown = { ...person, card: { ...card, offers: card.offers.filter(stands), asks: card.asks.filter(stands) } };
  return { ...shown, why: reasonsFor(shown, criteria, looker) };
}

type Statement = {
  viewer: Viewer;
  filters: Filters;
  criteria: readonly Criterion[];
  cursor: Cursor | null;
  language: Language;
};

function statement({ viewer, filters, criteria, cursor, language }: Statement): Sql {
  const { q, sort } = filters;
  const { key, id, order, after } = ORDERS[sort];
  const isChosenPlace = (one: Criterion) => one.kind === "place" && one.typed === null;
  const elsewhere = whereOf(
    criteria.filter((one) => !isChosenPlace(one)),
    q,
  );
  const here = whereOf(criteria.filter(isChosenPlace), "");
  return sql`
  WITH me AS MATERIALIZED (${meOf(viewer)}),
  shared AS (SELECT DISTINCT "memberId" FROM "Membership"
              WHERE "associationId" = ANY ((SELECT associations FROM me)::uuid[]) AND "state" IN ('ACTIVE', 'PAUSED')
                AND "memberId" IS DISTINCT FROM (SELECT id FROM me)),
  candidates AS MATERIALIZED (
    SELECT e."memberId", e."nameText", e."joinedAt", e."competenceIds", e."regionSlug", e."provinceCode", (${here}) AS is_here,
           ${sort === "relevance" ? scoreOf(criteria, q) : sql`0`} AS score, ${isNamed(q)} AS is_named
      FROM "DirectoryEntry" e LEFT JOIN shared USING ("memberId")
     WHERE ${classOf(viewer)} AND ${elsewhere}),
  found AS (SELECT * FROM candidates WHERE is_here),
  page AS (SELECT *, ${key} AS key, ${id} AS id, row_number() OVER (ORDER BY ${order}) AS rank
             FROM found WHERE ${allOf(cursor ? [after(cursor)] : [])} ORDER BY ${order} LIMIT ${PAGE_SIZE + 1}),
  skills AS (SELECT c."slug", c."areaSlug", f."memberId" FROM found f, unnest(f."competenceIds") AS u (id) JOIN "Competence" c ON c."id" = u.id)
  SELECT jsonb_build_object(
    'total', (SELECT count(*) FROM found),
    'items', (SELECT COALESCE(jsonb_agg(${personOf()} ORDER BY page.rank), '[]')
                FROM page JOIN "DirectoryEntry" e ON e."memberId" = page."memberId" AND ${classOf(viewer)}),
    'facets', ${facetsOf({ viewer, filters, language })},
    'looker', ${lookerOf(viewer)},
    'associations', (SELECT COALESCE(jsonb_agg(jsonb_build_object('slug', a."slug", 'name', a."name") ORDER BY a."name"), '[]')
                       FROM "Association" a WHERE a."id" = ANY ((SELECT associations FROM me)::uuid[]) OR (a."slug" = ${filters.association} AND a."state" <> 'CLOSED'))
  ) AS found`;
}

/** One step away from a list of little or nothing: what to widen or drop, and how many that would find. One statement of counts. */
async function listWaysOut(viewer: Viewer, criteria: readonly Criterion[], asked: Asked & { total: number }) {
  const steps = stepsOut(criteria);
  const counts = steps
    .map(
      ({ filters }) => sql`(SELECT count(*)::int FROM "DirectoryEntry" e
        WHERE ${classOf(viewer)} AND ${whereOf(criteriaOf(filters, asked.language), filters.q)})`,
    )
    .reduce((left, right) => sql`${left}, ${right}`);
  const [row] = await db.$queryRaw<{ totals: number[] }[]>(
    sql`WITH me AS MATERIALIZED (${meOf(viewer)}) SELECT ARRAY[${counts}] AS totals`,
  );
  const ways = steps.map((step, i) => ({ ...step, total: row?.totals[i] ?? 0 }));
  return bestWaysOut(ways, { total: asked.total, max: WAYS_OUT_MAX });
}
