import "server-only";
import type { Viewer } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { isFindable } from "../looker/queries";
import { type Respelling, respellingIn, slippedQuery } from "./rules";

/** So many names tell which spelling was meant. */
const READ_MAX = 200;

/**
 * The one of some folded words, a slip away from what whoever looks was about to find: in the names of those they may find (rule A2)
 * that hold all others. Null where there is none. One statement, none where the words name nobody.
 */
export async function findRespelling(viewer: Viewer, words: readonly string[]): Promise<Respelling | null> {
  const query = slippedQuery(words);
  if (query === null) return null;
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT m."name" FROM (
      SELECT e."viewer", e."memberId" FROM "DirectoryEntry" e
       WHERE to_tsvector('simple'::regconfig, e."nameText") @@ to_tsquery('simple', ${query}) OFFSET 0) e
      JOIN "Member" m ON m."id" = e."memberId"
     WHERE ${isFindable(viewer)} LIMIT ${READ_MAX}`;
  return respellingIn(
    rows.map(({ name }) => name),
    words,
  );
}
