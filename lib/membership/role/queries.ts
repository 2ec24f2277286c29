import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { findAnsweringFor, personFor, personOf, refOf } from "../sight/queries";
import type { MembershipState } from "../types";
import { HELD_ROLE } from "./facts";
import { BUNDLES, bundleOf, canEnd, type HeldRole, holdsAll, sharedAmong } from "./rules";
import { type OwnRoleRef, type Responsibility, ROLES, type RoleDesk, type RoleState } from "./types";

/** Who holds and who is offered which role, for whoever answers for GRANT; null for anybody else. */
export async function findRoleDesk(actor: Actor, slug: string, now = new Date()): Promise<RoleDesk | null> {
  const { memberId } = actor;
  const association = await findAnsweringFor(actor, slug, "GRANT", now);
  if (!association) return null;
  const actorHolds = actor.isSuspended ? [] : association.standing.responsibilities;
  const rows = await db.roleGrant.findMany({
    where: { membership: { associationId: association.id }, state: { in: ["OFFERED", "HELD"] } },
    orderBy: [{ state: "desc" }, { role: "asc" }, { grantedAt: "asc" }],
    select: {
      ...{ id: true, state: true, grantedAt: true, acceptedAt: true, ...HELD_ROLE },
      ownRole: { select: OWN_ROLE },
      ...{ pausedUntil: true },
      membership: {
        select: {
          ...{ memberId: true, state: true },
          member: { select: { ...personFor(actor), account: { select: { suspendedAt: true } } } },
        },
      },
    },
  });
  const custodians = new Set(
    rows.filter((row) => answersForCustody(row, now)).map(({ membership }) => membership.memberId),
  );
  const othersThan = (holder: string) => custodians.size - (custodians.has(holder) ? 1 : 0);
  return {
    association: refOf(association),
    holds: association.standing.responsibilities,
    offerable: ROLES.filter((role) => BUNDLES[role].every((one) => actorHolds.includes(one))),
    own: await listOwn(association.id, { memberId, actorHolds }),
    grants: rows.map(({ membership, grantedAt, acceptedAt, pausedUntil, ...grant }) => {
      const { id, role, state, ownRole } = grant;
      const isOwn = membership.memberId === memberId;
      return {
        ...{ id, role, isOwn, person: personOf(membership.member), own: ownRole && ownRoleRef(ownRole) },
        state: state === "HELD" ? "HELD" : "OFFERED",
        mayEnd: canEnd({
          state,
          bundle: bundleOf(grant),
          isOwn,
          actorHolds,
          otherCustodians: othersThan(membership.memberId),
        }).ok,
        since: (acceptedAt ?? grantedAt).toISOString(),
        pausedOn: isOwn || actorHolds.includes("MODERATE") ? pausedOn(pausedUntil, now) : null,
      };
    }),
  };
}

/** The last day of a pause that still lasts; a pause ends when its day is over. */
export const pausedOn = (until: Date | null, now: Date): string | null =>
  until !== null && until > now ? dayOf(new Date(until.getTime() - 1)) : null;

type Holder = { state: MembershipState; member: { account: { suspendedAt: Date | null } | null } };
type Held = HeldRole & { state: RoleState; pausedUntil: Date | null; membership: Holder };

/** As countOtherCustodians counts. */
function answersForCustody({ state, pausedUntil, membership, ...held }: Held, now: Date): boolean {
  if (state !== "HELD" || (pausedUntil !== null && pausedUntil > now)) return false;
  const isThere = membership.state === "ACTIVE" && membership.member.account?.suspendedAt === null;
  return isThere && bundleOf(held).includes("CUSTODY");
}

/** What is read of an own role. */
export const OWN_ROLE = {
  id: true,
  name: true,
  duty: true,
  responsibilities: true,
  version: true,
  isByTrust: true,
} as const;

type OwnRoleRow = Omit<OwnRoleRef, "responsibilities"> & { readonly responsibilities: readonly string[] };

export const ownRoleRef = ({ responsibilities, ...role }: OwnRoleRow): OwnRoleRef => ({
  ...role,
  responsibilities: sharedAmong(responsibilities),
});

type Looker = { memberId: string; actorHolds: readonly Responsibility[] };

async function listOwn(associationId: string, { memberId, actorHolds }: Looker): Promise<RoleDesk["own"]> {
  const current = { state: { in: ["OFFERED", "HELD"] as RoleState[] } };
  const rows = await db.ownRole.findMany({
    where: { associationId, retiredAt: null },
    orderBy: { name: "asc" },
    select: { ...OWN_ROLE, grants: { where: current, select: { membership: { select: { memberId: true } } } } },
  });
  return rows.map(({ grants, ...row }) => {
    const ref = ownRoleRef(row);
    const mayOffer = holdsAll(actorHolds, ref.responsibilities);
    const isHolder = grants.some(({ membership }) => membership.memberId === memberId);
    return { ...ref, mayOffer, mayChange: mayOffer && !isHolder, isHeld: grants.length > 0 };
  });
}
