import "server-only";
import type { Viewer } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { sql } from "@/lib/db/sql";
import { isFindable } from "../looker/queries";
import { type Cursor, NUMBER_MAX, type PlacedCursor } from "./rules";

/** A cursor for statements. Where whom it ends with is found no more, all who stood in the same place come again. One statement. */
export async function placeCursor(viewer: Viewer, { handle, easier: _, ...end }: Cursor): Promise<PlacedCursor> {
  const [entry] = await db.$queryRaw<{ id: number }[]>(
    sql`SELECT e."id" FROM "DirectoryEntry" e JOIN "Member" m ON m."id" = e."memberId" WHERE m."handle" = ${handle} AND ${isFindable(viewer)}`,
  );
  return { ...end, id: entry?.id ?? (end.sort === "newest" ? NUMBER_MAX : 0) };
}
