import { BUNDLES } from "@/lib/membership/role/rules";
import type { Responsibility, Role } from "@/lib/membership/role/types";

/** The roles whose holders answer for something (rule R1: who is told follows the responsibility, not the role's name). */
export function rolesAnswering(responsibility: Responsibility): Role[] {
  return (Object.keys(BUNDLES) as Role[]).filter((role) => BUNDLES[role].includes(responsibility));
}
