/** Named bundles of responsibilities; the bundles stand in rules.ts beside. */
export type Role = "STEWARD" | "WELCOMER";

/**
 * What one may answer for in an association; checks name these, never roles (rule R1).
 * CUSTODY keeps the association alive · ADMIT reads and decides applications · INVITE asks people in ·
 * GRANT offers and ends roles · EDIT looks after what the association says of itself.
 */
export type Responsibility = "CUSTODY" | "ADMIT" | "INVITE" | "GRANT" | "EDIT";

export const ROLES = ["STEWARD", "WELCOMER"] as const satisfies readonly Role[];

/** OFFERED → HELD → ENDED; OFFERED → REFUSED. */
export type RoleState = "OFFERED" | "REFUSED" | "HELD" | "ENDED";
