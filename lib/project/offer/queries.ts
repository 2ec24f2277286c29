import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { addDays } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { sql } from "@/lib/db/sql";
import { unlocked } from "@/lib/db/transaction";
import { readScope } from "../facts";
import { mayOffer } from "../policy";
import { isOpenToOffers } from "../rules";
import { day, isVisible, personOf } from "../sight/queries";
import { ASK_AGAIN_DAYS } from "./rules";
import type { NeedView } from "./types";

type Row = Omit<NeedView, "mayOffer" | "againFrom"> & {
  readonly of: Omit<Parameters<typeof readScope>[2], "isWithheld">;
};

/** The page on which one offers to a need; null when there is none, or none for this actor (rule A2). */
export async function findNeed(
  actor: Actor,
  { slug, needId }: { slug: string; needId: string },
  now = new Date(),
): Promise<NeedView | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(needId)) return null;
  const me = sql`${actor.memberId}::uuid`;
  const [row] = await db.$queryRaw<{ need: Row }[]>`
    SELECT json_build_object(
      'id', n."id", 'title', n."title", 'kind', n."kind", 'isCritical', n."isCritical", 'seats', n."seats", 'accepted', n."taken",
      'competence', c."slug", 'due', ${day(sql`n."dueOn"`)}, 'minutes', n."minutes",
      'project', json_build_object('slug', p."slug", 'title', p."title", 'purpose', p."purpose", 'state', p."state", 'locale', p."contentLocale"),
      'competences', (SELECT COALESCE(json_agg(hc."slug" ORDER BY h."position"), '[]')
                        FROM "Member" m CROSS JOIN competences_held(m."competences") h JOIN "Competence" hc ON hc."id" = h."competenceId"
                        WHERE m."id" = ${me}),
      'own', (SELECT json_build_object('id', o."id", 'person', NULL, 'brings', o."brings", 'competence', oc."slug",
                'contact', o."contact", 'message', o."message", 'minutes', o."minutes", 'untilOn', ${day(sql`o."untilOn"`)}, 'state', o."state", 'offeredAt', o."offeredAt",
                'closedAt', o."closedAt")
                FROM "NeedOffer" o LEFT JOIN "Competence" oc ON oc."id" = o."competenceId"
               WHERE o."needId" = n."id" AND o."memberId" = ${me} ORDER BY o."offeredAt" DESC, o."id" DESC LIMIT 1),
      'ask', (SELECT json_build_object('id', q."id", 'reason', q."reason", 'person', ${personOf(actor, sql`q."askedById"`)}, 'expiresAt', q."expiresAt")
                FROM "NeedAsk" q WHERE q."needId" = n."id" AND q."toId" = ${me} AND q."state" = 'OPEN' AND q."expiresAt" > ${now}::timestamptz),
      'of', json_build_object('id', p."id", 'ownerId', p."ownerId", 'associationId', p."associationId",
                               'isMembersOnly', p."isMembersOnly")) AS "need"
      FROM "Need" n JOIN "Project" p ON p."id" = n."projectId" LEFT JOIN "Competence" c ON c."id" = n."competenceId"
     WHERE n."id" = ${needId}::uuid AND p."slug" = ${slug} AND ${isVisible(actor)}`;
  if (!row) return null;
  const { of, ...need } = row.need;
  const isHeld = need.own !== null && ["WAITING", "QUEUED", "ACCEPTED"].includes(need.own.state);
  const againFrom =
    need.own?.state === "DECLINED" && need.own.closedAt ? addDays(new Date(need.own.closedAt), ASK_AGAIN_DAYS) : null;
  const isAllowed = mayOffer(actor, await readScope(unlocked, actor.memberId, { ...of, isWithheld: false }, now));
  return {
    ...need,
    againFrom: againFrom && againFrom > now ? againFrom.toISOString() : null,
    mayOffer:
      isAllowed &&
      !isHeld &&
      isOpenToOffers(need.project.state) &&
      (need.ask !== null || !(againFrom && againFrom > now)),
  };
}
