import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { unlocked } from "@/lib/db/transaction";
import { mayImport } from "../policy";
import { findAnsweringFor, refOf } from "../sight/queries";
import { countImported } from "./facts";
import { IMPORTED_A_YEAR_MAX } from "./rules";
import type { ImportDesk } from "./types";

const LIST_MAX = 20;

/** The lists an association handed in, for whoever answers for EDIT and INVITE there; null for anybody else. */
export async function findImportDesk(actor: Actor, slug: string, now = new Date()): Promise<ImportDesk | null> {
  const association = await findAnsweringFor(actor, slug, "EDIT", now);
  if (!association || !mayImport(actor, association.standing)) return null;
  const { id: associationId, standing } = association;
  const rows = await db.memberImport.findMany({
    where: { associationId },
    orderBy: { createdAt: "desc" },
    take: LIST_MAX,
    select: {
      ...{ id: true, lineCount: true, importerId: true, createdAt: true },
      _count: { select: { letters: { where: { invitation: { state: "ACCEPTED" } } } } },
      letters: { where: { state: "PENDING", expiresAt: { gt: now } }, take: 1, select: { id: true } },
    },
  });
  const imports = rows.map(({ _count, letters, importerId, createdAt, ...row }) => ({
    ...row,
    ...{ enteredCount: _count.letters, isOpen: letters.length > 0, isOwn: importerId === actor.memberId },
    createdAt: createdAt.toISOString(),
  }));
  const left = Math.max(0, IMPORTED_A_YEAR_MAX - (await countImported(unlocked, { associationId, now })));
  return { association: refOf(association), holds: standing.responsibilities, imports, left };
}
