import "server-only";
import { addDays } from "@/lib/core/duration";
import { lockAssociation, type Tx } from "@/lib/db/transaction";
import { readStanding } from "../facts";
import type { Standing } from "../standing/types";
import type { InviteFacts, RoomFacts } from "./rules";

type Asker = { associationId: string; inviterId: string; now: Date };

/** Whether whoever asks somebody in still may: they answer for INVITE and are not suspended. What asks, asks in their name. */
export async function standsBehind(tx: Tx, { associationId, inviterId, now }: Asker): Promise<boolean> {
  const standing = await readStanding(tx, { memberId: inviterId, associationId, now });
  if (!standing?.responsibilities.includes("INVITE")) return false;
  return (await tx.member.count({ where: { id: inviterId, account: { suspendedAt: null } } })) === 1;
}

type Key = { associationId: string; inviterId: string; inviteeId: string; standing: Standing; now: Date };

/** What `canInvite` asks, and the application that waits. The caller holds the association's lock. */
export async function readInviting(tx: Tx, { associationId, inviterId, inviteeId, standing, now }: Key) {
  const invitee = await tx.member.findUniqueOrThrow({
    where: { id: inviteeId },
    select: {
      memberships: { where: { associationId }, select: { state: true } },
      applications: { where: { associationId, state: "PENDING" }, select: { id: true } },
      invitations: {
        where: {
          associationId,
          OR: [
            { state: "PENDING", expiresAt: { gt: now } },
            { state: "DECLINED", inviterId },
          ],
        },
        orderBy: { createdAt: "desc" },
        select: { state: true, closedAt: true },
      },
    },
  });
  const { state } = await tx.association.findUniqueOrThrow({ where: { id: associationId }, select: { state: true } });
  const facts: InviteFacts = {
    ...{ now, associationState: state, inviterId, inviterHolds: standing.responsibilities },
    room: await readRoom(tx, { associationId, inviterId, now }),
    invitee: {
      id: inviteeId,
      state: invitee.memberships[0]?.state ?? null,
      hasPending: invitee.applications.length > 0,
      isInvited: invitee.invitations.some((invitation) => invitation.state === "PENDING"),
      lastDeclinedAt: invitee.invitations.find((invitation) => invitation.state === "DECLINED")?.closedAt ?? null,
    },
  };
  return { applicationId: invitee.applications[0]?.id ?? null, facts };
}

/** How many were asked in today by one person, and how many wait in one association. The caller holds its lock. */
export async function readRoom(
  tx: Tx,
  { associationId, inviterId, now }: Pick<Key, "associationId" | "inviterId" | "now">,
): Promise<RoomFacts> {
  const byThem = { inviterId, createdAt: { gt: addDays(now, -1) } };
  const waiting = { associationId, state: "PENDING" as const, expiresAt: { gt: now } };
  const named = { letterId: null, linkId: null };
  const invitedToday = await tx.invitation.count({ where: { ...byThem, ...named } });
  const writtenToday = await tx.letter.count({ where: { ...byThem, importId: null } });
  const open = await tx.invitation.count({ where: { ...waiting, ...named } });
  const written = await tx.letter.count({ where: { ...waiting, importId: null } });
  return { invitedToday: invitedToday + writtenToday, openCount: open + written };
}

/** Takes the lock of the association an invitation is to, then reads the invitation. Null without one. */
export async function lockInvitation(tx: Tx, invitationId: string) {
  const where = { id: invitationId };
  const found = await tx.invitation.findUnique({ where, select: { association: { select: { slug: true } } } });
  if (!found || !(await lockAssociation(tx, found.association.slug))) return null;
  const row = await tx.invitation.findUniqueOrThrow({
    where,
    select: { memberId: true, inviterId: true, associationId: true, state: true, expiresAt: true },
  });
  return { ...row, associationSlug: found.association.slug };
}
