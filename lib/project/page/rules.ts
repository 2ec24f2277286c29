import type { Place } from "@/lib/contribution/carrier/rules";
import type { ProjectView } from "./types";

/** What decides whether whoever looks takes part in the project they look at, but for whether they belong to what carries it. */
export function placeOf({ viewer, association }: ProjectView): Omit<Place, "isMember"> {
  const isOwner = viewer?.isOwner ?? false;
  const isParticipant = isOwner || (viewer?.offers.some(({ state }) => state === "ACCEPTED") ?? false);
  return { isParticipant, isOwner, hasAssociation: association !== null };
}
