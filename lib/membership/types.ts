/** ACTIVE ⇄ PAUSED → LEFT | EXCLUDED; LEFT and EXCLUDED come back through a new application (rule M1). */
export type MembershipState = "ACTIVE" | "PAUSED" | "LEFT" | "EXCLUDED";

/** How somebody comes in; whatever the door, the same papers (rule M2). */
export type Door = "OPEN" | "APPLICATION" | "INVITATION" | "FOUNDER";

/** A person in a list of an association, as far as whoever looks may know them. */
export type PersonView = {
  readonly handle: string;
  readonly name: string;
  readonly headline: string;
  readonly values: readonly string[];
  readonly photo: string | null;
  /** Whether there is a profile to read behind the name. */
  readonly isReadable: boolean;
};
