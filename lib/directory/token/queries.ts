import "server-only";
import { db } from "@/lib/db/client";
import type { PlaceRef } from "@/lib/taxonomy/types";
import { type FacetName, KIND_NUMBERS } from "../facet/rules";

/*
 * Numbers that entries of the index carry (DirectoryEntry.tokens): a search asks for them as constants, so that how common each is
 * can decide how it is walked.
 */

/** What an entry may say of a competence besides its level, 1 to 4. */
export const ASPECTS = { held: [1, 2, 3, 4], offered: [5], asked: [6], said: [7] } as const;

/** What everything the taxonomy names is called in this database, and how common it is. */
export type TokenBook = {
  /** Kind:slug → token. */
  readonly tokens: ReadonlyMap<string, number>;
  /** Token of a competence of no aspect → its slug. */
  readonly competences: ReadonlyMap<number, string>;
  /** What facets print, in one order. */
  readonly names: readonly FacetName[];
  /** Token → how many members carry it, a while ago: to choose a way, never to be shown. A competence at any level is its id × 8. */
  readonly people: ReadonlyMap<number, number>;
  /** How many people each class of viewers finds, a while ago. */
  readonly sizes: ReadonlyMap<string, number>;
  /** Stem → share of the texts it stands in, of the common ones. */
  readonly words: ReadonlyMap<string, number>;
};

/** For so long what was common stays common. */
const FRESH_MS = 600_000;

type Kept = { readonly readAt: number; readonly book: Promise<TokenBook> };
const kept = globalThis as typeof globalThis & { tesseraTokens?: Kept | undefined };

/** The book of this process: part of the taxonomy, read again from time to time for how common things are. */
export function readTokens(now = Date.now()): Promise<TokenBook> {
  if (kept.tesseraTokens && now - kept.tesseraTokens.readAt < FRESH_MS) return kept.tesseraTokens.book;
  const book = readAll();
  kept.tesseraTokens = { readAt: now, book };
  book.catch(() => {
    kept.tesseraTokens = undefined;
  });
  return book;
}

const isFacet = (kind: string): kind is FacetName["kind"] => kind in KIND_NUMBERS;

async function readAll(): Promise<TokenBook> {
  const [names, counts, words] = await Promise.all([
    db.$queryRaw<
      { kind: string; slug: string; token: number }[]
    >`SELECT kind, slug, token FROM directory_names() ORDER BY kind, slug`,
    db.$queryRaw<{ viewer: string; other: number; n: number }[]>`
      SELECT viewer::text, other, sum(n)::int AS n FROM directory_kept()
       WHERE list IN (0, 1) AND (viewer = 'MEMBER' OR (list = 0 AND other = 0)) GROUP BY 1, 2`,
    db.$queryRaw<{ stem: string; share: number }[]>`
      SELECT w.stem, w.share FROM pg_stats s, unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs::float8[]) AS w (stem, share)
       WHERE s.schemaname = current_schema() AND s.tablename = 'DirectoryEntry' AND s.attname = 'words' AND w.stem IS NOT NULL`,
  ]);
  return {
    tokens: new Map(names.map(({ kind, slug, token }) => [`${kind}:${slug}`, token])),
    competences: new Map(names.flatMap(({ kind, slug, token }) => (kind === "competences" ? [[token, slug]] : []))),
    names: names.flatMap(({ kind, ...name }) => (isFacet(kind) ? [{ ...name, kind }] : [])),
    people: new Map(counts.flatMap(({ viewer, other, n }) => (viewer === "MEMBER" ? [[other, n]] : []))),
    sizes: new Map(counts.flatMap(({ viewer, other, n }) => (other === 0 ? [[viewer, n]] : []))),
    words: new Map(words.map(({ stem, share }) => [stem, share])),
  };
}

/** The slug of a competence by its key; null where this process does not know it yet. */
export const slugOf = ({ competences }: TokenBook, id: number): string | null => competences.get(id * 8) ?? null;

/** Tokens of competences in some aspects; those below them carry them too. */
export const competenceTokens = (
  book: TokenBook,
  slugs: readonly string[],
  aspects: readonly number[],
): readonly number[] =>
  slugs.flatMap((slug) => {
    const token = book.tokens.get(`competences:${slug}`);
    return token === undefined ? [] : aspects.map((aspect) => token + aspect);
  });

type NamedKind = "areas" | "regions" | "provinces" | "municipalities" | "languages" | "has";

/** Tokens of names of one kind. */
export const namedTokens = (book: TokenBook, kind: NamedKind, slugs: readonly string[]): readonly number[] =>
  slugs.flatMap((slug) => book.tokens.get(`${kind}:${slug}`) ?? []);

const PLURALS = { municipality: "municipalities", province: "provinces", region: "regions" } as const;

/** Tokens of places of any size. */
export const placeTokens = (book: TokenBook, places: readonly PlaceRef[]): readonly number[] =>
  places.flatMap(({ type, ref }) => namedTokens(book, PLURALS[type], [ref]));

/** How common any of some tokens is among members, from 0 to 1: at most, for somebody may carry several. */
export function shareOf({ people }: TokenBook, tokens: readonly number[]): number {
  const everybody = people.get(0) ?? 0;
  const counted = new Set(tokens.map((token) => (token < 0 || (token & 7) > 4 ? token : token - (token & 7))));
  const sum = [...counted].reduce((n, token) => n + (people.get(token) ?? 0), 0);
  return everybody === 0 ? 0 : Math.min(1, sum / everybody);
}
