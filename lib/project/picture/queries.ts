import "server-only";
import type { Viewer } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { type Sql, sql } from "@/lib/db/sql";
import { isVisible } from "../sight/queries";
import type { PictureChoice } from "./types";

type Bytes = { readonly mime: "image/webp"; readonly bytes: Uint8Array<ArrayBuffer> };

/** Until the result is published its pictures are for whoever leads the project, and whoever brought each. */
export const isHung = (viewer: Viewer): Sql => {
  const me = sql`${viewer?.memberId ?? null}::uuid`;
  return sql`(p."state" = 'COMPLETED' OR p."ownerId" = ${me} OR f."broughtById" = ${me})`;
};

/** A picture of a result, for those who read it; null otherwise, whatever the reason (rule A2). */
export async function findPicture(viewer: Viewer, id: string): Promise<Bytes | null> {
  const [row] = await db.$queryRaw<{ bytes: Uint8Array<ArrayBuffer> }[]>`
    SELECT f."bytes" FROM "ResultPicture" f JOIN "Project" p ON p."id" = f."projectId"
     WHERE f."id" = ${id}::uuid AND ${isVisible(viewer)} AND ${isHung(viewer)}`;
  return row ? { mime: "image/webp", bytes: row.bytes } : null;
}

/** The pictures among the files of a project. The caller knows that they are theirs to read. */
export function listChoices(projectId: string): Promise<PictureChoice[]> {
  return db.projectFile.findMany({
    where: { projectId, mime: "image/webp" },
    orderBy: { id: "desc" },
    select: { id: true, name: true },
  });
}
