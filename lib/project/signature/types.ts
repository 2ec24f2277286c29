/** How one is named with a result: in full, with a competence, by first name, by initials, not at all. */
export const SIGNATURE_LOOKS = ["FULL", "COMPETENCE", "FIRST_NAME", "INITIALS", "UNSIGNED"] as const;
export type SignatureLook = (typeof SIGNATURE_LOOKS)[number];

/** One's own word on it, and what one may choose among. */
export type OwnSignature = {
  readonly name: string;
  /** Null until one has said anything. */
  readonly look: SignatureLook | null;
  readonly competence: string | null;
  /** Slugs of what one holds, or came in with. */
  readonly competences: readonly string[];
};
