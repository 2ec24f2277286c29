import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { HELD_ROLE } from "../role/facts";
import { OWN_ROLE, ownRoleRef } from "../role/queries";
import { BUNDLES } from "../role/rules";
import { ROLES } from "../role/types";
import { ASSOCIATION_REF, personFor, personOf, refOf } from "../sight/queries";
import { listTrusted } from "../trust/queries";
import type { RoleEvent, RoleLine, RoleRegister } from "./types";

const EVENTS = 60;
const SHAPED = {
  "membership.roleDefined": "defined",
  "membership.roleChanged": "changed",
  "membership.roleRetired": "retired",
} as const;

/** Who answers for what in an association, and how that came about: for those who belong to it (promise P54). Null for anybody else. */
export async function findRoleRegister(actor: Actor, slug: string): Promise<RoleRegister | null> {
  const association = await db.association.findFirst({
    where: { slug, memberships: { some: { memberId: actor.memberId, state: { in: ["ACTIVE", "PAUSED"] } } } },
    select: { id: true, ...ASSOCIATION_REF },
  });
  if (!association) return null;
  const [lines, taken, shaped] = await Promise.all([
    listLines(actor, association.id),
    listTaken(association.id),
    listShaped(association.id),
  ]);
  const events = [...taken, ...shaped].sort((a, b) => b.at.localeCompare(a.at)).slice(0, EVENTS);
  const trusted = await listTrusted(actor, association.id);
  const isAsked = trusted.length > 0 || lines.some(({ own }) => own?.isByTrust);
  return { association: refOf(association), lines, events, trusted: isAsked ? trusted : null };
}

async function listLines(actor: Actor, associationId: string): Promise<RoleLine[]> {
  const own = await db.ownRole.findMany({
    where: { associationId, retiredAt: null },
    orderBy: { name: "asc" },
    select: OWN_ROLE,
  });
  const grants = await db.roleGrant.findMany({
    where: { membership: { associationId }, state: "HELD" },
    orderBy: { acceptedAt: "asc" },
    select: {
      ...{ ...HELD_ROLE, ownRoleId: true, acceptedAt: true, grantedAt: true },
      membership: { select: { state: true, member: { select: personFor(actor) } } },
    },
  });
  const holders = (isIt: (grant: (typeof grants)[number]) => boolean) =>
    grants.filter(isIt).map(({ membership, acceptedAt, grantedAt }) => ({
      person: personOf(membership.member),
      since: (acceptedAt ?? grantedAt).toISOString(),
      isPaused: membership.state === "PAUSED",
    }));
  return [
    ...ROLES.map((role) => ({
      role,
      own: null,
      responsibilities: BUNDLES[role],
      holders: holders((one) => one.role === role),
    })),
    ...own.map((row) => {
      const ref = ownRoleRef(row);
      const { id, responsibilities } = ref;
      return { role: null, own: ref, responsibilities, holders: holders((one) => one.ownRoleId === id) };
    }),
  ];
}

/** Roles taken up and ended: of each grant that was ever accepted, one line or two. */
async function listTaken(associationId: string): Promise<RoleEvent[]> {
  const rows = await db.roleGrant.findMany({
    where: { membership: { associationId }, acceptedAt: { not: null } },
    orderBy: { grantedAt: "desc" },
    take: EVENTS,
    select: {
      ...{ id: true, role: true, acceptedAt: true, endedAt: true, endedById: true },
      ownRole: { select: { name: true } },
      endedBy: { select: { name: true } },
      membership: { select: { memberId: true, member: { select: { name: true } } } },
    },
  });
  return rows.flatMap(({ id, role, ownRole, acceptedAt, endedAt, endedById, endedBy, membership }) => {
    const { memberId, member } = membership;
    const about = { role, name: ownRole?.name ?? "", person: member.name };
    const by = endedById !== memberId ? (endedBy?.name ?? null) : null;
    const end: RoleEvent | null = endedAt && {
      id: `${id} end`,
      what: endedById ? "ended" : "left",
      at: endedAt.toISOString(),
      by,
      ...about,
    };
    const start: RoleEvent | null = acceptedAt && {
      id,
      what: "taken",
      at: acceptedAt.toISOString(),
      by: null,
      ...about,
    };
    return [end, start].filter((event) => event !== null);
  });
}

async function listShaped(associationId: string): Promise<RoleEvent[]> {
  const rows = await db.activity.findMany({
    where: { associationId, kind: { in: Object.keys(SHAPED) } },
    orderBy: { at: "desc" },
    take: EVENTS,
    select: { id: true, kind: true, at: true, data: true, actor: { select: { name: true } } },
  });
  return rows.map(({ id, kind, at, data, actor }) => ({
    ...{ id, what: SHAPED[kind as keyof typeof SHAPED], at: at.toISOString() },
    ...{ person: actor?.name ?? null, by: null, role: null, name: String((data as { role?: string }).role ?? "") },
  }));
}
