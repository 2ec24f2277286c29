import { ok, type Result, refuse } from "@/lib/core/result";
import type { ProjectState } from "../types";

export const PICTURES_MAX = 6;

export type HangRefusal = "project.noResultYet" | "project.tooManyPictures" | "project.pictureWhich";

/** States of a project that has a result, or is about to. */
const WITH_RESULT: readonly ProjectState[] = ["ACTIVE", "SUSPENDED", "COMPLETED"];

/** Whether one more picture goes with the result: one at a time, so many in all, from where one project comes to an end. */
export function canHang(
  state: ProjectState,
  { count, given }: { readonly count: number; readonly given: number },
): Result<null, HangRefusal> {
  if (!WITH_RESULT.includes(state)) return refuse("project.noResultYet");
  if (given !== 1) return refuse("project.pictureWhich", { field: "file" });
  if (count >= PICTURES_MAX) return refuse("project.tooManyPictures", { field: "file", params: { max: PICTURES_MAX } });
  return ok(null);
}

/** The first place that is free. */
export function freePlace(taken: readonly number[]): number {
  return Array.from({ length: PICTURES_MAX }, (_, place) => place).find((place) => !taken.includes(place)) ?? 0;
}
