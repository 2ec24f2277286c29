import type { Actor } from "@/lib/auth/actor";
import { closedToOffer, type ProjectScope } from "../policy";

/** Why somebody may not join this idea at all; null when they may: those who could offer here, but for whoever leads it. */
export function closedToJoin(
  actor: Actor,
  scope: ProjectScope,
): "common.notFound" | "project.ownIdea" | "project.pausedThere" | "membership.charterOverdue" | null {
  const closed = closedToOffer(actor, scope);
  return closed === "project.ownNeed" ? "project.ownIdea" : closed;
}
