import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { unlocked } from "@/lib/db/transaction";
import { ASSOCIATION_REF, refOf } from "../sight/queries";
import { readTies } from "./facts";
import type { LeavingView } from "./types";

/** What the actor's exit from an association would do, for whoever belongs to it; null otherwise. */
export async function findLeaving(actor: Actor, slug: string, now = new Date()): Promise<LeavingView | null> {
  const { memberId } = actor;
  const association = await db.association.findFirst({
    where: { slug, memberships: { some: { memberId, state: { in: ["ACTIVE", "PAUSED"] } } } },
    select: { id: true, ...ASSOCIATION_REF },
  });
  if (!association) return null;
  const ties = await readTies(unlocked, { associationId: association.id, memberId, now });
  const offered = await db.roleGrant.findMany({
    where: {
      role: "STEWARD",
      state: "OFFERED",
      membership: { associationId: association.id, memberId: { not: memberId } },
    },
    select: { membership: { select: { member: { select: { name: true } } } } },
  });
  const inProject = ({ need, project }: (typeof ties.offers)[number]) => ({ need, project: project.title });
  return {
    association: refOf(association),
    ...{
      roles: ties.roles,
      ownRoles: ties.ownRoles,
      isLastCustodian: ties.isLastCustodian,
      invitations: ties.invitations,
      links: ties.links,
    },
    commitments: ties.commitments.map(({ text }) => text),
    seats: ties.offers.filter(({ state }) => state === "ACCEPTED").map(inProject),
    offers: ties.offers.filter(({ state }) => state !== "ACCEPTED").map(inProject),
    projects: ties.projects.map(({ title }) => title),
    dreams: ties.dreams.map(({ project }) => project.title),
    offeredTo: offered.map(({ membership }) => membership.member.name),
  };
}
