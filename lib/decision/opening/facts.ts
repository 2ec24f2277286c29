import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { ENTERED, LIMITED, LIMITING_CHARTERS, limitsOf } from "@/lib/membership/facts";
import { canAct } from "@/lib/membership/standing/rules";
import type { Act } from "@/lib/membership/standing/types";

export type Asking = {
  readonly associationId: string;
  readonly act: Extract<Act, "VOTE" | "VOTE_CHARTER">;
  /** Whoever came in after this does not vote (rule M9); null lets everybody who belongs. */
  readonly admittedBy: Date | null;
  readonly except: readonly string[];
  readonly now: Date;
};

/** Ids of those who may vote in an association now (rule DC1); whoever is suspended may not, and counts in no quorum. The caller holds its lock, and freezes the answer. */
export async function readElectorate(tx: Tx, asking: Asking): Promise<string[]> {
  const { associationId, act, admittedBy, except, now } = asking;
  const charters = await tx.charter.findMany({ where: { associationId }, ...LIMITING_CHARTERS });
  const members = await tx.membership.findMany({
    where: {
      ...{ associationId, state: "ACTIVE", memberId: { notIn: [...except] } },
      member: { account: { suspendedAt: null } },
    },
    select: MEMBER,
  });
  return members.flatMap(({ memberId, events, ...row }) => {
    const limits = limitsOf(row, charters, now);
    const isLate = admittedBy !== null && events.some(({ at }) => at > admittedBy);
    return limits && !isLate && canAct(limits, act).ok ? [memberId] : [];
  });
}

const MEMBER = {
  memberId: true,
  ...LIMITED,
  // When they came in last: what follows a pause is no coming in.
  events: {
    where: ENTERED,
    orderBy: { at: "desc" as const },
    take: 1,
    select: { at: true },
  },
};
