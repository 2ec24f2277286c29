import "server-only";
import type { Actor, Viewer } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { unlocked } from "@/lib/db/transaction";
import { waitingVersion } from "../acceptance/rules";
import { readStanding } from "../facts";
import { mayReadAdoption } from "../policy";
import { isMember } from "../rules";
import { personFor, personOf } from "../sight/queries";
import { heldByAtLeast } from "./rules";
import type { Adoption } from "./types";

/**
 * How many active members hold each value of the charter in force, by the id of the value, from their latest papers on that very
 * value; for those who belong. Null for anybody else (rule PV5).
 */
export async function listHeldValues(
  viewer: Viewer,
  associationId: string,
  now = new Date(),
): Promise<Record<string, number> | null> {
  const standing = viewer && (await readStanding(unlocked, { memberId: viewer.memberId, associationId, now }));
  if (!standing || !isMember(standing.state)) return null;
  const rows = await db.$queryRaw<{ id: string; holders: number; members: number }[]>`
    WITH latest AS (
      SELECT DISTINCT ON (m."id") m."id", p."id" AS "pledgeId" FROM "Membership" m JOIN "Pledge" p ON p."membershipId" = m."id"
       WHERE m."associationId" = ${associationId}::uuid AND m."state" = 'ACTIVE'
       ORDER BY m."id", p."acceptedAt" DESC, p."id" DESC)
    SELECT v."id"::text, (SELECT count(*)::int FROM latest) AS "members",
           (SELECT count(*)::int FROM latest l JOIN "PledgeStance" s ON s."pledgeId" = l."pledgeId"
              JOIN "CharterValue" w ON w."id" = s."charterValueId"
             WHERE s."stance" IN ('SHARED', 'ADOPTED') AND coalesce(w."valueSlug", w."name") = coalesce(v."valueSlug", v."name")
               AND w."meaning" = v."meaning" AND w."shownBy" = v."shownBy") AS "holders"
      FROM "CharterValue" v
     WHERE v."charterId" = (SELECT c."id" FROM "Charter" c WHERE c."associationId" = ${associationId}::uuid AND c."publishedAt" <= now()
                             ORDER BY c."version" DESC LIMIT 1)`;
  const counted = rows.map(({ id, holders, members }) => [id, heldByAtLeast(holders, members)] as const);
  return Object.fromEntries(counted.flatMap(([id, count]) => (count === null ? [] : [[id, count]])));
}

/** Who has accepted what is of substance in a charter and who has still to: for EDIT and GRANT; null for anybody else. */
export async function findAdoption(actor: Actor, associationId: string, now = new Date()): Promise<Adoption | null> {
  const standing = await readStanding(unlocked, { memberId: actor.memberId, associationId, now });
  if (!standing || !mayReadAdoption(standing)) return null;
  const charters = await db.charter.findMany({
    where: { associationId, publishedAt: { lte: now } },
    orderBy: { version: "desc" },
    select: { version: true, isMaterial: true, publishedAt: true },
  });
  const rows = await db.membership.findMany({
    where: { associationId, state: { in: ["ACTIVE", "PAUSED"] } },
    orderBy: [{ member: { name: "asc" } }, { id: "asc" }],
    select: {
      state: true,
      member: { select: personFor(actor) },
      pledges: {
        orderBy: [{ acceptedAt: "desc" }, { id: "desc" }],
        take: 1,
        select: { charter: { select: { version: true } } },
      },
    },
  });
  const active = rows.filter(({ state }) => state === "ACTIVE");
  const waiting = active.filter(({ pledges }) => waitingVersion(charters, pledges[0]?.charter.version ?? 0) !== null);
  return {
    version: charters[0]?.version ?? 0,
    acceptedCount: active.length - waiting.length,
    pausedCount: rows.length - active.length,
    waiting: waiting.map(({ member }) => personOf(member)),
  };
}
