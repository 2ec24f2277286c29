/** A link of an association, for whoever answers for INVITE there. */
export type LinkLine = {
  readonly id: string;
  readonly code: string;
  readonly reason: string;
  readonly maker: string;
  readonly usesMax: number;
  readonly usesTaken: number;
  readonly expiresAt: string;
  /** Why it opens nothing any more; null while it does. */
  readonly over: "revoked" | "expired" | "used" | null;
};
