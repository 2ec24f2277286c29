import { ok, type Result, refuse } from "@/lib/core/result";

/** So many confirmations a calendar month count between the same two people, in either direction (rule K3). */
export const PAIR_CONFIRMATIONS_MAX = 3;

export type PairRefusal = "contribution.pairLimit";

/** Whether one of two people may confirm something of the other's once more this month (rule K3). */
export function canPairConfirm(confirmations: number): Result<null, PairRefusal> {
  return confirmations < PAIR_CONFIRMATIONS_MAX
    ? ok(null)
    : refuse("contribution.pairLimit", { params: { max: PAIR_CONFIRMATIONS_MAX } });
}
