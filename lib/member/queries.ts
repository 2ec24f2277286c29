import "server-only";
import type { Actor, Viewer } from "@/lib/auth/actor";
import { db, readRows } from "@/lib/db/client";
import { type Sql, sql } from "@/lib/db/sql";
import { lookerOf } from "@/lib/directory/looker/queries";
import type { Looker } from "@/lib/directory/types";
import { commonGround } from "./common/rules";
import { isShared, relationTo } from "./relation/queries";
import { visibleProfile } from "./rules";
import type { CommonGround, Profile, Relation, VisibleProfile } from "./types";

/** A profile with how whoever looks stands to its owner. */
export type SeenProfile<More = null> = {
  readonly profile: VisibleProfile;
  readonly relation: Relation;
  readonly common: CommonGround | null;
  readonly more: More;
};

/**
 * The profile behind a handle as far as whoever looks may read it; null when for them it does not exist (rules A2, PV1). One
 * statement, and what else it asks of the member m with it: `more`, judged by whoever asks it and not by `visibleProfile`.
 */
export function findProfile(viewer: Viewer, handle: string): Promise<SeenProfile | null>;
export function findProfile<More>(viewer: Viewer, handle: string, more: Sql): Promise<SeenProfile<More> | null>;
export async function findProfile<More>(viewer: Viewer, handle: string, more?: Sql): Promise<SeenProfile<More> | null> {
  const found = await readProfile<More>(viewer, sql`m."handle" = ${handle}`, more);
  if (!found) return null;
  const profile = visibleProfile(found.profile, found.relation);
  if (!profile) return null;
  const shared = found.profile.memberships.flatMap(({ slug, isShared }) => (isShared ? [slug] : []));
  return { profile, relation: found.relation, common: commonGround(profile, found.looker, shared), more: found.more };
}

/** One's own profile, whole. */
export async function findOwnProfile(actor: Actor): Promise<Profile> {
  const found = await readProfile(actor, sql`m."id" = ${actor.memberId}::uuid`);
  if (!found) throw new Error("a signed-in member has no profile");
  return found.profile;
}

/** How far through the welcome somebody is; null once finished or skipped. */
export async function findWelcomeStep(actor: Actor): Promise<number | null> {
  const member = await db.member.findUniqueOrThrow({ where: { id: actor.memberId }, select: { welcomeStep: true } });
  return member.welcomeStep;
}

type Found<More> = { profile: Profile; relation: Relation; looker: Looker; more: More };

async function readProfile<More>(viewer: Viewer, which: Sql, more: Sql = sql`NULL`): Promise<Found<More> | null> {
  const me = sql`${viewer?.memberId ?? null}::uuid`;
  const [row] = await readRows<Found<More>>(sql`
    SELECT ${lookerOf(viewer)} AS "looker",
           ${relationTo(me)} AS "relation",
           ${more} AS "more",
           json_build_object(
             'id', m."id", 'handle', m."handle", 'name', m."name", 'headline', m."headline", 'contentLocale', m."contentLocale",
             'joinedAt', to_char(m."joinedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
             'isListed', m."isListed", 'isPublic', m."isPublic", 'isIndexed', m."isIndexed", 'isAskable', m."isAskable",
             'photoId', m."photoId", 'placeSlug', m."placeSlug", 'languages', to_json(COALESCE(m."languages", '{}')),
             'about', m."about", 'story', m."story", 'valueBrought', m."valueBrought", 'audience', m."audience", 'vision', m."vision",
             'email', a."email",
             'audiences', (SELECT COALESCE(json_object_agg("field", "audience"), '{}') FROM "MemberFieldAudience" WHERE "memberId" = m."id"),
             'competences', (SELECT COALESCE(json_agg(json_build_object('slug', ${slugOf(sql`s."competenceId"`)}, 'level', s."level") ORDER BY s."position"), '[]')
                               FROM competences_held(m."competences") s),
             'offers', ${standing("OFFER")}, 'asks', ${standing("ASK")},
             'values', to_json(m."values"),
             'memberships', (SELECT COALESCE(json_agg(json_build_object(
                 'slug', o."slug", 'name', o."name", 'isVisible', b."isVisible", 'since', to_char(b."firstJoinedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                 'isShared', (${me} IS DISTINCT FROM m."id" AND ${isShared(me)}), 'values', ${emblemValues()}) ORDER BY b."firstJoinedAt"), '[]')
                 FROM "Membership" b JOIN "Association" o ON o."id" = b."associationId"
                WHERE b."memberId" = m."id" AND b."state" IN ('ACTIVE', 'PAUSED') AND o."state" <> 'CLOSED')) AS "profile"
      FROM "Member" m JOIN "Account" a ON a."id" = m."accountId"
     WHERE ${which} AND (a."suspendedAt" IS NULL OR m."id" = ${me})`);
  return row ?? null;
}

/** The slug of a competence, by its key: joined, all of them would be read. */
const slugOf = (id: Sql): Sql => sql`(SELECT c."slug" FROM "Competence" c WHERE c."id" = ${id})`;

/** Offers or asks that stand today, newest first. */
const standing = (side: "OFFER" | "ASK"): Sql => sql`(
  SELECT COALESCE(json_agg(json_build_object('id', x."id", 'title', x."title", 'kind', x."kind", 'locale', x."locale",
           'competence', ${slugOf(sql`x."competenceId"`)}, 'untilOn', x."untilOn") ORDER BY x."createdAt" DESC, x."id" DESC), '[]')
    FROM "Exchange" x
   WHERE x."memberId" = m."id" AND x."side" = ${side}::"ExchangeSide" AND x."withdrawnAt" IS NULL
     AND (x."untilOn" IS NULL OR x."untilOn" >= (now() AT TIME ZONE 'Europe/Rome')::date))`;

/** Values of the charter in force of the association `o`, for its emblem. */
const emblemValues = (): Sql => sql`(
  SELECT COALESCE(json_agg(COALESCE(v."valueSlug", v."name") ORDER BY v."position"), '[]') FROM "CharterValue" v
   WHERE v."charterId" = (SELECT h."id" FROM "Charter" h WHERE h."associationId" = o."id" AND h."publishedAt" <= now() ORDER BY h."version" DESC LIMIT 1))`;
