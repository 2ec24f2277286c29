import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { dayOf, daysBetween } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { unlocked } from "@/lib/db/transaction";
import { readStanding } from "@/lib/membership/facts";
import { isMember } from "@/lib/membership/rules";
import { ASSOCIATION_REF, refOf } from "@/lib/membership/sight/queries";
import type { Log, LogLine } from "./types";

const LINES_MAX = 200;

/**
 * What was decided on reports and cases, newest first, for those who belong (rule MO4, promise P54): clause, outcome and, of
 * reports, the reason; no name of anybody. Null for anybody else.
 */
export async function findLog(actor: Actor, slug: string, now = new Date()): Promise<Log | null> {
  const association = await db.association.findUnique({ where: { slug }, select: { id: true, ...ASSOCIATION_REF } });
  if (!association) return null;
  const { id: associationId } = association;
  const standing = await readStanding(unlocked, { memberId: actor.memberId, associationId, now });
  if (!standing || !isMember(standing.state)) return null;
  const lines = [...(await listMeasures(associationId)), ...(await listRulings(associationId))];
  return {
    ...{ association: refOf(association), holds: standing.responsibilities },
    lines: lines.sort((a, b) => b.at.localeCompare(a.at)).slice(0, LINES_MAX),
  };
}

async function listMeasures(associationId: string): Promise<LogLine[]> {
  const rows = await db.measure.findMany({
    where: { report: { associationId } },
    orderBy: { at: "desc" },
    take: LINES_MAX,
    select: {
      ...{ id: true, kind: true, isAppeal: true, reason: true, at: true, isLapsed: true, until: true },
      clause: { select: { number: true } },
      report: { select: { locale: true } },
    },
  });
  return rows.map(({ id, kind, isAppeal, isLapsed, reason, at, until, clause, report }) => ({
    ...{ id, what: isLapsed ? "LAPSED" : kind, isAppeal, clause: clause.number, reason: reason || null },
    ...{ locale: report.locale, at: at.toISOString(), days: until && pauseDays(at, until) },
  }));
}

/** A pause ends with a day: its last one counts. */
const pauseDays = (at: Date, until: Date) => daysBetween(dayOf(at), dayOf(new Date(until.getTime() - 1)));

async function listRulings(associationId: string): Promise<LogLine[]> {
  const rows = await db.caseRuling.findMany({
    where: { case: { associationId } },
    orderBy: { at: "desc" },
    take: LINES_MAX,
    select: {
      ...{ id: true, isOut: true, isAppeal: true, at: true },
      case: { select: { locale: true, clause: { select: { number: true } } } },
    },
  });
  return rows.map(({ id, isOut, isAppeal, at, case: { locale, clause } }) => ({
    ...{
      id,
      what: isOut ? "OUT" : "IN",
      isAppeal,
      clause: clause.number,
      reason: null,
      locale,
      at: at.toISOString(),
      days: null,
    },
  }));
}
