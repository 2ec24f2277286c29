import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { findAnsweringFor, personFor, personOf, refOf } from "../sight/queries";
import type { MembershipState } from "../types";
import { BUNDLES, canEnd } from "./rules";
import { ROLES, type Role, type RoleDesk, type RoleState } from "./types";

/** Who holds and who is offered which role, for whoever answers for GRANT; null for anybody else. */
export async function findRoleDesk(actor: Actor, slug: string): Promise<RoleDesk | null> {
  const { memberId } = actor;
  const association = await findAnsweringFor(actor, slug, "GRANT");
  if (!association) return null;
  const actorHolds = actor.isSuspended ? [] : association.standing.responsibilities;
  const rows = await db.roleGrant.findMany({
    where: { membership: { associationId: association.id }, state: { in: ["OFFERED", "HELD"] } },
    orderBy: [{ state: "desc" }, { role: "asc" }, { grantedAt: "asc" }],
    select: {
      ...{ id: true, role: true, state: true, grantedAt: true, acceptedAt: true },
      membership: { select: { memberId: true, state: true, member: { select: personFor(actor) } } },
    },
  });
  const custodians = new Set(rows.filter(answersForCustody).map(({ membership }) => membership.memberId));
  const othersThan = (holder: string) => custodians.size - (custodians.has(holder) ? 1 : 0);
  return {
    association: refOf(association),
    holds: association.standing.responsibilities,
    offerable: ROLES.filter((role) => BUNDLES[role].every((one) => actorHolds.includes(one))),
    grants: rows.map(({ id, role, state, membership, grantedAt, acceptedAt }) => {
      const isOwn = membership.memberId === memberId;
      return {
        ...{ id, role, isOwn, person: personOf(membership.member) },
        state: state === "HELD" ? "HELD" : "OFFERED",
        mayEnd: canEnd({ state, role, isOwn, actorHolds, otherCustodians: othersThan(membership.memberId) }).ok,
        since: (acceptedAt ?? grantedAt).toISOString(),
      };
    }),
  };
}

type Held = { role: Role; state: RoleState; membership: { state: MembershipState } };

const answersForCustody = ({ role, state, membership }: Held) =>
  state === "HELD" && membership.state === "ACTIVE" && BUNDLES[role].includes("CUSTODY");
