import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { addDays } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { plannedEachTime, type Sql, sql } from "@/lib/db/sql";
import { unlocked } from "@/lib/db/transaction";
import { heldOf } from "@/lib/member/competence/rules";
import { findDesk } from "../desk/queries";
import { ASK_AGAIN_DAYS } from "../offer/rules";
import { readCompetenceId } from "../proposal/facts";
import { isOpenToOffers } from "../rules";
import { personOf } from "../sight/queries";
import type { Candidate, CoverView, SentAsk } from "./types";

const CANDIDATES_MAX = 12;
type Where = { slug: string; needId: string };

/** Rows «c» of the associations that carry p: the one that leads it and those that co-host. */
const CARRIERS: Sql = sql`(SELECT k.* FROM "ProjectCarrier" k WHERE k."projectId" = p."id") c`;

/** Who could cover a need, and whom its owner asked; null for anybody else, as if there were none (rule A2). */
export async function findCovering(actor: Actor, { slug, needId }: Where, now = new Date()): Promise<CoverView | null> {
  const desk = await findDesk(actor, slug);
  const need = desk?.project.needs.find(({ id }) => id === needId);
  if (!desk || !need) return null;
  const { title, place, state } = desk.project;
  const { id, title: needTitle, kind, isCritical, seats, accepted, competence, due } = need;
  const competenceId = await readCompetenceId(unlocked, competence);
  const mayAsk = desk.mayManage && isOpenToOffers(state) && accepted < seats;
  return {
    ...{ id, title: needTitle, kind, isCritical, seats, accepted, competence, due, mayAsk },
    project: { slug, title, place },
    candidates: mayAsk && competenceId ? await listCandidates(actor, { slug, needId, competenceId }, now) : [],
    sent: await listSent(actor, needId),
  };
}

type Asked = Where & { competenceId: number };

/**
 * Members a member finds who show that they can do what the need asks, or something below it, and who let themselves be asked;
 * none who stand in it already, are asked, or lately let the same person know «non ora» (rule PT3). Those nearby, then fellow
 * members, then those who know it best: never popularity, never how long they are here (rule MT3). One statement, that looks at
 * the first of each of these only, however many there are.
 */
async function listCandidates(actor: Actor, { slug, needId, competenceId }: Asked, now: Date): Promise<Candidate[]> {
  const me = sql`${actor.memberId}::uuid`;
  const statement = sql`
    WITH asked AS MATERIALIZED (
      SELECT p."id", p."placeSlug", p."isMembersOnly", n."id" AS "needId", n."competenceId" FROM "Need" n JOIN "Project" p ON p."id" = n."projectId"
       WHERE n."id" = ${needId}::uuid AND p."slug" = ${slug}),
    fitting AS (${firstOf(sql`e."tokens" @> ARRAY[(SELECT directory_token('province:' || at."provinceCode") FROM asked p JOIN "Place" at ON at."slug" = p."placeSlug")]`, competenceId, LEVELS)}
      UNION ${firstOf(sql`e."memberId" IN (SELECT b."memberId" FROM asked p JOIN "ProjectCarrier" c ON c."projectId" = p."id" JOIN "Membership" b ON b."associationId" = c."associationId")`, competenceId, LEVELS)}
      UNION ${firstOf(sql`true`, competenceId, [4])} UNION ${firstOf(sql`true`, competenceId, [3])}
      UNION ${firstOf(sql`true`, competenceId, [2])} UNION ${firstOf(sql`true`, competenceId, [1])})
    SELECT json_build_object('person', ${personOf(actor, sql`f."memberId"`)}, 'headline', m."headline", 'locale', m."contentLocale",
             'competence', h."slug", 'level', h."level", 'isNear', near."is", 'isFellow', fellow."is") AS "candidate"
      FROM asked p CROSS JOIN fitting f JOIN "Member" m ON m."id" = f."memberId" AND m."isAskable"
      JOIN "Account" a ON a."id" = m."accountId" AND a."suspendedAt" IS NULL
      CROSS JOIN LATERAL (${HELD}) h CROSS JOIN LATERAL (${IS_NEAR}) near CROSS JOIN LATERAL (${isFellow(me)}) fellow
     WHERE f."memberId" <> ${me} AND NOT ${isOut(me, now)}
       AND (NOT p."isMembersOnly" OR EXISTS (
         SELECT 1 FROM ${CARRIERS} JOIN "Membership" b ON b."associationId" = c."associationId"
          WHERE b."memberId" = f."memberId" AND b."state" = 'ACTIVE'))
     ORDER BY near."is" DESC, fellow."is" DESC, h."level" DESC, f."rank", f."memberId" LIMIT ${CANDIDATES_MAX}`;
  const rows = await db.$queryRaw<{ candidate: Candidate }[]>(plannedEachTime(statement));
  return rows.map(({ candidate }) => candidate);
}

