import "server-only";
import { type Sql, sql } from "@/lib/db/sql";
import type { PlaceRef } from "@/lib/taxonomy/types";

/*
 * Numbers that entries of the index carry (DirectoryEntry.tokens), as SQL that a plan sees as constants: how common each is decides
 * how a search is walked.
 */

/** What an entry may say of a competence besides its level, 1 to 4. */
export const ASPECTS = { held: [1, 2, 3, 4], offered: [5], asked: [6], said: [7] } as const;

/** Tokens of competences in some aspects; those below them carry them too. */
export const competenceTokens = (slugs: readonly string[], aspects: readonly number[]): Sql =>
  sql`directory_competences(${slugs}::text[], ${aspects}::int[])`;

/** Tokens of names like «region:emilia-romagna». */
export const namedTokens = (names: readonly string[]): Sql => sql`directory_tokens(${names}::text[])`;

export const placeName = ({ type, ref }: PlaceRef): string => `${type}:${ref}`;
