import "server-only";
import { db } from "@/lib/db/client";
import type { PlaceRef } from "@/lib/taxonomy/types";

/*
 * Numbers that entries of the index carry (DirectoryEntry.tokens): a search asks for them as constants, so that how common each is
 * can decide how it is walked.
 */

/** What an entry may say of a competence besides its level, 1 to 4. */
export const ASPECTS = { held: [1, 2, 3, 4], offered: [5], asked: [6], said: [7] } as const;

/** Kind:slug → token, of everything the taxonomy names. */
export type TokenBook = ReadonlyMap<string, number>;

const kept = globalThis as typeof globalThis & { tesseraTokens?: Promise<TokenBook> };

/** The tokens of this database: part of the taxonomy, which no process outlives; read once. */
export function readTokens(): Promise<TokenBook> {
  kept.tesseraTokens ??= readAll().catch((error: unknown) => {
    delete kept.tesseraTokens;
    throw error;
  });
  return kept.tesseraTokens;
}

async function readAll(): Promise<TokenBook> {
  const rows = await db.$queryRaw<
    { name: string; token: number }[]
  >`SELECT kind || ':' || slug AS name, token FROM directory_names()`;
  return new Map(rows.map(({ name, token }) => [name, token]));
}

/** Tokens of competences in some aspects; those below them carry them too. */
export const competenceTokens = (
  book: TokenBook,
  slugs: readonly string[],
  aspects: readonly number[],
): readonly number[] =>
  slugs.flatMap((slug) => {
    const token = book.get(`competences:${slug}`);
    return token === undefined ? [] : aspects.map((aspect) => token + aspect);
  });

export type NamedKind = "areas" | "regions" | "provinces" | "municipalities" | "languages" | "has";

/** Tokens of names of one kind. */
export const namedTokens = (book: TokenBook, kind: NamedKind, slugs: readonly string[]): readonly number[] =>
  slugs.flatMap((slug) => book.get(`${kind}:${slug}`) ?? []);

const PLURALS = { municipality: "municipalities", province: "provinces", region: "regions" } as const;

/** Tokens of places of any size. */
export const placeTokens = (book: TokenBook, places: readonly PlaceRef[]): readonly number[] =>
  places.flatMap(({ type, ref }) => namedTokens(book, PLURALS[type], [ref]));
