import { ok, type Result, refuse } from "@/lib/core/result";
import { isOpenToOffers, NEEDS_MAX } from "../rules";
import type { ProjectState } from "../types";
import type { BeyondState } from "./types";

export type AcceptRefusal = "project.notOpenToOffers" | "project.offerClosed" | "project.tooManyNeeds";
type Accepting = { readonly state: BeyondState; readonly projectState: ProjectState; readonly needs: number };

/** Whether an offer beyond the needs can be said yes to: it becomes one more need, and a project has so many at most (rule PJ3). */
export function canAccept({ state, projectState, needs }: Accepting): Result<null, AcceptRefusal> {
  if (state !== "WAITING") return refuse("project.offerClosed");
  if (!isOpenToOffers(projectState)) return refuse("project.notOpenToOffers");
  return needs >= NEEDS_MAX ? refuse("project.tooManyNeeds", { params: { max: NEEDS_MAX } }) : ok(null);
}
