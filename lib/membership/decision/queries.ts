import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { addDays } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { PAPERS, papersOf, UUID } from "../application/queries";
import type { Desk, DeskPapersView } from "../application/types";
import { findAnsweringFor, personFor, personOf, refOf } from "../sight/queries";

const QUEUE_MAX = 100;
const DECIDED_DAYS = 30;

/** The queue of an association, the nearest day first, for whoever admits; never their own papers. Null for anybody else. */
export async function findDesk(actor: Actor, slug: string, now = new Date()): Promise<Desk | null> {
  const association = await findAnsweringFor(actor, slug, "ADMIT", now);
  if (!association) return null;
  const { id: associationId, decisionDays } = association;
  const rows = await db.application.findMany({
    where: { associationId, state: "PENDING", answerBy: { gte: now }, memberId: { not: actor.memberId } },
    orderBy: [{ answerBy: "asc" }, { id: "asc" }],
    take: QUEUE_MAX,
    select: {
      id: true,
      answerBy: true,
      member: { select: personFor(actor) },
      charterId: true,
      stances: {
        orderBy: { charterValue: { position: "asc" } },
        select: { stance: true, charterValue: { select: { charterId: true } } },
      },
      decisions: { where: { deciderId: actor.memberId }, select: { id: true } },
    },
  });
  const decided = { associationId, decisions: { some: { at: { gte: addDays(now, -DECIDED_DAYS) } } } };
  return {
    ...{
      association: refOf(association),
      holds: association.standing.responsibilities,
      decisionDays,
    },
    queue: rows.map(({ id, answerBy, member, stances, decisions, charterId }) => ({
      id,
      person: personOf(member),
      answerBy: (answerBy ?? now).toISOString(),
      stances: stances.filter((one) => one.charterValue.charterId === charterId).map(({ stance }) => stance),
      hasDecided: decisions.length > 0,
    })),
    decidedCount: await db.application.count({ where: { ...decided, state: { not: "PENDING" } } }),
  };
}

/** An application as whoever admits reads it, decided ones too. Null for anybody else, and for papers of their own. */
export async function findOnDesk(
  actor: Actor,
  { slug, id }: { slug: string; id: string },
  now = new Date(),
): Promise<DeskPapersView | null> {
  const association = UUID.test(id) ? await findAnsweringFor(actor, slug, "ADMIT", now) : null;
  if (!association) return null;
  const row = await db.application.findFirst({
    where: { id, associationId: association.id, door: "APPLICATION", memberId: { not: actor.memberId } },
    select: { ...PAPERS, member: { select: personFor(actor) } },
  });
  if (!row) return null;
  const papers = papersOf(row, actor, now);
  const hasSaid = papers.decisions.some(({ isOwn }) => isOwn);
  return {
    ...papers,
    person: personOf(row.member),
    clauses: row.charter.clauses,
    minMinutes: row.charter.minMinutes,
    closed: papers.state !== "PENDING" ? "decided" : hasSaid ? "said" : null,
  };
}
