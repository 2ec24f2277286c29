import { type Person, sql } from "./database";
import { inMonths } from "./membership";

type Ways = {
  name?: string;
  /** How many decide an application, and how many words of members it needs. */
  deciders?: number;
  sponsors?: number;
  /** Last day of everybody's statement. */
  untilOn?: string;
};

/** An association of these people, the first of whom looks after it, for sixty days; with one value and one clause. */
export async function aGroupOf(
  people: readonly Person[],
  { name = "Banco di prova", deciders = 1, sponsors = 0, untilOn = inMonths(6) }: Ways = {},
): Promise<string> {
  const slug = `prova-${people[0]?.handle}`;
  await sql(
    `WITH a AS (INSERT INTO "Association" ("id", "slug", "name", "tagline", "purpose", "forWhom", "weDo", "weDoNot", "entry", "decidersRequired", "sponsorsRequired", "foundedAt")
                VALUES (gen_random_uuid(), $1, $7, 'Prova.', 'Provare.', 'Tutti.', '{Prove}', '{Finzioni}', 'APPLICATION', $5, $6, now() - interval '60 days') RETURNING "id"),
          c AS (INSERT INTO "Charter" ("id", "associationId", "version", "hash", "publishedAt")
                SELECT gen_random_uuid(), "id", 1, md5($1) || md5($1), now() - interval '60 days' FROM a RETURNING "id", "associationId", "hash"),
          v AS (INSERT INTO "CharterValue" ("id", "charterId", "position", "valueSlug", "meaning", "shownBy")
                SELECT gen_random_uuid(), "id", 0, 'care', 'Una cosa si ripara.', 'Il registro è aperto.' FROM c),
          k AS (INSERT INTO "Clause" ("id", "charterId", "number", "kind", "text")
                SELECT gen_random_uuid(), "id", 1, 'RULE', 'Le chiavi tornano al loro posto.' FROM c),
          m AS (INSERT INTO "Membership" ("id", "associationId", "memberId", "state", "stateSince", "firstJoinedAt")
                SELECT gen_random_uuid(), "associationId", x, 'ACTIVE', now() - interval '60 days', now() - interval '60 days' FROM c, unnest($2::uuid[]) x RETURNING "id", "memberId"),
          e AS (INSERT INTO "MembershipEvent" ("id", "membershipId", "to", "at") SELECT gen_random_uuid(), "id", 'ACTIVE', now() - interval '60 days' FROM m),
          p AS (INSERT INTO "Pledge" ("id", "membershipId", "charterId", "charterHash", "kinds", "isListening", "minutesPerPeriod", "period", "untilOn", "statement", "acceptedAt")
                SELECT gen_random_uuid(), m."id", c."id", c."hash", '{TIME}', false, 480, 'MONTH', $3::date, 'Il sabato.', now() - interval '60 days' FROM m, c)
     INSERT INTO "RoleGrant" ("id", "membershipId", "role", "state", "grantedAt", "acceptedAt")
     SELECT gen_random_uuid(), m."id", 'STEWARD', 'HELD', now() - interval '60 days', now() - interval '60 days' FROM m WHERE m."memberId" = $4`,
    [slug, people.map(({ memberId }) => memberId), untilOn, people[0]?.memberId, deciders, sponsors, name],
  );
  return slug;
}

/** Somebody more who looks after it. */
export const makeSteward = (slug: string, { memberId }: Person) =>
  sql(
    `INSERT INTO "RoleGrant" ("id", "membershipId", "role", "state", "grantedAt", "acceptedAt")
     SELECT gen_random_uuid(), m."id", 'STEWARD', 'HELD', now(), now() FROM "Membership" m
       JOIN "Association" a ON a."id" = m."associationId" WHERE a."slug" = $1 AND m."memberId" = $2`,
    [slug, memberId],
  );

/** They did something together there: the one confirmed what the other did. */
export const workTogether = (slug: string, one: Person, other: Person) =>
  sql(
    `INSERT INTO "Contribution" ("id", "associationId", "memberId", "confirmedById", "state", "kind", "title", "doneOn", "declaredAt", "confirmedAt")
     SELECT gen_random_uuid(), a."id", $2, $3, 'CONFIRMED', 'TIME', 'Insieme.', current_date, now(), now() FROM "Association" a WHERE a."slug" = $1`,
    [slug, one.memberId, other.memberId],
  );

/** The state of somebody's membership there, or null. */
export async function membershipOf(slug: string, { memberId }: Person): Promise<string | null> {
  const [row] = await sql<{ state: string }>(
    `SELECT m."state" FROM "Membership" m JOIN "Association" a ON a."id" = m."associationId" WHERE a."slug" = $1 AND m."memberId" = $2`,
    [slug, memberId],
  );
  return row?.state ?? null;
}
