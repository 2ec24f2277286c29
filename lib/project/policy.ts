import type { Actor, Viewer } from "@/lib/auth/actor";

/** Where the one who looks stands towards a project. */
export type ProjectScope = {
  readonly ownerId: string | null;
  readonly isMembersOnly: boolean;
  /**
   * In an association that carries the project, the best of them; null for outsiders, those who left, and personal projects.
   * UNPLEDGED is whoever has not accepted a material charter in time: like PAUSED they read and step back (rule M11).
   */
  readonly membership: "ACTIVE" | "PAUSED" | "UNPLEDGED" | null;
  /** The same in the association that leads it. */
  readonly leading: "ACTIVE" | "PAUSED" | "UNPLEDGED" | null;
  readonly hasAssociation: boolean;
  /** Hidden by a measure in force (rule MO4). */
  readonly isWithheld: boolean;
};

const isOwner = (viewer: Viewer, { ownerId }: ProjectScope) => viewer !== null && viewer.memberId === ownerId;

/**
 * Everybody, or those who belong to an association that carries it: in pause one still reads (rules A2, M10). Whoever left does not
 * (rule M8). What a measure hides is there for its owner alone (rule MO4); whoever moderates reads its page, and acts on it nowhere else.
 */
export function mayReadProject(viewer: Viewer, scope: ProjectScope): boolean {
  if (scope.isWithheld && !isOwner(viewer, scope)) return false;
  return !scope.isMembersOnly || scope.membership !== null;
}

/** The owner, while they take part in the association that leads the project: in pause one does not write there (rule M10). */
export function mayManageProject(actor: Viewer, scope: ProjectScope): boolean {
  return isOwner(actor, scope) && (!scope.hasAssociation || scope.leading === "ACTIVE");
}

/** Suspending, abandoning and handing over stay open to an owner in pause or gone: nobody is held to a project (rules M7, PJ7). */
export function mayStepBack(actor: Viewer, scope: ProjectScope): boolean {
  return isOwner(actor, scope);
}

/** Anybody who may read it but the owner and members who owe their word on the charter; where it is for members only, those not in pause. */
export function mayOffer(actor: Actor, scope: ProjectScope): boolean {
  if (isOwner(actor, scope) || !mayReadProject(actor, scope) || scope.membership === "UNPLEDGED") return false;
  return !scope.isMembersOnly || scope.membership === "ACTIVE";
}

/** Why somebody may not offer here at all; null when they may. */
export function closedToOffer(
  actor: Actor,
  scope: ProjectScope,
): "common.notFound" | "project.ownNeed" | "project.pausedThere" | "membership.charterOverdue" | null {
  if (!mayReadProject(actor, scope)) return "common.notFound";
  if (mayOffer(actor, scope)) return null;
  if (!isOwner(actor, scope) && scope.membership === "UNPLEDGED") return "membership.charterOverdue";
  return isOwner(actor, scope) ? "project.ownNeed" : "project.pausedThere";
}

type Door = "common.notFound" | "common.notAllowed";

/** What somebody who may not act gets to hear: nothing about what they may not even read (rule A2). */
export function closedDoor(actor: Actor, scope: ProjectScope, may: typeof mayManageProject): Door | null {
  if (may(actor, scope)) return null;
  return mayReadProject(actor, scope) ? "common.notAllowed" : "common.notFound";
}
