import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { listLetters } from "../letter/queries";
import { listLinks } from "../link/queries";
import { ASSOCIATION_REF, findAnsweringFor, personFor, personOf, refOf } from "../sight/queries";
import { invitationStateAt } from "./rules";
import type { InvitationDesk, ReceivedInvitation } from "./types";

const LIST_MAX = 100;

/** The invitations, letters and links of an association, as far as the actor sent them, for whoever answers for INVITE there; null for anybody else. */
export async function findInvitationDesk(actor: Actor, slug: string, now = new Date()): Promise<InvitationDesk | null> {
  const association = await findAnsweringFor(actor, slug, "INVITE", now);
  if (!association) return null;
  const rows = await db.invitation.findMany({
    where: { associationId: association.id, inviterId: actor.memberId, letterId: null, linkId: null },
    orderBy: { createdAt: "desc" },
    take: LIST_MAX,
    select: {
      ...{ id: true, reason: true, state: true, createdAt: true, expiresAt: true },
      member: { select: personFor(actor) },
    },
  });
  const sent = rows.map(({ member, createdAt, expiresAt, ...row }) => ({
    ...row,
    state: invitationStateAt({ state: row.state, expiresAt, now }),
    person: personOf(member),
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }));
  const letters = await listLetters(actor, association.id, now);
  const links = await listLinks(association.id, now);
  return { association: refOf(association), holds: association.standing.responsibilities, sent, letters, links };
}

/** The invitations that wait for the actor's answer, the nearest to its end first. */
export async function listReceivedInvitations(actor: Actor, now = new Date()): Promise<ReceivedInvitation[]> {
  const rows = await db.invitation.findMany({
    where: { memberId: actor.memberId, state: "PENDING", expiresAt: { gt: now } },
    orderBy: { expiresAt: "asc" },
    select: {
      ...{ id: true, reason: true, expiresAt: true },
      association: { select: ASSOCIATION_REF },
      inviter: { select: { name: true } },
    },
  });
  return rows.map(({ association, inviter, expiresAt, ...row }) => ({
    ...row,
    association: refOf(association),
    inviter: inviter.name,
    expiresAt: expiresAt.toISOString(),
  }));
}
