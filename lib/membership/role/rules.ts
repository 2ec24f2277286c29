import type { Responsibility, Role } from "./types";

/** What each role answers for. */
export const BUNDLES: Readonly<Record<Role, readonly Responsibility[]>> = {
  STEWARD: ["CUSTODY", "ADMIT", "INVITE", "GRANT", "EDIT"],
  WELCOMER: ["ADMIT", "INVITE"],
};

/** Every responsibility of the given roles, each once. */
export function responsibilitiesOf(roles: readonly Role[]): Responsibility[] {
  return [...new Set(roles.flatMap((role) => BUNDLES[role]))];
}