const LEVELS = [4, 3, 2, 1] as const;
/** More than are shown: some of them stand in the need already, or let nobody ask them. */
const LOOKED_AT = 60;

/** Of those who show the competence at one of these levels, the first to whom something else applies. */
const firstOf = (condition: Sql, competenceId: number, levels: readonly number[]): Sql => sql`(
  SELECT e."memberId", e."rank" FROM "DirectoryEntry" e
   WHERE e."viewer" = 'MEMBER' AND e."shows" & 2 <> 0 AND e."tokens" && ${levels.map((level) => heldOf({ id: competenceId, level }))}::int[] AND ${condition}
   ORDER BY e."rank", e."id" LIMIT ${LOOKED_AT})`;

/** What of theirs answers the need: the competence itself before one below it, what they know best first. */
const HELD: Sql = sql`
  SELECT c."slug", mc."level" FROM "Member" m CROSS JOIN competences_held(m."competences") mc JOIN "Competence" c ON c."id" = mc."competenceId"
    JOIN "CompetenceAncestor" up ON up."competenceId" = mc."competenceId" AND up."aboveId" = p."competenceId"
   WHERE m."id" = f."memberId" ORDER BY mc."competenceId" <> p."competenceId", mc."level" DESC, mc."position" LIMIT 1`;

/** Where they live is said only to those who may know: the directory's own token for it is. */
const IS_NEAR: Sql = sql`
  SELECT EXISTS (SELECT 1 FROM "DirectoryEntry" e JOIN "Place" l ON l."slug" = e."placeSlug" JOIN "Place" at ON at."slug" = p."placeSlug"
                  WHERE e."memberId" = f."memberId" AND e."viewer" = 'MEMBER' AND l."provinceCode" = at."provinceCode") AS "is"`;

/** Members of one association read who else belongs to it. */
const isFellow = (me: Sql) => sql`
  SELECT EXISTS (SELECT 1 FROM ${CARRIERS} JOIN "Membership" b ON b."associationId" = c."associationId" AND b."memberId" = f."memberId" AND b."state" = 'ACTIVE'
                   JOIN "Membership" mine ON mine."associationId" = c."associationId" AND mine."memberId" = ${me} AND mine."state" = 'ACTIVE') AS "is"`;

const isOut = (me: Sql, now: Date) => sql`(
  EXISTS (SELECT 1 FROM "NeedOffer" o WHERE o."needId" = p."needId" AND o."memberId" = f."memberId" AND o."state" IN ('WAITING', 'QUEUED', 'ACCEPTED'))
  OR EXISTS (SELECT 1 FROM "NeedAsk" q WHERE q."projectId" = p."id" AND q."toId" = f."memberId"
              AND (q."state" = 'OPEN' OR q."state" IN ('DECLINED', 'LAPSED') AND q."askedById" = ${me}
                   AND q."closedAt" > ${addDays(now, -ASK_AGAIN_DAYS)}::timestamptz))
  OR EXISTS (SELECT 1 FROM "SeatAsk" s JOIN "CoProposer" d ON d."id" = s."coProposerId"
              WHERE d."projectId" = p."id" AND d."memberId" = f."memberId"
                AND (s."state" = 'OPEN' OR s."state" = 'DECLINED' AND s."closedAt" > ${addDays(now, -ASK_AGAIN_DAYS)}::timestamptz)))`;

/** Whom the actor asked about a need, newest first, and what they said: nobody else's asking but what still waits (rule PT3). */
async function listSent(actor: Actor, needId: string): Promise<SentAsk[]> {
  return db.$queryRaw<SentAsk[]>`
    SELECT q."id"::text, ${personOf(actor, sql`q."toId"`)} AS "person", q."reason", q."state"::text AS "state",
           to_json(q."askedAt") #>> '{}' AS "askedAt", to_json(q."expiresAt") #>> '{}' AS "expiresAt"
      FROM "NeedAsk" q WHERE q."needId" = ${needId}::uuid AND (q."askedById" = ${actor.memberId}::uuid OR q."state" = 'OPEN')
     ORDER BY q."askedAt" DESC, q."id" DESC`;
}
