import "server-only";
import { compareCharters } from "@/lib/association/difference/rules";
import { readContent } from "@/lib/association/facts";
import { findAssociation } from "@/lib/association/queries";
import type { CharterView } from "@/lib/association/types";
import type { Actor } from "@/lib/auth/actor";
import { dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { unlocked } from "@/lib/db/transaction";
import { readWaitingVersion } from "../acceptance/facts";
import { daysOf } from "../acceptance/rules";
import { pledgeLine } from "../roster/queries";
import { readRenewal } from "./facts";
import { nextUntil } from "./rules";
import type { CharterChange, PledgeView } from "./types";

/** The actor's own pledge to an association they belong to, with what changed in its charter since; null otherwise. */
export async function findPledge(actor: Actor, slug: string, now = new Date()): Promise<PledgeView | null> {
  const membership = await readMembership(actor, slug);
  const association = membership && (await findAssociation(actor, slug));
  const [latest, ...earlier] = membership?.pledges ?? [];
  if (!membership || !association || !latest) return null;
  const { charterHash, charterId, acceptedAt, charter, stances, ...statement } = latest;
  const line = pledgeLine(statement);
  const at = { associationId: association.id, membershipId: membership.id, now };
  const renewal = await readRenewal(unlocked, at);
  const open = new Set(renewal?.open.map(({ id }) => id));
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
    stances: stances.map(({ charterValue, ...taken }) => ({ ...charterValue, ...taken })),
    change:
      association.charter.id === charterId
        ? null
        : await changeSince(association.charter, { id: charterId, version: charter.version, ...at }),
    open: association.charter.values.filter(({ id }) => open.has(id)),
    earlier: earlier.map((one) => ({ acceptedAt: one.acceptedAt.toISOString(), charterVersion: one.charter.version })),
  };
}

function readMembership({ memberId }: Actor, slug: string) {
  return db.membership.findFirst({
    where: { memberId, association: { slug }, state: { in: ["ACTIVE", "PAUSED"] } },
    select: {
      ...{ id: true, state: true, isVisible: true, pausedUntilOn: true, firstJoinedAt: true },
      pledges: {
        orderBy: [{ acceptedAt: "desc" }, { id: "desc" }],
        select: {
          ...{ kinds: true, isListening: true, minutesPerPeriod: true, period: true, untilOn: true, statement: true },
          ...{ charterId: true, charterHash: true, acceptedAt: true, charter: { select: { version: true } } },
          stances: {
            orderBy: { charterValue: { position: "asc" } },
            select: {
              ...{ stance: true, note: true },
              charterValue: { select: { id: true, valueSlug: true, name: true, meaning: true } },
            },
          },
        },
      },
    },
  });
}

type Accepted = { id: string; version: number; membershipId: string; now: Date };

async function changeSince(inForce: CharterView, { id, version, membershipId, now }: Accepted): Promise<CharterChange> {
  const before = await readContent(unlocked, id);
  const waiting = await readWaitingVersion(unlocked, membershipId, now);
  return {
    ...{ from: version, before, after: inForce, difference: compareCharters(before, inForce) },
    waiting: waiting && daysOf(waiting, now),
  };
}
