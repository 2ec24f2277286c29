import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import type { Language } from "@/lib/taxonomy/types";
import { findFitting } from "../watch/queries";
import { newAmong } from "../watch/rules";
import { filtersOfQuery } from "./rules";
import type { KeptSearch, SavedSearchView } from "./types";

/** The search as the actor keeps it; null when it is not theirs. */
export async function findKept(actor: Actor, id: string): Promise<KeptSearch | null> {
  const row = await db.savedSearch.findFirst({
    where: { id, memberId: actor.memberId },
    select: { query: true, locale: true },
  });
  return row && { query: row.query, locale: row.locale as Language };
}

/** Whether the actor keeps this search already. */
export async function isKept(actor: Actor, query: string): Promise<boolean> {
  return (await db.savedSearch.count({ where: { memberId: actor.memberId, query } })) > 0;
}

/** The association a search is narrowed to, named as its public page names it: none where there is none, or it is closed. */
export async function listSpokenOf(query: string): Promise<SavedSearchView["associations"]> {
  const { association } = filtersOfQuery(query);
  if (association === null) return [];
  return db.association.findMany({
    where: { slug: association, state: { not: "CLOSED" } },
    select: { slug: true, name: true },
  });
}

/** The actor's searches, newest first, with who is new in each: found now, with the rights of now (rule A2). */
export async function listSavedSearches(actor: Actor): Promise<SavedSearchView[]> {
  const rows = await db.savedSearch.findMany({
    where: { memberId: actor.memberId },
    orderBy: { createdAt: "desc" },
    select: { id: true, query: true, locale: true, seen: true, isWide: true, createdAt: true },
  });
  const views: SavedSearchView[] = [];
  for (const { id, query, locale, seen, isWide, createdAt } of rows) {
    // One after the other: a page takes no more than one connection.
    const { people, associations } = await findFitting(actor, { query, locale: locale as Language });
    const fresh = new Set(
      newAmong(
        people.map(({ mark }) => mark),
        { seen, isWide },
      ),
    );
    const newPeople = people.filter(({ mark }) => fresh.has(mark)).map(({ handle, name }) => ({ handle, name }));
    views.push({ id, filters: filtersOfQuery(query), createdAt, newPeople, associations });
  }
  return views;
}
