import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { listPages } from "../queries";
import { filtersOfQuery } from "../saved/rules";
import type { KeptSearch, NewPerson } from "../saved/types";
import type { PeopleList, PersonCard } from "../types";
import { markOf, WATCHED_MAX } from "./rules";

type Fitting = {
  /** With what is remembered of each; newest arrivals first, without whoever looks. */
  readonly people: readonly (NewPerson & { readonly mark: number })[];
  readonly isWide: boolean;
  readonly associations: PeopleList["associations"];
};

/** Who fits all of a search now, for whoever kept it: the list of people itself, with its rights (rule A2). */
export async function findFitting(actor: Actor, { query, locale }: KeptSearch): Promise<Fitting> {
  const filters = { ...filtersOfQuery(query), sort: "newest" as const };
  const found: PersonCard[] = [];
  let last: PeopleList | null = null;
  for await (const page of listPages(actor, filters, { language: locale, isLiteral: true })) {
    found.push(...page.items);
    last = page;
    if (found.length >= WATCHED_MAX) break;
  }
  const others = found.filter(({ handle }) => handle !== actor.handle);
  return {
    people: others
      .slice(0, WATCHED_MAX)
      .map(({ handle, name }) => ({ handle, name, mark: markOf(actor.memberId, handle) })),
    isWide: (last?.nextCursor ?? null) !== null || others.length > WATCHED_MAX,
    associations: last?.associations ?? [],
  };
}
