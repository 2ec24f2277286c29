import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { type Sql, sql } from "@/lib/db/sql";
import type { ApprovalView } from "../approval/types";
import { waitingBeyond } from "../beyond/queries";
import type { BeyondView } from "../beyond/types";
import type { OfferView } from "../offer/types";
import { findProject } from "../page/queries";
import { personOf } from "../sight/queries";
import type { Person } from "../types";
import type { DeskNeed, DeskView, OpenCommitment } from "./types";

type Row = {
  needs: readonly (Omit<DeskNeed, "waiting" | "queued"> & { readonly offers: readonly OfferView[] })[];
  commitments: readonly OpenCommitment[];
  askedToLead: Person;
  approval: ApprovalView | null;
  beyond: readonly BeyondView[];
};

/** The desk of a project's owner; null for anybody else, as if there were none (rule A2). */
export async function findDesk(actor: Actor, slug: string): Promise<DeskView | null> {
  const project = await findProject(actor, slug);
  if (!project?.viewer?.isOwner) return null;
  const [row] = await db.$queryRaw<{ desk: Row }[]>`
    SELECT json_build_object('needs', ${needs(actor)}, 'commitments', ${commitments(actor)}, 'askedToLead', ${asked(actor)}, 'approval', ${APPROVAL}, 'beyond', ${waitingBeyond(actor)}) AS "desk"
      FROM "Project" p WHERE p."slug" = ${slug} AND p."ownerId" = ${actor.memberId}::uuid`;
  if (!row) return null;
  const { needs: rows, ...desk } = row.desk;
  const seated = project.needs.flatMap((need) => need.sitters.flatMap(({ person }) => person ?? []));
  const dreaming = project.state === "IDEA" ? (project.dream?.dreamers ?? []) : [];
  const others = [...seated, ...dreaming.flatMap(({ person }) => person ?? [])].filter(
    ({ memberId }) => memberId !== actor.memberId,
  );
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
  SELECT COALESCE(json_agg(json_build_object('id', n."id", 'title', n."title", 'isCritical', n."isCritical", 'seats', n."seats",
      'accepted', n."taken",
      'offers', (SELECT COALESCE(json_agg(json_build_object('id', o."id", 'person', ${personOf(actor, sql`o."memberId"`)},
                   'brings', o."brings", 'competence', c."slug", 'contact', o."contact", 'message', o."message",
                   'minutes', o."minutes", 'untilOn', to_char(o."untilOn", 'YYYY-MM-DD'), 'state', o."state", 'offeredAt', o."offeredAt")
                   ORDER BY COALESCE(o."decidedAt", o."offeredAt"), o."id"), '[]')
                   FROM "NeedOffer" o LEFT JOIN "Competence" c ON c."id" = o."competenceId"
                  WHERE o."needId" = n."id" AND o."state" IN ('WAITING', 'QUEUED'))) ORDER BY n."position"), '[]')
    FROM "Need" n WHERE n."projectId" = p."id")`;

const commitments = (actor: Actor): Sql => sql`(
  SELECT COALESCE(json_agg(json_build_object('id', c."id", 'text', c."text", 'due', to_char(c."dueOn", 'YYYY-MM-DD'),
                            'person', ${personOf(actor, sql`c."memberId"`)}) ORDER BY c."dueOn", c."id"), '[]')
    FROM "Commitment" c WHERE c."projectId" = p."id" AND c."state" = 'OPEN')`;

const asked = (actor: Actor): Sql => sql`(
  SELECT ${personOf(actor, sql`h."toId"`)} FROM "ProjectHandover" h WHERE h."projectId" = p."id" AND h."state" = 'OFFERED')`;

/** The newest word of the association that leads it, or its asking. */
const APPROVAL: Sql = sql`(
  SELECT json_build_object('state', a."state", 'at', COALESCE(a."closedAt", a."askedAt"), 'reason', a."reason")
    FROM "ProjectApproval" a WHERE a."projectId" = p."id" AND a."state" <> 'WITHDRAWN' ORDER BY a."askedAt" DESC, a."id" DESC LIMIT 1)`;
