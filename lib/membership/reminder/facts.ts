import "server-only";
import { type Sql, sql } from "@/lib/db/sql";
import type { Tx } from "@/lib/db/transaction";
import type { StatementReminder } from "./types";

type Reader = Pick<Tx, "$queryRaw">;
type At = { readonly today: string; readonly withinDays: number };

/** Addresses of associations where a member takes part on a statement that ends within so many days. */
export async function listEnding(tx: Reader, { today, withinDays }: At): Promise<string[]> {
  const rows = await tx.$queryRaw<{ slug: string }[]>`
    SELECT DISTINCT s."slug" FROM "Membership" m JOIN "Association" s ON s."id" = m."associationId"
      JOIN LATERAL (SELECT q."untilOn" FROM "Pledge" q WHERE q."membershipId" = m."id" ORDER BY q."acceptedAt" DESC, q."id" DESC LIMIT 1) p ON true
     WHERE m."state" = 'ACTIVE' AND s."state" <> 'CLOSED' AND p."untilOn" <= ${today}::date + ${withinDays}::int
       AND NOT EXISTS (SELECT 1 FROM "MembershipReminder" r
                        WHERE r."membershipId" = m."id" AND r."aboutOn" = p."untilOn" AND r."kind" = 'STATEMENT_OVER')
     ORDER BY s."slug"`;
  return rows.map(({ slug }) => slug);
}

export type Ending = {
  readonly membershipId: string;
  readonly memberId: string;
  readonly pledgeId: string;
  readonly untilOn: string;
  readonly givenOn: string;
  /** What they heard of this statement's end. */
  readonly said: readonly StatementReminder[];
};

/** Statements in force of those who take part, that end within so many days. The caller holds the association's lock. */
export function readEnding(tx: Reader, associationId: string, { today, withinDays }: At): Promise<Ending[]> {
  return tx.$queryRaw<Ending[]>`
    SELECT m."id"::text AS "membershipId", m."memberId"::text, p."id"::text AS "pledgeId", p."untilOn"::text,
           ((p."acceptedAt" AT TIME ZONE 'Europe/Rome')::date)::text AS "givenOn",
           ARRAY(SELECT r."kind"::text FROM "MembershipReminder" r WHERE r."membershipId" = m."id" AND r."aboutOn" = p."untilOn") AS "said"
      FROM "Membership" m
      JOIN LATERAL (SELECT * FROM "Pledge" q WHERE q."membershipId" = m."id" ORDER BY q."acceptedAt" DESC, q."id" DESC LIMIT 1) p ON true
     WHERE m."associationId" = ${associationId}::uuid AND m."state" = 'ACTIVE' AND p."untilOn" <= ${today}::date + ${withinDays}::int
     ORDER BY m."id"`;
}

/** Pauses «m» whose last day has come and was not spoken of. */
const pauseOver = (today: string): Sql => sql`
  m."state" = 'PAUSED' AND m."pausedUntilOn" <= ${today}::date AND NOT EXISTS (
    SELECT 1 FROM "MembershipReminder" r
     WHERE r."membershipId" = m."id" AND r."kind" = 'PAUSE_OVER' AND r."aboutOn" = m."pausedUntilOn")`;

/** Addresses of associations where somebody's pause was meant to last until today or before, and nobody has asked them. */
export async function listPausesOver(tx: Reader, today: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ slug: string }[]>`
    SELECT DISTINCT s."slug" FROM "Membership" m JOIN "Association" s ON s."id" = m."associationId"
     WHERE ${pauseOver(today)} AND s."state" <> 'CLOSED' ORDER BY s."slug"`;
  return rows.map(({ slug }) => slug);
}

/** Those pauses. The caller holds the association's lock. */
export function readPausesOver(tx: Reader, associationId: string, today: string) {
  return tx.$queryRaw<{ membershipId: string; memberId: string; aboutOn: string }[]>`
    SELECT m."id"::text AS "membershipId", m."memberId"::text, m."pausedUntilOn"::text AS "aboutOn"
      FROM "Membership" m WHERE m."associationId" = ${associationId}::uuid AND ${pauseOver(today)} ORDER BY m."id"`;
}
