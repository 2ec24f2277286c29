import "server-only";
import { readRows } from "@/lib/db/client";
import { type Sql, sql } from "@/lib/db/sql";
import type { LookerFacts } from "../looker/queries";
import { PARTS } from "../part/rules";
import { slugOf, type TokenBook } from "../token/queries";
import type { CardExchange, FoundPerson, PeopleList } from "../types";

const shows = (part: keyof typeof PARTS): Sql => sql`e."shows" & ${PARTS[part]}::int <> 0`;

type Rows = { readonly one: Sql; readonly from: Sql; readonly order: Sql };

/** A list as JSON where the entry shows that part, else an empty one. */
const listed = (part: keyof typeof PARTS, { one, from, order }: Rows): Sql =>
  sql`CASE WHEN ${shows(part)} THEN (SELECT COALESCE(json_agg(${one} ORDER BY ${order}), '[]') FROM ${from}) ELSE '[]' END`;

const COMPETENCES: Rows = {
  one: sql`json_build_array(s."competenceId", s."level")`,
  from: sql`competences_held(m."competences") s`,
  order: sql`s."position"`,
};

/** Offers or asks that stand on a day, newest first. */
const exchanges = (side: "OFFER" | "ASK", today: string): Rows => ({
  one: sql`json_build_object('title', x."title", 'locale', x."locale", 'competence', x."competenceId", 'untilOn', x."untilOn")`,
  from: sql`"Exchange" x WHERE x."memberId" = m."id" AND x."side" = ${side}::"ExchangeSide" AND x."withdrawnAt" IS NULL
     AND (x."untilOn" IS NULL OR x."untilOn" >= ${today}::date)`,
  order: sql`x."createdAt" DESC, x."id" DESC`,
});

/** Belongings that their owner opened to this class of viewers, and those that whoever looks shares; three at most, shared first. */
const associations = ({ associationIds, memberId }: LookerFacts): Sql => sql`(
  SELECT COALESCE(json_agg(json_build_object('slug', a."slug", 'name', a."name", 'isShared', a.is_shared, 'values', (
      SELECT COALESCE(json_agg(COALESCE(v."valueSlug", v."name") ORDER BY v."position"), '[]') FROM "CharterValue" v
       WHERE v."charterId" = (SELECT h."id" FROM "Charter" h WHERE h."associationId" = a."id" AND h."publishedAt" <= now() ORDER BY h."version" DESC LIMIT 1)
    )) ORDER BY a.is_shared DESC, a."name"), '[]')
    FROM (SELECT s."id", s."slug", s."name", b."memberId" IS DISTINCT FROM ${memberId}::uuid AND s."id" = ANY (${associationIds}::uuid[]) AS is_shared
            FROM "Membership" b JOIN "Association" s ON s."id" = b."associationId"
           WHERE b."memberId" = m."id" AND b."state" IN ('ACTIVE', 'PAUSED') AND s."state" <> 'CLOSED'
             AND (s."id" = ANY (${associationIds}::uuid[]) OR (b."isVisible" AND ${shows("memberships")}))
           ORDER BY 4 DESC, s."name" LIMIT 3) a)`;

/** One person as JSON, from the entry `e`, the member `m` and the place `p`: what the entry's class of viewers sees of them on a day. */
const personOf = (looker: LookerFacts, today: string): Sql => sql`json_build_object(
  'id', e."id", 'handle', m."handle", 'name', m."name", 'headline', m."headline",
  'placeSlug', e."placeSlug", 'provinceCode', p."provinceCode", 'regionSlug', p."regionSlug",
  'card', json_build_object(
    'photoId', CASE WHEN ${shows("photo")} THEN m."photoId" END, 'locale', m."contentLocale",
    'competences', ${listed("competences", COMPETENCES)},
    'offers', ${listed("offers", exchanges("OFFER", today))},
    'asks', ${listed("asks", exchanges("ASK", today))},
    'values', CASE WHEN ${shows("values")} THEN to_json(m."values") ELSE '[]' END),
  'associations', ${associations(looker)})`;

export type Card = Omit<FoundPerson, "isNamed"> & { readonly id: number };
type Cards = { readonly cards: readonly Card[]; readonly associations: PeopleList["associations"] };
type Wanted = {
  readonly looker: LookerFacts;
  readonly book: TokenBook;
  readonly today: string;
  readonly association: string | null;
};

/** As the statement gives them: competences by their number, which the token book names. */
type NumberedExchange = Omit<CardExchange, "competence"> & { readonly competence: number | null };
type Numbered = Omit<Card, "card"> & {
  readonly card: Omit<Card["card"], "competences" | "offers" | "asks"> & {
    readonly competences: readonly (readonly [id: number, level: number])[];
    readonly offers: readonly NumberedExchange[];
    readonly asks: readonly NumberedExchange[];
  };
};

function cardOf({ card, ...person }: Numbered, book: TokenBook): Card {
  const exchange = ({ competence, ...rest }: NumberedExchange) => ({
    ...rest,
    competence: competence === null ? null : slugOf(book, competence),
  });
  const competences = card.competences.flatMap(([id, level]) => {
    const slug = slugOf(book, id);
    return slug === null ? [] : [{ slug, level }];
  });
  return {
    ...person,
    card: { ...card, competences, offers: card.offers.map(exchange), asks: card.asks.map(exchange) },
  };
}

/**
 * The cards of entries, in no order, and the associations a list can be narrowed to: one's own, and the one chosen. One statement, of
 * one shape.
 */
export async function listCards(ids: readonly number[], { looker, book, today, association }: Wanted): Promise<Cards> {
  const [row] = await readRows<{ cards: Numbered[]; associations: Cards["associations"] }>(sql`
  SELECT (SELECT COALESCE(json_agg(${personOf(looker, today)}), '[]')
            FROM "DirectoryEntry" e JOIN "Member" m ON m."id" = e."memberId" LEFT JOIN "Place" p ON p."slug" = e."placeSlug"
           WHERE e."id" = ANY (${ids}::int[])) AS cards,
         (SELECT COALESCE(json_agg(json_build_object('slug', a."slug", 'name', a."name") ORDER BY a."name"), '[]') FROM "Association" a
           WHERE a."id" = ANY (${looker.associationIds}::uuid[]) OR (a."slug" = ${association} AND a."state" <> 'CLOSED')) AS associations`);
  return row ? { ...row, cards: row.cards.map((card) => cardOf(card, book)) } : { cards: [], associations: [] };
}
