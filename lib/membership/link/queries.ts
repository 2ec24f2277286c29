import "server-only";
import { db } from "@/lib/db/client";
import { linkOver } from "./rules";
import type { LinkLine } from "./types";

const LIST_MAX = 50;

/** The links of an association, newest first. Whoever asks answers for INVITE there. */
export async function listLinks(associationId: string, now: Date): Promise<LinkLine[]> {
  const rows = await db.invitationLink.findMany({
    where: { associationId },
    orderBy: { createdAt: "desc" },
    take: LIST_MAX,
    select: {
      ...{ id: true, code: true, reason: true, usesMax: true, usesTaken: true, expiresAt: true, revokedAt: true },
      maker: { select: { name: true } },
    },
  });
  return rows.map(({ maker, revokedAt, expiresAt, ...row }) => ({
    ...row,
    maker: maker.name,
    over: linkOver({ ...row, revokedAt, expiresAt, now }),
    expiresAt: expiresAt.toISOString(),
  }));
}
