import "server-only";
import { compareCharters } from "@/lib/association/difference/rules";
import { readContent } from "@/lib/association/facts";
import { findAssociation } from "@/lib/association/queries";
import type { Actor } from "@/lib/auth/actor";
import { unlocked } from "@/lib/db/transaction";
import type { PapersView } from "../application/types";
import { readConfirmation } from "./facts";
import type { ConfirmationView } from "./types";

/** What confirming the actor's own application asks; null when it does not wait, or stands on the charter in force. */
export async function findConfirmation(
  actor: Actor,
  { id, state, association: { slug } }: PapersView,
  now = new Date(),
): Promise<ConfirmationView | null> {
  const asked = state === "PENDING" ? await readConfirmation(unlocked, id, now) : null;
  const association = asked?.isOutdated ? await findAssociation(actor, slug) : null;
  if (!asked || !association) return null;
  const { charter, locale } = association;
  const before = await readContent(unlocked, asked.from.id);
  const open = new Set(asked.open.map((value) => value.id));
  return {
    ...{ from: asked.from.version, charter, locale, before, after: charter },
    difference: compareCharters(before, charter),
    open: charter.values.filter((value) => open.has(value.id)),
  };
}
