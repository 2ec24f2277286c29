import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { listPeople } from "../queries";
import { filtersOfQuery } from "../saved/rules";
import type { KeptSearch, NewPerson } from "../saved/types";
import type { PeopleList } from "../types";
import { markOf, WATCHED_MAX } from "./rules";

export type Fitting = {
  /** With what is remembered of each; newest arrivals first, without whoever looks. */
  readonly people: readonly (NewPerson & { readonly mark: number })[];
  readonly isWide: boolean;
  readonly associations: PeopleList["associations"];
};

/** Who fits a search now, for whoever kept it: the list of people itself, with its rights (rule A2). */
export async function findFitting(actor: Actor, { query, locale }: KeptSearch): Promise<Fitting> {
  const filters = { ...filtersOfQuery(query), sort: "newest" as const };
  let page = await listPeople(actor, filters, { language: locale });
  const found = [...page.items];
  while (page.nextCursor !== null && found.length < WATCHED_MAX) {
    page = await listPeople(actor, { ...filters, after: page.nextCursor }, { language: locale });
    found.push(...page.items);
  }
  const others = found.filter(({ handle }) => handle !== actor.handle);
  return {
    people: others
      .slice(0, WATCHED_MAX)
      .map(({ handle, name }) => ({ handle, name, mark: markOf(actor.memberId, handle) })),
    isWide: page.nextCursor !== null || others.length > WATCHED_MAX,
    associations: page.associations,
  };
}
