import "server-only";
import type { Viewer } from "@/lib/auth/actor";
import type { Language } from "@/lib/taxonomy/types";
import { listPages } from "../queries";
import type { Filters, PersonCard } from "../types";

/**
 * The first people of a search, as its pages give them to whoever looks (rules A1, A2): walked by cursor, so that the file can
 * hold nobody whom the list would not show.
 */
export async function listPeopleToKeep(
  viewer: Viewer,
  filters: Filters,
  { language, max }: { language: Language; max: number },
): Promise<readonly PersonCard[]> {
  const people = new Map<string, PersonCard>();
  for await (const { items } of listPages(viewer, filters, { language })) {
    for (const person of items) people.set(person.handle, person);
    if (people.size >= max) break;
  }
  return [...people.values()].slice(0, max);
}
