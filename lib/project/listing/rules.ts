import { exists } from "@/lib/core/duration";
import { competenceNamed } from "@/lib/taxonomy/rules";
import { understand } from "@/lib/taxonomy/search/rules";
import type { Language } from "@/lib/taxonomy/types";
import { PROJECT_KINDS, PROJECT_STATES, type ProjectKind, type ProjectState } from "../types";
import { type Counted, type Filters, type ProjectsPage, SORTS, type Sort } from "./types";

const QUERY_CHARS_MAX = 100;
const CURSOR_CHARS_MAX = 300;

type Query = Readonly<Record<string, string | string[] | undefined>>;
const all = (value: string | string[] | undefined): string[] => (value === undefined ? [] : [value].flat());
const first = (value: string | string[] | undefined): string => all(value)[0] ?? "";
const among = <T extends string>(known: readonly T[], asked: readonly string[]): T[] =>
  known.filter((entry) => asked.some((text) => text.toUpperCase() === entry));

/** The filters an address asks for; what it asks that does not exist is left out. */
export function filtersOf(query: Query, language?: Language): Filters {
  const sought = first(query.competence).trim().slice(0, QUERY_CHARS_MAX);
  const competence = competenceMeant(sought, language);
  return {
    q: first(query.q).trim().slice(0, QUERY_CHARS_MAX),
    states: among(PROJECT_STATES, all(query.state)),
    kinds: among(PROJECT_KINDS, all(query.kind)),
    competence,
    unknownCompetence: competence === null && sought !== "" ? sought : null,
    association: /^[a-z0-9][a-z0-9-]{0,79}$/.test(first(query.association)) ? first(query.association) : null,
    sort: SORTS.find((sort) => sort === first(query.sort)) ?? "newest",
    after: first(query.after) || null,
  };
}

/** The competence somebody wrote: by its name, else the surest that their words mean, in the language of the page first. */
const competenceMeant = (text: string, language?: Language): string | null =>
  competenceNamed(text) ?? understand(text, language).competences[0]?.slug ?? null;

/** The address of a list, for links that change one thing of it. The place in it is never kept. */
export function queryOf({
  q,
  states,
  kinds,
  competence,
  unknownCompetence,
  association,
  sort,
}: Filters): Record<string, string | string[]> {
  const entries: [string, string | string[] | null][] = [
    ["q", q || null],
    ["state", states.map((state) => state.toLowerCase())],
    ["kind", kinds.map((kind) => kind.toLowerCase())],
    ["competence", competence ?? unknownCompetence],
    ["association", association],
    ["sort", sort === "newest" ? null : sort],
  ];
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string | string[]] => (entry[1]?.length ?? 0) > 0),
  );
}

/** How many filters are on. */
export function activeCount({ q, states, kinds, competence, association }: Filters): number {
  return [q, ...states, ...kinds, competence, association].filter(Boolean).length;
}

/** Whether an address asks for the list from its beginning, with no filter on. */
export const isWhole = (filters: Filters): boolean => activeCount(filters) === 0 && filters.after === null;

/**
 * How many a list has, and how many each state and each kind would leave, the other filters as they are. What was abandoned is
 * listed only where it is asked for.
 */
export function countsOf(
  counted: readonly Counted[],
  { states, kinds }: Pick<Filters, "states" | "kinds">,
): Pick<ProjectsPage, "total" | "states" | "kinds"> {
  const isOfState = (state: ProjectState) => (states.length > 0 ? states.includes(state) : state !== "ABANDONED");
  const isOfKind = (kind: ProjectKind) => kinds.length === 0 || kinds.includes(kind);
  const found = { total: 0, states: {} as Record<string, number>, kinds: {} as Record<string, number> };
  for (const [state, kind, count] of counted) {
    if (isOfState(state) && isOfKind(kind)) found.total += count;
    if (isOfKind(kind)) found.states[state] = (found.states[state] ?? 0) + count;
    if (isOfState(state)) found.kinds[kind] = (found.kinds[kind] ?? 0) + count;
  }
  return found;
}

/** Where a page ends: the sort key of its last project, and the id that tells equal keys apart. */
export type Cursor = { readonly sort: Sort; readonly key: string; readonly id: string };

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const KEYS: Readonly<Record<Sort, RegExp>> = {
  newest: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z$/,
  due: /^\d{4}-\d{2}-\d{2}$/,
};

/** A cursor as it stands in an address. */
export function encodeCursor({ sort, key, id }: Cursor): string {
  return Buffer.from(JSON.stringify([sort, key, id])).toString("base64url");
}

/** The cursor of an address; null for anything that was not made for this order. */
export function decodeCursor(text: string, sort: Sort): Cursor | null {
  if (text.length > CURSOR_CHARS_MAX) return null;
  try {
    const read: unknown = JSON.parse(Buffer.from(text, "base64url").toString());
    if (!Array.isArray(read)) return null;
    const [madeFor, key, id] = read.map(String);
    const isRight = madeFor === sort && KEYS[sort].test(key ?? "") && ID.test(id ?? "");
    return isRight && key && id && exists(key) ? { sort, key, id } : null;
  } catch {
    return null;
  }
}
