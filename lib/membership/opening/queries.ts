import "server-only";
import type { Viewer } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { unlocked } from "@/lib/db/transaction";
import { ASSOCIATION_REF, refOf } from "../sight/queries";
import { hasTakenUp, readSource } from "./facts";
import { openingInput } from "./schema";
import type { OpeningView } from "./types";

/**
 * What the secret of an address shows, to anybody who holds it. Null for one that opens nothing, never did, or was taken up by
 * somebody else: all read the same (rule A2).
 */
export async function findOpening(viewer: Viewer, given: string, now = new Date()): Promise<OpeningView | null> {
  const parsed = openingInput.safeParse({ token: given });
  const source = parsed.success ? await readSource(unlocked, { ...parsed.data, now }) : null;
  if (!source) return null;
  const row = await db.association.findUnique({
    where: { id: source.associationId, state: { not: "CLOSED" } },
    select: { ...ASSOCIATION_REF, tagline: true, contentLocale: true },
  });
  if (!row) return null;
  const association = refOf(row);
  if (viewer && (await hasTakenUp(unlocked, { source, memberId: viewer.memberId })))
    return { kind: "taken", association };
  if (!source.isOpen) return null;
  const { name } = await db.member.findUniqueOrThrow({ where: { id: source.inviterId }, select: { name: true } });
  const { reason, expiresAt, letterId, importId } = source;
  const said = { reason, inviter: name, expiresAt: expiresAt.toISOString() };
  const kind = { isLetter: letterId !== null, isImport: importId !== null };
  return { kind: "open", opening: { association, tagline: row.tagline, locale: row.contentLocale, ...said, ...kind } };
}
