import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { ASSOCIATION_REF, refOf } from "../sight/queries";
import { isCardValid } from "./rules";
import { cardToken } from "./schema";
import type { CardProof, OwnCard } from "./types";

const LAST_PLEDGE = {
  orderBy: [{ acceptedAt: "desc" as const }, { id: "desc" as const }],
  take: 1,
  select: { untilOn: true },
};

/** The actor's own card in an association they belong to; null otherwise. */
export async function findOwnCard({ memberId }: Actor, slug: string, now = new Date()): Promise<OwnCard | null> {
  const row = await db.membership.findFirst({
    where: { memberId, association: { slug }, state: { in: ["ACTIVE", "PAUSED"] } },
    select: {
      firstJoinedAt: true,
      association: { select: ASSOCIATION_REF },
      pledges: LAST_PLEDGE,
      card: { select: { tells: true, token: true } },
    },
  });
  const pledge = row?.pledges[0];
  if (!row || !pledge) return null;
  const until = pledge.untilOn.toISOString().slice(0, 10);
  const tells = row.card?.tells ?? "NOTHING";
  return {
    ...{ association: refOf(row.association), since: row.firstJoinedAt.toISOString(), until, tells },
    isOver: until < dayOf(now),
    token: tells === "NOTHING" ? null : (row.card?.token ?? null),
  };
}

/** What a code tells whoever reads it, signed in or not; null for whatever is not a valid card that may be told of. */
export async function findCardProof(given: string, now = new Date()): Promise<CardProof | null> {
  const token = cardToken.safeParse(given);
  if (!token.success) return null;
  const row = await db.membershipCard.findUnique({ where: { token: token.data }, select: PROOF });
  const pledge = row?.membership.pledges[0];
  if (!row || !pledge) return null;
  const { state, member, association } = row.membership;
  const until = pledge.untilOn.toISOString().slice(0, 10);
  const isValid = isCardValid({
    ...{ tells: row.tells, state, untilOn: until, today: dayOf(now) },
    isSuspended: member.account?.suspendedAt !== null,
    isClosed: association.state === "CLOSED",
  });
  return isValid ? { association: refOf(association), until, name: row.tells === "NAME" ? member.name : null } : null;
}

const PROOF = {
  tells: true,
  membership: {
    select: {
      state: true,
      member: { select: { name: true, account: { select: { suspendedAt: true } } } },
      association: { select: { state: true, ...ASSOCIATION_REF } },
      pledges: LAST_PLEDGE,
    },
  },
} as const;
