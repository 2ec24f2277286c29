import { canAct } from "@/lib/membership/standing/rules";
import type { Limits } from "@/lib/membership/standing/types";

/**
 * Of the associations that carry a project and where somebody belongs, the one through which they take part: the first where
 * they may, else one that waits for their word on the charter, else one where they are in pause. The lead stands first, then
 * the one that co-hosts longest; so what they do counts in one association, and always in the same (docs/adr/0036).
 */
export function belongingAmong<B extends { readonly standing: Limits }>(all: readonly B[]): B | null {
  const first = (fits: (limits: Limits) => boolean) => all.find(({ standing }) => fits(standing));
  return (
    first((limits) => canAct(limits, "TAKE_PART").ok) ?? first(({ state }) => state === "ACTIVE") ?? all.at(0) ?? null
  );
}

type Carried = { readonly through: string | null; readonly lead: string | null };

/** The association where a contribution to a project counts: the one through which it was done, else the one that leads. */
export const countsIn = ({ through, lead }: Carried): string | null => through ?? lead;

export type Place = {
  /** Leads it, or sits in it. */
  readonly isParticipant: boolean;
  readonly isOwner: boolean;
  readonly hasAssociation: boolean;
  readonly isMember: boolean;
};

/** Whether somebody takes part in a project where it is: leads it or sits in it, but for an owner who left its association (rules A2, M8). */
export function isInside({ isParticipant, isOwner, hasAssociation, isMember }: Place): boolean {
  return isParticipant && (!isOwner || !hasAssociation || isMember);
}

/** Whether somebody may say what was done in it: who is inside; once it ended, whoever led it as well (rule PJ5). */
export function takesPart(place: Place, { hasEnded }: { hasEnded: boolean }): boolean {
  return isInside(place) || (hasEnded && place.isOwner);
}
