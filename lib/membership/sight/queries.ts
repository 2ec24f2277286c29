import "server-only";
import type { AssociationRef } from "@/lib/association/types";
import type { Actor, Viewer } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { unlocked } from "@/lib/db/transaction";
import { showsPart } from "@/lib/directory/part/rules";
import { readStanding } from "../facts";
import type { Responsibility } from "../role/types";
import type { PersonView } from "../types";

/** What is read of a person for a list: what search shows of them to that class of viewer (rules A2, PV1). */
export const personFor = (viewer: Viewer) =>
  ({
    handle: true,
    name: true,
    headline: true,
    photoId: true,
    values: true,
    entries: { where: { viewer: viewer ? "MEMBER" : "VISITOR" }, select: { shows: true } },
  }) as const;

type Row = Pick<PersonView, "handle" | "name" | "headline"> & {
  photoId: string | null;
  values: readonly string[];
  entries: readonly { shows: number }[];
};

/** The row of `personFor` as a page shows it: photo and values only where their entry shows them. */
export function personOf({ handle, name, headline, photoId, values, entries }: Row): PersonView {
  const shows = entries[0]?.shows ?? 0;
  const photo = photoId && showsPart(shows, "photo") ? `/api/files/${photoId}` : null;
  const shown = showsPart(shows, "values") ? values : [];
  return { handle, name, headline, photo, values: shown, isReadable: entries.length > 0 };
}

/** What is read of an association for its name and emblem. */
export const ASSOCIATION_REF = {
  slug: true,
  name: true,
  charters: {
    orderBy: { version: "desc" },
    take: 1,
    select: { values: { orderBy: { position: "asc" }, select: { valueSlug: true, name: true } } },
  },
} as const;

type RefRow = {
  slug: string;
  name: string;
  charters: readonly { values: readonly { valueSlug: string | null; name: string }[] }[];
};

/** The row of ASSOCIATION_REF as a page shows it. */
export function refOf({ slug, name, charters }: RefRow): AssociationRef {
  return { slug, name, values: charters[0]?.values.map((value) => value.valueSlug ?? value.name) ?? [] };
}

/**
 * The association of an address and where the actor stands in it, when they answer there for something; null otherwise,
 * whatever the reason (rules A2, R1).
 */
export async function findAnsweringFor(actor: Actor, slug: string, responsibility: Responsibility, now: Date) {
  const association = await db.association.findUnique({
    where: { slug },
    select: { id: true, decisionDays: true, ...ASSOCIATION_REF },
  });
  if (!association) return null;
  const standing = await readStanding(unlocked, { memberId: actor.memberId, associationId: association.id, now });
  return standing?.responsibilities.includes(responsibility) ? { ...association, standing } : null;
}
