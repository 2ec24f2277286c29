import { PROFILE_PARTS, type ProfilePart } from "../types";

/** The part of the profile a step of the welcome asks for; null when there is no such step. */
export function partOfStep(step: number): ProfilePart | null {
  return PROFILE_PARTS[step - 1] ?? null;
}

/** Where the welcome resumes after a step was saved or skipped: never further back than one was; null once the last is behind. */
export function stepAfter(step: number, current: number | null): number | null {
  if (current === null || step >= PROFILE_PARTS.length) return null;
  return Math.max(current, step + 1);
}

/** The step to show next, or null to leave the welcome: after a step, the following one. */
export function nextStep(step: number): number | null {
  return step < PROFILE_PARTS.length ? step + 1 : null;
}
