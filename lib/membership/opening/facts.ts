import "server-only";
import { hashToken } from "@/lib/auth/token";
import { lockAssociation, type Tx } from "@/lib/db/transaction";
import { reapplyFrom } from "../application/rules";
import { countMembers } from "../facts";
import { standsBehind } from "../invitation/facts";
import { letterStateAt } from "../letter/rules";
import { linkOver } from "../link/rules";
import type { TakingFacts } from "./rules";

/** A letter or a link behind a token, whatever became of it. */
export type Source = {
  readonly letterId: string | null;
  readonly linkId: string | null;
  readonly importId: string | null;
  readonly associationId: string;
  readonly inviterId: string;
  readonly reason: string;
  readonly expiresAt: Date;
  readonly isOpen: boolean;
};

type Key = { token: string; now: Date };

/** What a token stands for: open while whoever gave it out stands behind it. Null for one that was never given out. */
export async function readSource(tx: Tx, { token, now }: Key): Promise<Source | null> {
  const source = (await readLetter(tx, { token, now })) ?? (await readLink(tx, { token, now }));
  return source && { ...source, isOpen: source.isOpen && (await standsBehind(tx, { ...source, now })) };
}

const BOTH = { id: true, associationId: true, reason: true, expiresAt: true } as const;

async function readLetter(tx: Tx, { token, now }: Key): Promise<Source | null> {
  const where = { tokenHash: hashToken(token) };
  const letter = await tx.letter.findUnique({
    where,
    select: { ...BOTH, inviterId: true, importId: true, state: true },
  });
  if (!letter) return null;
  const { id: letterId, state, ...row } = letter;
  return { ...row, letterId, linkId: null, isOpen: letterStateAt({ ...row, state, now }) === "PENDING" };
}

async function readLink(tx: Tx, { token, now }: Key): Promise<Source | null> {
  const link = await tx.invitationLink.findUnique({
    where: { code: token },
    select: { ...BOTH, makerId: true, revokedAt: true, usesMax: true, usesTaken: true },
  });
  if (!link) return null;
  const { id: linkId, makerId: inviterId, revokedAt, usesMax, usesTaken, ...row } = link;
  const isOpen = linkOver({ now, revokedAt, usesMax, usesTaken, expiresAt: row.expiresAt }) === null;
  return { ...row, letterId: null, linkId, importId: null, inviterId, isOpen };
}

/** Takes the lock of the association a token leads to, then reads what it stands for. Null for one never given out. */
export async function lockSource(tx: Tx, key: Key) {
  const found = await readSource(tx, key);
  const where = { id: found?.associationId ?? "" };
  const association = found && (await tx.association.findUnique({ where, select: { slug: true } }));
  if (!association || !(await lockAssociation(tx, association.slug))) return null;
  const source = await readSource(tx, key);
  return source && { ...source, associationSlug: association.slug };
}

type Holding = { source: Source; memberId: string; now: Date };

/** What `canTakeUp` asks, and what waits of the holder already. The caller holds the association's lock. */
export async function readTaking(tx: Tx, { source, memberId, now }: Holding) {
  const { associationId, linkId } = source;
  const { memberships, applications, invitations, ...association } = await tx.association.findUniqueOrThrow({
    where: { id: associationId },
    select: {
      state: true,
      memberLimit: true,
      memberships: { where: { memberId }, select: { state: true } },
      applications: {
        where: { memberId, state: { in: ["PENDING", "DECLINED"] } },
        orderBy: { submittedAt: "desc" },
        select: { id: true, state: true, closedAt: true, reapplyCooldownDays: true },
      },
      invitations: { where: { memberId, state: "PENDING", expiresAt: { gt: now } }, select: { id: true } },
    },
  });
  const pending = applications.find(({ state }) => state === "PENDING");
  const facts: TakingFacts = {
    ...{ now, isLink: linkId !== null },
    association: { ...association, memberCount: await countMembers(tx, associationId) },
    holder: {
      state: memberships[0]?.state ?? null,
      hasPending: pending !== undefined,
      reapplyFrom: reapplyFrom(applications.find(({ state }) => state === "DECLINED")),
    },
  };
  return { facts, applicationId: pending?.id ?? null, isInvited: invitations.length > 0 };
}

/** Whether somebody took this very letter or link up before. */
export async function hasTakenUp(tx: Tx, { source, memberId }: Omit<Holding, "now">): Promise<boolean> {
  const { letterId, linkId } = source;
  const from = letterId ? { letterId } : { linkId };
  return (await tx.invitation.count({ where: { memberId, ...from } })) > 0;
}
