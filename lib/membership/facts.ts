import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { responsibilitiesOf } from "./role/rules";
import type { Responsibility } from "./role/types";
import type { MembershipState } from "./types";

/** Where one person stands in one association. */
export type Standing = {
  readonly membershipId: string;
  readonly state: MembershipState;
  /** What they answer for now: empty unless ACTIVE, for a role sleeps with its holder. */
  readonly responsibilities: readonly Responsibility[];
  /** «Solo ascolto» (rule PT1): reads and attends, does not vote or hold roles. */
  readonly isListening: boolean;
  /** Last day of the statement in force, as «2027-06-30»; past it, it is asked again (rule PT1). */
  readonly pledgedUntil: string;
};

type Pair = { memberId: string; associationId: string };

/** Null for whoever never belonged. The caller holds the association's lock when what it decides depends on the answer. */
export async function readStanding(tx: Tx, { memberId, associationId }: Pair): Promise<Standing | null> {
  const row = await tx.membership.findUnique({
    where: { associationId_memberId: { associationId, memberId } },
    select: {
      id: true,
      state: true,
      roles: { where: { state: "HELD" }, select: { role: true } },
      pledges: {
        orderBy: [{ acceptedAt: "desc" }, { id: "desc" }],
        take: 1,
        select: { isListening: true, untilOn: true },
      },
    },
  });
  const pledge = row?.pledges[0];
  if (!row || !pledge) return null;
  return {
    membershipId: row.id,
    state: row.state,
    responsibilities: row.state === "ACTIVE" ? responsibilitiesOf(row.roles.map(({ role }) => role)) : [],
    isListening: pledge.isListening,
    pledgedUntil: pledge.untilOn.toISOString().slice(0, 10),
  };
}
