import { ok, type Result, refuse } from "@/lib/core/result";
import { type Draft, namesSomething } from "../offer/rules";
import { isOpenToOffers } from "../rules";
import type { ProjectState } from "../types";

export type SeatRefusal =
  | "project.notOpenToOffers"
  | "project.seatNotAsked"
  | "project.competenceNotHeld"
  | "project.contactDiscloses";
export type SeatFacts = {
  readonly state: ProjectState;
  readonly isAsked: boolean;
  readonly heldCompetenceIds: readonly number[];
};

/** Whether the seat one was asked about can be answered now; «non ora» always, while the question stands (rule PT3). */
export function canAnswerSeat(
  answer: "ACCEPTED" | "DECLINED",
  draft: Draft,
  facts: SeatFacts,
): Result<null, SeatRefusal> {
  if (!facts.isAsked) return refuse("project.seatNotAsked");
  if (answer === "DECLINED") return ok(null);
  if (!isOpenToOffers(facts.state)) return refuse("project.notOpenToOffers");
  const verdict = namesSomething(draft, facts);
  return verdict.ok ? ok(null) : refuse(verdict.refusal.code as SeatRefusal);
}
