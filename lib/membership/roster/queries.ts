import "server-only";
import type { Actor, Viewer } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { unlocked } from "@/lib/db/transaction";
import { PARTS } from "@/lib/directory/part/rules";
import { readStanding } from "../facts";
import type { Role } from "../role/types";
import { isMember } from "../rules";
import { ASSOCIATION_REF, personFor, personOf, refOf } from "../sight/queries";
import type { PledgeLine, Roster, RosterGlimpse } from "./types";

const PAGE_SIZE = 48;
const GLIMPSE = 11;
const HERE = ["ACTIVE", "PAUSED"] as const;
const HELD = { state: "HELD" as const };
const ROLES = {
  where: HELD,
  orderBy: [{ role: "asc" as const }, { ownRole: { name: "asc" as const } }],
  select: { role: true, ownRole: { select: { name: true } } },
};
type RoleRow = { role: Role | null; ownRole: { name: string } | null };
const rolesOf = (rows: readonly RoleRow[]) => rows.flatMap(({ role }) => role ?? []);
const ownRolesOf = (rows: readonly RoleRow[]) => rows.flatMap(({ ownRole }) => ownRole?.name ?? []);
const PLEDGE = {
  orderBy: { acceptedAt: "desc" },
  take: 1,
  select: { kinds: true, isListening: true, minutesPerPeriod: true, period: true, untilOn: true, statement: true },
} as const;

/** Everybody who belongs to an association, by name, with role and pledge: for those who belong to it (promise P54). Null for anybody else. */
export async function listMembers(
  actor: Actor,
  slug: string,
  after: string | null,
  now = new Date(),
): Promise<Roster | null> {
  const association = await db.association.findFirst({
    where: { slug, memberships: { some: { memberId: actor.memberId, state: { in: [...HERE] } } } },
    select: { id: true, ...ASSOCIATION_REF },
  });
  if (!association) return null;
  const associationId = association.id;
  const where = { associationId, state: { in: [...HERE] } };
  const rows = await db.membership.findMany({
    where,
    orderBy: [{ member: { name: "asc" } }, { id: "asc" }],
    ...(after && UUID.test(after) && { cursor: { id: after }, skip: 1 }),
    take: PAGE_SIZE + 1,
    select: {
      ...{ id: true, state: true, firstJoinedAt: true, roles: ROLES, pledges: PLEDGE },
      member: { select: personFor(actor) },
    },
  });
  const shown = rows.slice(0, PAGE_SIZE);
  return {
    association: refOf(association),
    holds: (await readStanding(unlocked, { memberId: actor.memberId, associationId, now }))?.responsibilities ?? [],
    total: await db.membership.count({ where }),
    items: shown.map(({ member, roles, pledges, state, firstJoinedAt }) => ({
      person: personOf(member),
      roles: rolesOf(roles),
      ownRoles: ownRolesOf(roles),
      isPaused: state === "PAUSED",
      since: firstJoinedAt.toISOString(),
      pledge: pledges[0] ? pledgeLine(pledges[0]) : null,
    })),
    nextCursor: rows.length > PAGE_SIZE ? (shown.at(-1)?.id ?? null) : null,
  };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type PledgeRow = Omit<PledgeLine, "untilOn"> & { untilOn: Date };

export function pledgeLine({ untilOn, ...pledge }: PledgeRow): PledgeLine {
  return { ...pledge, untilOn: untilOn.toISOString().slice(0, 10) };
}

/**
 * Members for the public page, whoever holds a role first: one refused or ended moves nobody (rule PT3). Fellow members see all; others those who opened their
 * belonging and whom they may find besides (rules A2, PV1), without a count of the rest.
 */
export async function glimpseMembers(viewer: Viewer, associationId: string, now = new Date()): Promise<RosterGlimpse> {
  const standing = viewer && (await readStanding(unlocked, { memberId: viewer.memberId, associationId, now }));
  const isFellow = standing !== null && isMember(standing.state);
  const found = { viewer: viewer ? "MEMBER" : "VISITOR", shows: { gte: PARTS.memberships } } as const;
  const open = isFellow ? {} : { isVisible: true, member: { entries: { some: found } } };
  const where = { associationId, state: { in: [...HERE] }, ...open };
  const glimpse = (roles: { some: typeof HELD } | { none: typeof HELD }, take: number) =>
    db.membership.findMany({
      where: { ...where, roles },
      orderBy: [{ firstJoinedAt: "asc" }, { id: "asc" }],
      take,
      select: { roles: ROLES, member: { select: personFor(viewer) } },
    });
  const holding = await glimpse({ some: HELD }, GLIMPSE);
  const rows = [...holding, ...(await glimpse({ none: HELD }, GLIMPSE - holding.length))];
  const items = rows.map(({ member, roles }) => ({ person: personOf(member), roles: rolesOf(roles) }));
  const more = isFellow ? (await db.membership.count({ where })) - items.length : null;
  return { items, more };
}
