import { ok, type Result, refuse } from "@/lib/core/result";
import { type Draft, namesSomething } from "../offer/rules";
import type { Brings, NeedKind, ProjectState } from "../types";

/** How many people, whoever opens it included, make a proposal of an idea, where no association says otherwise. */
export const IDEA_PEOPLE = 3;

export type JoinRefusal =
  | "project.notAnIdea"
  | "project.alreadyIn"
  | "project.competenceNotHeld"
  | "project.contactDiscloses";
export type JoinFacts = {
  readonly state: ProjectState;
  readonly isIn: boolean;
  readonly heldCompetenceIds: readonly number[];
};

/** Whether somebody joins an idea with what they bring: a competence they hold, or a contact without its data (rules PJ3, PT2). */
export function canJoin(draft: Draft, facts: JoinFacts): Result<null, JoinRefusal> {
  if (facts.state !== "IDEA") return refuse("project.notAnIdea");
  if (facts.isIn) return refuse("project.alreadyIn");
  return namesSomething(draft, facts) as Result<null, JoinRefusal>;
}

type Standing = { readonly memberId: string };

/** How many people an idea has: whoever leads it, and those who joined and stand. */
export function peopleOf(ownerId: string | null, dreamers: readonly Standing[]): number {
  const all = dreamers.map(({ memberId }) => memberId);
  return new Set(ownerId ? [ownerId, ...all] : all).size;
}

export type BecomeRefusal = "project.notAnIdea" | "project.tooFewYet" | "project.needsDeliverable";
export type BecomeFacts = {
  readonly state: ProjectState;
  readonly people: number;
  readonly peopleNeeded: number;
};
type Papers = { readonly deliverables: readonly { readonly row: number; readonly due: string | null }[] };

/** Whether an idea becomes a proposal: enough people, as many as were asked when it was opened (rule R5), and something promised by a day. */
export function canBecome({ deliverables }: Papers, facts: BecomeFacts): Result<null, BecomeRefusal> {
  const { state, people, peopleNeeded } = facts;
  if (state !== "IDEA") return refuse("project.notAnIdea");
  if (people < peopleNeeded) return refuse("project.tooFewYet", { params: { people, needed: peopleNeeded } });
  if (deliverables.every(({ due }) => due === null))
    return refuse("project.needsDeliverable", { field: `deliverables.${deliverables[0]?.row ?? 0}.due` });
  return ok(null);
}

type Dreamer = { readonly id: string; readonly brings: Brings; readonly competenceIds: readonly number[] };
type Seat = {
  readonly id: string;
  readonly kind: NeedKind;
  readonly competenceId: number | null;
  readonly isCritical: boolean;
  readonly seats: number;
};

/**
 * Who is asked about which seat once there are seats: each at most one, no more people than seats, the indispensable ones
 * first, in the order in which people came. What they said they bring was for the idea; a seat binds, so they are asked
 * (rule PT2). A competence fits where it, or one above it, is sought; a contact where a contact is.
 */
export function seatsToAsk(dreamers: readonly Dreamer[], needs: readonly Seat[]): ReadonlyMap<string, string> {
  const inOrder = [...needs].sort((a, b) => Number(b.isCritical) - Number(a.isCritical));
  const left = new Map(needs.map(({ id, seats }) => [id, seats]));
  const asked = new Map<string, string>();
  for (const dreamer of dreamers) {
    const seat = inOrder.find((need) => (left.get(need.id) ?? 0) > 0 && fits(dreamer, need));
    if (!seat) continue;
    asked.set(dreamer.id, seat.id);
    left.set(seat.id, (left.get(seat.id) ?? 0) - 1);
  }
  return asked;
}

function fits({ brings, competenceIds }: Dreamer, { kind, competenceId }: Seat): boolean {
  if (brings === "CONTACT") return kind === "CONTACT";
  return competenceId !== null && competenceIds.includes(competenceId);
}
