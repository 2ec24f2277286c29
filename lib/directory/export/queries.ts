import "server-only";
import type { Viewer } from "@/lib/auth/actor";
import type { Language } from "@/lib/taxonomy/types";
import { listPeople } from "../queries";
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
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listPeople>> = await listPeople(viewer, { ...filters, after }, { language });
    for (const person of page.items) people.set(person.handle, person);
    after = page.isRestarted ? null : page.nextCursor;
  } while (after !== null && people.size < max);
  return [...people.values()].slice(0, max);
}
