import type { LinkLine } from "./types";

/** How many links of one association are open at once. */
export const LINKS_OPEN_MAX = 10;

export type LinkFacts = {
  readonly now: Date;
  readonly revokedAt: Date | null;
  readonly expiresAt: Date;
  readonly usesMax: number;
  readonly usesTaken: number;
};

/** Why a link opens nothing now; null while it does (rule A5). */
export function linkOver({ now, revokedAt, expiresAt, usesMax, usesTaken }: LinkFacts): LinkLine["over"] {
  if (revokedAt) return "revoked";
  if (expiresAt <= now) return "expired";
  return usesTaken >= usesMax ? "used" : null;
}
