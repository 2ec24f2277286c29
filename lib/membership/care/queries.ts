import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { addDays, dateOf, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { PRACTISING_DAYS } from "../period/rules";
import { findAnsweringFor, personFor, personOf, refOf } from "../sight/queries";
import type { AskingLine, CareLine, CareView } from "./types";

/** Who is coming back is spoken of so many days before. */
const RETURNING_DAYS = 14;
const SHOWN = 100;

type At = { readonly actor: Actor; readonly associationId: string; readonly now: Date };

/**
 * Who may need a hand, for whoever answers for GRANT; null for anybody else. By name, without figures: nobody is ranked, and
 * what one owes is on one's own page alone.
 */
export async function findCare(actor: Actor, slug: string, now = new Date()): Promise<CareView | null> {
  const association = await findAnsweringFor(actor, slug, "GRANT", now);
  if (!association) return null;
  const at = { actor, associationId: association.id, now };
  return {
    association: refOf(association),
    holds: association.standing.responsibilities,
    askings: await listAskings(at),
    behind: await listBehind(at),
    returning: await listReturning(at),
    away: await listAway(at),
    quiet: await listQuiet(at),
  };
}

const BY_NAME = [{ member: { name: "asc" as const } }, { id: "asc" as const }];

async function listAskings({ actor, associationId }: At): Promise<AskingLine[]> {
  const rows = await db.helpAsking.findMany({
    where: { closedAt: null, membership: { associationId, state: { in: ["ACTIVE", "PAUSED"] } } },
    orderBy: [{ membership: { member: { name: "asc" } } }, { id: "asc" }],
    take: SHOWN,
    select: { id: true, text: true, askedAt: true, membership: { select: { member: { select: personFor(actor) } } } },
  });
  return rows.map(({ id, text, askedAt, membership }) => ({
    ...{ id, text, askedAt: askedAt.toISOString() },
    person: personOf(membership.member),
  }));
}

async function listBehind({ actor, associationId }: At): Promise<CareLine[]> {
  const rows = await db.membership.findMany({
    where: { associationId, state: "ACTIVE", behindSince: { not: null } },
    ...{ orderBy: BY_NAME, take: SHOWN },
    select: { behindSince: true, member: { select: personFor(actor) } },
  });
  return rows.map(({ behindSince, member }) => ({
    person: personOf(member),
    at: behindSince && dayOf(behindSince),
  }));
}

async function listReturning({ actor, associationId, now }: At): Promise<CareLine[]> {
  const rows = await db.membership.findMany({
    where: { associationId, state: "PAUSED", pausedUntilOn: { lte: addDays(dateOf(dayOf(now)), RETURNING_DAYS) } },
    ...{ orderBy: BY_NAME, take: SHOWN },
    select: { pausedUntilOn: true, member: { select: personFor(actor) } },
  });
  return rows.map(({ pausedUntilOn, member }) => ({
    person: personOf(member),
    at: pausedUntilOn?.toISOString().slice(0, 10) ?? null,
  }));
}

async function listAway({ actor, associationId, now }: At): Promise<CareLine[]> {
  const today = dateOf(dayOf(now));
  const rows = await db.membership.findMany({
    where: { associationId, state: "ACTIVE", absences: { some: { fromOn: { lte: today }, untilOn: { gte: today } } } },
    ...{ orderBy: BY_NAME, take: SHOWN },
    select: { member: { select: personFor(actor) } },
  });
  return rows.map(({ member }) => ({ person: personOf(member), at: null }));
}

/** Nobody who is named above, and nobody who only listens. */
async function listQuiet({ actor, associationId, now }: At): Promise<CareLine[]> {
  const since = addDays(now, -PRACTISING_DAYS);
  const ids = await db.$queryRaw<{ id: string }[]>`
    SELECT m."id"::text FROM "Membership" m
     WHERE m."associationId" = ${associationId}::uuid AND m."state" = 'ACTIVE' AND m."behindSince" IS NULL AND m."stateSince" < ${since}
       AND NOT (SELECT p."isListening" FROM "Pledge" p WHERE p."membershipId" = m."id" ORDER BY p."acceptedAt" DESC, p."id" DESC LIMIT 1)
       AND NOT EXISTS (SELECT 1 FROM "Contribution" c LEFT JOIN "Project" j ON j."id" = c."projectId"
                        WHERE c."memberId" = m."memberId" AND c."state" = 'CONFIRMED' AND c."doneOn" > ${dayOf(since)}::date
                          AND COALESCE(c."associationId", j."associationId") = m."associationId"
                          AND NOT EXISTS (SELECT 1 FROM "ContributionReversal" r WHERE r."contributionId" = c."id"))
       AND NOT EXISTS (SELECT 1 FROM "Absence" a WHERE a."membershipId" = m."id" AND ${dayOf(now)}::date BETWEEN a."fromOn" AND a."untilOn")`;
  const rows = await db.membership.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    ...{ orderBy: BY_NAME, take: SHOWN },
    select: { member: { select: personFor(actor) } },
  });
  return rows.map(({ member }) => ({ person: personOf(member), at: null }));
}
