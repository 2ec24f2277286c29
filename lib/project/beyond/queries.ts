import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { addDays } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { type Sql, sql } from "@/lib/db/sql";
import { unlocked } from "@/lib/db/transaction";
import { readProject, readScope } from "../facts";
import { ASK_AGAIN_DAYS, canOffer } from "../offer/rules";
import { mayOffer } from "../policy";
import { isVisible, personOf } from "../sight/queries";
import { readOffering } from "./facts";
import type { OfferingView } from "./types";

/** The page on which one offers beyond the needs; null when there is no such project, or none for this actor (rule A2). */
export async function findOffering(actor: Actor, slug: string, now = new Date()): Promise<OfferingView | null> {
  const { memberId } = actor;
  const [row] = await db.$queryRaw<{ view: Omit<OfferingView, "againFrom" | "mayOffer"> }[]>`
    SELECT json_build_object(
      'project', json_build_object('slug', p."slug", 'title', p."title", 'purpose', p."purpose", 'locale', p."contentLocale"),
      'competences', (SELECT COALESCE(json_agg(hc."slug" ORDER BY h."position"), '[]')
                        FROM "Member" m CROSS JOIN competences_held(m."competences") h JOIN "Competence" hc ON hc."id" = h."competenceId"
                        WHERE m."id" = ${memberId}::uuid),
      'own', (SELECT ${viewOf(actor)} FROM "BeyondOffer" b LEFT JOIN "Competence" c ON c."id" = b."competenceId"
               WHERE b."projectId" = p."id" AND b."memberId" = ${memberId}::uuid AND b."state" = 'WAITING')) AS "view"
      FROM "Project" p WHERE p."slug" = ${slug} AND ${isVisible(actor)}`;
  const project = row && (await readProject(unlocked, slug));
  if (!row || !project) return null;
  const { id: projectId, state } = project;
  const facts = await readOffering(unlocked, { projectId, memberId, state, now });
  const again = facts.lastDeclinedAt && addDays(facts.lastDeclinedAt, ASK_AGAIN_DAYS);
  return {
    ...row.view,
    againFrom: again && again > now ? again.toISOString() : null,
    mayOffer: mayOffer(actor, await readScope(unlocked, memberId, project, now)) && canOffer(facts).ok,
  };
}

/** An offer «b» with its competence «c», a BeyondView. */
const viewOf = (actor: Actor): Sql => sql`json_build_object(
  'id', b."id", 'person', ${personOf(actor, sql`b."memberId"`)}, 'title', b."title", 'brings', b."brings", 'competence', c."slug",
  'contact', b."contact", 'message', b."message", 'minutes', b."minutes", 'offeredAt', b."offeredAt")`;

/** Those that wait for the owner of p, who is the actor, the oldest first. */
export const waitingBeyond = (actor: Actor): Sql => sql`(
  SELECT COALESCE(json_agg(${viewOf(actor)} ORDER BY b."offeredAt", b."id"), '[]')
    FROM "BeyondOffer" b LEFT JOIN "Competence" c ON c."id" = b."competenceId"
   WHERE b."projectId" = p."id" AND b."state" = 'WAITING')`;
