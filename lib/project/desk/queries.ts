import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { type Sql, sql } from "@/lib/db/sql";
import type { OfferView } from "../offer/types";
import { findProject } from "../page/queries";
import { isVisible, personOf } from "../sight/queries";
import type { Person } from "../types";
import type { DeskNeed, DeskView, OpenCommitment, WaitingView } from "./types";

type Row = {
  needs: readonly (Omit<DeskNeed, "waiting" | "queued"> & { readonly offers: readonly OfferView[] })[];
  commitments: readonly OpenCommitment[];
  askedToLead: Person;
};

/** The desk of a project's owner; null for anybody else, as if there were none (rule A2). */
export async function findDesk(actor: Actor, slug: string): Promise<DeskView | null> {
  const project = await findProject(actor, slug);
  if (!project?.viewer?.isOwner) return null;
  const [row] = await db.$queryRaw<{ desk: Row }[]>`
    SELECT jsonb_build_object('needs', ${needs(actor)}, 'commitments', ${commitments(actor)}, 'askedToLead', ${asked(actor)}) AS "desk"
      FROM "Project" p WHERE p."slug" = ${slug} AND p."ownerId" = ${actor.memberId}::uuid`;
  if (!row) return null;
  const { needs: rows, ...desk } = row.desk;
  const seated = project.needs.flatMap((need) => need.sitters.flatMap(({ person }) => person ?? []));
  const others = seated.filter(({ memberId }) => memberId !== actor.memberId);
  return {
    ...desk,
    project,
    needs: rows.map(({ offers, ...need }) => ({
      ...need,
      waiting: offers.filter(({ state }) => state === "WAITING"),
      queued: offers.filter(({ state }) => state === "QUEUED"),
    })),
    participants: [...new Map(others.map((person) => [person.memberId, person])).values()],
    mayManage: !project.association || project.viewer.membership === "ACTIVE",
  };
}

const needs = (actor: Actor): Sql => sql`(
  SELECT COALESCE(jsonb_agg(jsonb_build_object('id', n."id", 'title', n."title", 'isCritical', n."isCritical", 'seats', n."seats",
      'accepted', (SELECT count(*)::int FROM "NeedOffer" a WHERE a."needId" = n."id" AND a."state" = 'ACCEPTED'),
      'offers', (SELECT COALESCE(jsonb_agg(jsonb_build_object('id', o."id", 'person', ${personOf(actor, sql`o."memberId"`)},
                   'brings', o."brings", 'competence', c."slug", 'contact', o."contact", 'message', o."message",
                   'minutes', o."minutes", 'state', o."state", 'offeredAt', o."offeredAt")
                   ORDER BY COALESCE(o."decidedAt", o."offeredAt"), o."id"), '[]')
                   FROM "NeedOffer" o LEFT JOIN "Competence" c ON c."id" = o."competenceId"
                  WHERE o."needId" = n."id" AND o."state" IN ('WAITING', 'QUEUED'))) ORDER BY n."position"), '[]')
    FROM "Need" n WHERE n."projectId" = p."id")`;

const commitments = (actor: Actor): Sql => sql`(
  SELECT COALESCE(jsonb_agg(jsonb_build_object('id', c."id", 'text', c."text", 'due', to_char(c."dueOn", 'YYYY-MM-DD'),
                            'person', ${personOf(actor, sql`c."memberId"`)}) ORDER BY c."dueOn", c."id"), '[]')
    FROM "Commitment" c WHERE c."projectId" = p."id" AND c."state" = 'OPEN')`;

const asked = (actor: Actor): Sql => sql`(
  SELECT ${personOf(actor, sql`h."toId"`)} FROM "ProjectHandover" h WHERE h."projectId" = p."id" AND h."state" = 'OFFERED')`;

/** Offers to decide, contributions to confirm, a project to take on: what waits for the actor in projects, oldest first. */
export async function listWaitingFor(actor: Actor): Promise<WaitingView[]> {
  const me = sql`${actor.memberId}::uuid`;
  return db.$queryRaw<WaitingView[]>`
    SELECT w."kind", w."id"::text, jsonb_build_object('slug', p."slug", 'title', p."title") AS "project", w."about",
           ${personOf(actor, sql`w."memberId"`)} AS "person", to_char(w."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "at"
      FROM (
        SELECT 'OFFER' AS "kind", o."id", n."projectId", n."title" AS "about", o."memberId", o."offeredAt" AS "at"
          FROM "NeedOffer" o JOIN "Need" n ON n."id" = o."needId" JOIN "Project" own ON own."id" = n."projectId"
         WHERE own."ownerId" = ${me} AND o."state" = 'WAITING'
        UNION ALL
        SELECT 'CONTRIBUTION', k."id", k."projectId", k."title", k."memberId", k."declaredAt"
          FROM "Contribution" k JOIN "Project" of ON of."id" = k."projectId"
         WHERE k."state" = 'DECLARED' AND k."memberId" <> ${me} AND (of."ownerId" = ${me} OR EXISTS (
           SELECT 1 FROM "Need" n JOIN "NeedOffer" o ON o."needId" = n."id"
            WHERE n."projectId" = k."projectId" AND o."memberId" = ${me} AND o."state" = 'ACCEPTED'))
        UNION ALL
        SELECT 'HANDOVER', h."id", h."projectId", '', h."offeredById", h."offeredAt"
          FROM "ProjectHandover" h WHERE h."toId" = ${me} AND h."state" = 'OFFERED') w
      JOIN "Project" p ON p."id" = w."projectId"
     WHERE ${isVisible(actor)} ORDER BY w."at", w."id" LIMIT 100`;
}
