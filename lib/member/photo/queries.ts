import "server-only";
import type { Viewer } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { sql } from "@/lib/db/sql";
import { relationTo } from "../relation/queries";
import { shows } from "../rules";
import type { Audience, ReachFlags, Relation } from "../types";

type Owner = ReachFlags & { readonly audience: Audience | null; readonly relation: Relation };
type Photo = { readonly mime: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** The photograph behind an id, when whoever asks may see it; null otherwise, whatever the reason (rules A2, PV1). */
export async function findPhoto(viewer: Viewer, fileId: string): Promise<Photo | null> {
  const me = sql`${viewer?.memberId ?? null}::uuid`;
  const [owner] = await db.$queryRaw<Owner[]>`
    SELECT m."isListed", m."isPublic", m."isIndexed", f."audience"::text AS "audience", ${relationTo(me)} AS "relation"
      FROM "Member" m JOIN "Account" a ON a."id" = m."accountId" AND (a."suspendedAt" IS NULL OR m."id" = ${me})
      LEFT JOIN "MemberFieldAudience" f ON f."memberId" = m."id" AND f."field" = 'PHOTO'
     WHERE m."photoId" = ${fileId}::uuid`;
  if (!owner) return null;
  const audiences = owner.audience ? { PHOTO: owner.audience } : {};
  if (!shows({ ...owner, audiences }, "PHOTO", owner.relation)) return null;
  return db.file.findUnique({ where: { id: fileId }, select: { mime: true, bytes: true } });
}
