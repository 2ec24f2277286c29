import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import type { Frame } from "./types";
import { dutiesOf } from "./waiting/queries";

/** What the frame of every page shows of whoever is signed in. One statement. */
export async function findFrame(actor: Actor, now = new Date()): Promise<Frame> {
  const [row] = await db.$queryRaw<{ waitingCount: number; values: string[] }[]>`
    SELECT (SELECT count(*)::int FROM (${dutiesOf(actor.memberId, now)}) d) AS "waitingCount",
           ARRAY(SELECT v."valueSlug" FROM "MemberValue" v WHERE v."memberId" = ${actor.memberId}::uuid ORDER BY v."position") AS "values"`;
  const { handle, name, photoId } = actor;
  return {
    handle,
    name,
    photo: photoId && `/api/files/${photoId}`,
    waitingCount: row?.waitingCount ?? 0,
    values: row?.values ?? [],
  };
}
