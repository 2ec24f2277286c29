/** ACTIVE ⇄ PAUSED → LEFT | EXCLUDED; LEFT and EXCLUDED come back through a new application (rule M1). */
export type MembershipState = "ACTIVE" | "PAUSED" | "LEFT" | "EXCLUDED";

/** How somebody comes in; whatever the door, the same papers (rule M2). */
export type Door = "OPEN" | "APPLICATION" | "INVITATION" | "FOUNDER";
