import type { DonePlace } from "../types";

type Of = { readonly memberId: string; readonly place: DonePlace };

/** What the record of an act on a contribution says of it: whose, where, which. */
export function about({ memberId, place: { slug, name, projectId, associationId } }: Of, subjectId: string) {
  const data: Readonly<Record<string, string>> = projectId ? { slug, project: name } : { slug, association: name };
  return { memberId, projectId, associationId, subjectId, data };
}

/** Where one goes on after it. */
export function whereOf({ place: { slug, projectId } }: Of) {
  return { slug, isInProject: projectId !== null };
}
