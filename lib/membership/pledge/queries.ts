import "server-only";
import { findAssociation } from "@/lib/association/queries";
import type { Actor } from "@/lib/auth/actor";
import { dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { pledgeLine } from "../roster/queries";
import { nextUntil } from "./rules";
import type { PledgeView } from "./types";

/** The actor's own pledge to an association they belong to; null otherwise. */
export async function findPledge(actor: Actor, slug: string, now = new Date()): Promise<PledgeView | null> {
  const membership = await db.membership.findFirst({
    where: { memberId: actor.memberId, association: { slug }, state: { in: ["ACTIVE", "PAUSED"] } },
    select: {
      state: true,
      isVisible: true,
      pausedUntilOn: true,
      firstJoinedAt: true,
      pledges: {
        orderBy: [{ acceptedAt: "desc" }, { id: "desc" }],
        select: {
          ...{ kinds: true, isListening: true, minutesPerPeriod: true, period: true, untilOn: true, statement: true },
          ...{ charterHash: true, acceptedAt: true, charter: { select: { version: true } } },
        },
      },
    },
  });
  const association = membership && (await findAssociation(actor, slug));
  const [latest, ...earlier] = membership?.pledges ?? [];
  if (!membership || !association || !latest) return null;
  const { charterHash, acceptedAt, charter, ...statement } = latest;
  const line = pledgeLine(statement);
  return {
    association: { slug: association.slug, name: association.name, values: association.values },
    state: membership.state === "PAUSED" ? "PAUSED" : "ACTIVE",
    isVisible: membership.isVisible,
    since: membership.firstJoinedAt.toISOString(),
    charter: association.charter,
    locale: association.locale,
    pledge: { ...line, charterHash, charterVersion: charter.version, acceptedAt: acceptedAt.toISOString() },
    isOver: line.untilOn < dayOf(now),
    nextUntil: nextUntil({ givenOn: dayOf(acceptedAt), untilOn: line.untilOn }, dayOf(now)),
    pausedUntil: membership.pausedUntilOn?.toISOString().slice(0, 10) ?? null,
    isCharterNewer: association.charter.hash !== charterHash,
    earlier: earlier.map((one) => ({ acceptedAt: one.acceptedAt.toISOString(), charterVersion: one.charter.version })),
  };
}
