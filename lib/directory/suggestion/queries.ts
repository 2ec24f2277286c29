import "server-only";
import type { Viewer } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { type Sql, sql } from "@/lib/db/sql";
import { isFindable } from "../looker/queries";
import { readWhom } from "../whom/rules";
import { nameQueryOf } from "./rules";
import type { NameQuery, SuggestedAssociation, SuggestedPerson } from "./types";

const PEOPLE_MAX = 4;
const ASSOCIATIONS_MAX = 3;
/** At most so many rows are read of what an index found: a beginning of three letters stands in a hundred thousand names. */
const READ_MAX = 200;

type Names = { readonly people: readonly SuggestedPerson[]; readonly associations: readonly SuggestedAssociation[] };

/**
 * At most four people, of those whom whoever looks may find (rules A2, PV2): who bears what was typed as a username, then some whose
 * names hold its words, the last one as the beginning of one. And at most three associations, of their public list, by name alike.
 * One statement, none for what is too short.
 */
export async function listNamed(viewer: Viewer, q: string): Promise<Names> {
  const query = nameQueryOf(q);
  if (!query) return { people: [], associations: [] };
  const [row] = await db.$queryRaw<Names[]>`
    SELECT (SELECT COALESCE(jsonb_agg(jsonb_build_object('kind', 'person', 'handle', m."handle", 'name', m."name", 'headline', m."headline", 'locale', m."contentLocale")
                     ORDER BY n.part, n."nameText", m."handle"), '[]')
              FROM (SELECT min(x.part) AS part, x."memberId", x."nameText" FROM (${people(viewer, q, query)}) x
                     GROUP BY 2, 3 ORDER BY 1, 3, 2 LIMIT ${PEOPLE_MAX}) n JOIN "Member" m ON m."id" = n."memberId") AS "people",
           (SELECT COALESCE(jsonb_agg(jsonb_build_object('kind', 'association', 'slug', n."slug", 'name', n."name", 'tagline', n."tagline", 'locale', n."contentLocale")
                     ORDER BY n.part, n.key, n."slug"), '[]')
              FROM (${associations(query)}) n) AS "associations"`;
  return row ?? { people: [], associations: [] };
}

/** The last character any text can have: where texts are ordered by character, what begins with one ends before that and this. */
const LAST = "\u{10FFFF}";

/**
 * First who bears it as a username: a name says nothing of it where two share one, or since it was changed. Then whose name begins so,
 * by name, from the ordered index: the range finds them where the database orders texts by character, and what is asked besides keeps
 * all others out in any order. Last whoever bears the words elsewhere: of the first 200 found, in no order, those whose names come
 * first, even where those before them leave no room. The class is asked of what the words found, behind the fence of OFFSET 0: its
 * index would be read whole to be crossed with theirs.
 */
function people(viewer: Viewer, q: string, query: NameQuery): Sql {
  const within = sql`e."nameText" >= ${query.opening} AND e."nameText" < ${query.opening + LAST}`;
  const opens = sql`${within} AND starts_with(e."nameText", ${query.opening})`;
  return sql`
    (SELECT -1 AS part, e."memberId", e."nameText" FROM "Member" m JOIN "DirectoryEntry" e ON e."memberId" = m."id"
      WHERE m."handle" = ${readWhom(q).handle} AND ${isFindable(viewer)})
    UNION ALL
    (SELECT 0, e."memberId", e."nameText" FROM "DirectoryEntry" e
      WHERE ${isFindable(viewer)} AND ${opens} ORDER BY e."nameText", e."memberId" LIMIT ${PEOPLE_MAX})
    UNION ALL
    (SELECT 1, x."memberId", x."nameText" FROM (
       SELECT e."memberId", e."nameText" FROM (
         SELECT e."viewer", e."memberId", e."nameText" FROM "DirectoryEntry" e WHERE ${holds(sql`e."nameText"`, query)} OFFSET 0) e
        WHERE ${isFindable(viewer)} AND NOT (${opens}) LIMIT ${READ_MAX}) x
      ORDER BY x."nameText", x."memberId" LIMIT ${PEOPLE_MAX})`;
}

function associations(query: NameQuery): Sql {
  return sql`
    SELECT x.*, (NOT starts_with(x.key, ${query.opening}))::int AS part FROM (
      SELECT o."slug", o."name", o."tagline", o."contentLocale", fold(o."name") AS key FROM "Association" o
       WHERE o."state" <> 'CLOSED' AND ${holds(sql`fold(o."name")`, query)} LIMIT ${READ_MAX}) x
     ORDER BY part, x.key, x."slug" LIMIT ${ASSOCIATIONS_MAX}`;
}

/** Whether a folded name holds every word; none that is too short for the index is looked for alone. */
function holds(name: Sql, { words, short }: NameQuery): Sql {
  if (words === "") return sql`false`;
  const indexed = sql`to_tsvector('simple', ${name}) @@ to_tsquery('simple', ${words})`;
  return short.reduce((found, word) => sql`${found} AND ${name} ~ ${`\\m${word}`}`, indexed);
}
