import "server-only";
import type { Actor, Viewer } from "@/lib/auth/actor";
import { dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { unlocked } from "@/lib/db/transaction";
import { readWaitingVersion } from "../acceptance/facts";
import { daysOf } from "../acceptance/rules";
import { readEntry } from "../application/facts";
import { doorNow, stateAt } from "../application/rules";
import { readStanding } from "../facts";
import { OWN_ROLE, ownRoleRef, pausedOn } from "../role/queries";
import { canHold } from "../role/rules";
import { isMember } from "../rules";
import type { Standing } from "../standing/types";
import { trustView } from "../trust/queries";
import type { MemberPosition, OfferedRole, PausedRole, Position } from "./types";

type Key = { associationId: string; now?: Date };

/** Where whoever looks stands towards an association. The same rules as the commands ask, so that page and server agree. */
export async function findPosition(viewer: Viewer, { associationId, now = new Date() }: Key): Promise<Position> {
  if (!viewer) return { kind: "visitor" };
  const { memberId } = viewer;
  const standing = await readStanding(unlocked, { memberId, associationId, now });
  if (standing && isMember(standing.state)) return memberPosition(viewer, { associationId, standing, now });
  return (
    (await findPending(memberId, { associationId, now })) ??
    (await findInvited(memberId, { associationId, now })) ??
    (await findOutside(memberId, { associationId, now }))
  );
}

type Member = { associationId: string; standing: Standing; now: Date };

async function memberPosition(actor: Actor, { associationId, standing, now }: Member): Promise<MemberPosition> {
  const { membershipId, responsibilities, pledgedUntil } = standing;
  const { state } = await db.association.findUniqueOrThrow({ where: { id: associationId }, select: { state: true } });
  const isActive = standing.state === "ACTIVE";
  const waiting = await readWaitingVersion(unlocked, membershipId, now);
  return {
    kind: "member",
    state: isActive ? "ACTIVE" : "PAUSED",
    ...{ responsibilities, pledgedUntil, isPledgeOver: pledgedUntil < dayOf(now) },
    offeredRoles: await listOffered(membershipId),
    pausedRoles: await listPaused(membershipId, now),
    waiting: waiting && daysOf(waiting, now),
    mayTakeUp: state === "CUSTODY" && canHold(standing).ok && !actor.isSuspended,
  };
}

/** Roles offered and not answered, and own ones that changed since they were accepted (rule PT2). */
async function listOffered(membershipId: string): Promise<OfferedRole[]> {
  const rows = await db.roleGrant.findMany({
    where: { membershipId, OR: [{ state: "OFFERED" }, { state: "HELD", ownRoleId: { not: null } }] },
    orderBy: { grantedAt: "asc" },
    select: {
      ...{ id: true, role: true, state: true, roleVersion: true, trustNeeded: true, ownRole: { select: OWN_ROLE } },
      grantedBy: { select: { name: true } },
    },
  });
  const open = rows.filter(
    ({ state, ownRole, roleVersion }) => state === "OFFERED" || ownRole?.version !== roleVersion,
  );
  return Promise.all(
    open.map(async ({ id, role, state, ownRole, grantedBy, trustNeeded }) => ({
      ...{ id, role, own: ownRole && ownRoleRef(ownRole), by: grantedBy?.name ?? null, isChange: state === "HELD" },
      trust: state === "OFFERED" ? await trustView(membershipId, trustNeeded) : null,
    })),
  );
}

async function listPaused(membershipId: string, now: Date): Promise<PausedRole[]> {
  const rows = await db.roleGrant.findMany({
    where: { membershipId, state: "HELD", pausedUntil: { gt: now } },
    orderBy: { grantedAt: "asc" },
    select: { id: true, role: true, pausedUntil: true, ownRole: { select: { name: true } } },
  });
  return rows.flatMap(({ id, role, pausedUntil, ownRole }) => {
    const untilOn = pausedOn(pausedUntil, now);
    return untilOn === null ? [] : [{ id, role, own: ownRole?.name ?? null, untilOn }];
  });
}

type At = Required<Key>;

async function findPending(memberId: string, { associationId, now }: At): Promise<Position | null> {
  const row = await db.application.findFirst({
    where: { associationId, memberId, state: "PENDING" },
    select: { id: true, submittedAt: true, answerBy: true, state: true },
  });
  if (!row?.answerBy || stateAt({ ...row, now }) !== "PENDING") return null;
  const { id, submittedAt, answerBy } = row;
  const [submitted, answer] = [submittedAt.toISOString(), answerBy.toISOString()];
  return { kind: "pending", applicationId: id, submittedAt: submitted, answerBy: answer };
}

async function findInvited(memberId: string, { associationId, now }: At): Promise<Position | null> {
  const row = await db.invitation.findFirst({
    where: { associationId, memberId, state: "PENDING", expiresAt: { gt: now } },
    select: { id: true, reason: true, expiresAt: true, inviter: { select: { name: true } } },
  });
  const entry = row && (await readEntry(unlocked, { associationId, memberId, now }));
  if (!entry) return null;
  const door = doorNow(entry.facts);
  if (!door.ok) return null;
  const { missingProfile } = entry;
  const { id, reason, expiresAt, inviter } = row;
  const invitation = { invitationId: id, inviter: inviter.name, reason, expiresAt: expiresAt.toISOString() };
  return { kind: "invited", door: door.value, ...invitation, missingProfile };
}

async function findOutside(memberId: string, { associationId, now }: At): Promise<Position> {
  const entry = await readEntry(unlocked, { associationId, memberId, now });
  if (!entry) return { kind: "outsider", refusal: { code: "membership.inCustody", from: null }, missingProfile: [] };
  // An overdue application waits only for the job to write so.
  const { applicant, ...rest } = entry.facts;
  const verdict = doorNow({ ...rest, applicant: { ...applicant, hasPending: false } });
  const { missingProfile } = entry;
  if (verdict.ok) return { kind: "outsider", refusal: null, missingProfile };
  const from = verdict.refusal.params?.from;
  return {
    kind: "outsider",
    refusal: { code: verdict.refusal.code, from: typeof from === "number" ? from : null },
    missingProfile,
  };
}
