import { isMember } from "../rules";
import type { MembershipState } from "../types";
import type { CardTells } from "./types";

type CardFacts = {
  readonly tells: CardTells;
  readonly state: MembershipState;
  readonly isSuspended: boolean;
  readonly isClosed: boolean;
  /** Last day of the statement in force. */
  readonly untilOn: string;
  readonly today: string;
};

/**
 * Whether a code tells that its card is valid: its owner allows it, belongs (a pause is no exit), on a statement that has not
 * ended. Whatever else is so, it tells nothing.
 */
export function isCardValid({ tells, state, isSuspended, isClosed, untilOn, today }: CardFacts): boolean {
  return tells !== "NOTHING" && isMember(state) && !isSuspended && !isClosed && today <= untilOn;
}
