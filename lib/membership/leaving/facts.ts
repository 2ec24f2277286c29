import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { type Custodian, countOtherCustodians } from "../role/facts";
import type { Role } from "../role/types";

type Pair = { associationId: string; memberId: string };

const ENDED = ["COMPLETED", "ABANDONED"] as const;

/** Everything that hangs on a membership, and so ends or changes with it (rule M8). The page tells it, the exit does it. */
export async function readTies(tx: Tx, { associationId, memberId, now }: Pair & { now: Date }) {
  const pair = { associationId, memberId };
  const roles = await tx.roleGrant.findMany({
    where: { membership: pair, state: { in: ["OFFERED", "HELD"] } },
    select: { role: true, state: true, ownRole: { select: { name: true } } },
  });
  const held = roles.filter(({ state }) => state === "HELD");
  return {
    roles: held.flatMap(({ role }) => role ?? []),
    ownRoles: held.flatMap(({ ownRole }) => ownRole?.name ?? []),
    isLastCustodian: await isLastCustodian(tx, { ...pair, now }, roles),
    commitments: await readCommitments(tx, pair),
    offers: await readOffers(tx, pair),
    projects: await readProjects(tx, pair),
    dreams: await readDreams(tx, pair),
    invitations: await countAskings(tx, pair),
    links: await tx.invitationLink.count({
      where: { associationId, makerId: memberId, revokedAt: null, expiresAt: { gt: now } },
    }),
  };
}

/** Invitations and letters of theirs that nobody answered yet. */
async function countAskings(tx: Tx, { associationId, memberId }: Pair): Promise<number> {
  const where = { associationId, inviterId: memberId, state: "PENDING" as const };
  return (await tx.invitation.count({ where })) + (await tx.letter.count({ where }));
}

type Grant = { role: Role | null; state: string };

async function isLastCustodian(tx: Tx, custodian: Custodian, roles: readonly Grant[]): Promise<boolean> {
  const holds = roles.some(({ role, state }) => role === "STEWARD" && state === "HELD");
  return holds && (await countOtherCustodians(tx, custodian)) === 0;
}

/** The projects somebody was in through this association: it carries them, and none of the others where they belong does. */
function onlyThrough({ associationId, memberId }: Pair) {
  const stays = {
    id: { not: associationId },
    memberships: { some: { memberId, state: { in: ["ACTIVE" as const, "PAUSED" as const] } } },
  };
  return {
    OR: [{ associationId }, { coHostings: { some: { associationId, state: "CARRYING" as const } } }],
    NOT: { OR: [{ association: stays }, { coHostings: { some: { state: "CARRYING" as const, association: stays } } }] },
  };
}

/** Open commitments to the association, or to projects they were in through it. */
function readCommitments(tx: Tx, pair: Pair) {
  const { associationId, memberId } = pair;
  return tx.commitment.findMany({
    where: { memberId, state: "OPEN", OR: [{ associationId }, { project: onlyThrough(pair) }] },
    select: { id: true, text: true },
  });
}

/** Offers that stand to needs of such projects: waiting, in the queue, or with a seat. */
async function readOffers(tx: Tx, pair: Pair) {
  const { memberId } = pair;
  const rows = await tx.needOffer.findMany({
    where: {
      memberId,
      state: { in: ["WAITING", "QUEUED", "ACCEPTED"] },
      need: { project: { ...onlyThrough(pair), state: { notIn: [...ENDED] } } },
    },
    select: {
      id: true,
      state: true,
      need: { select: { title: true, project: { select: { id: true, slug: true, title: true, ownerId: true } } } },
    },
  });
  return rows.map(({ need: { title, project }, ...offer }) => ({ ...offer, need: title, project }));
}

/** Projects of the association that run and are theirs to look after. */
function readProjects(tx: Tx, { associationId, memberId }: Pair) {
  return tx.project.findMany({
    where: { associationId, ownerId: memberId, state: "ACTIVE" },
    select: { id: true, slug: true, title: true, ownerId: true },
  });
}

/** Ideas of the association that they dream too; in what an idea became they stay named. */
function readDreams(tx: Tx, { associationId, memberId }: Pair) {
  return tx.coProposer.findMany({
    where: { memberId, withdrawnAt: null, project: { associationId, state: "IDEA" } },
    select: { id: true, project: { select: { id: true, slug: true, title: true, ownerId: true } } },
  });
}

export type Ties = Awaited<ReturnType<typeof readTies>>;
