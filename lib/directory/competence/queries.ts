import "server-only";
import type { Viewer } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { classOf } from "../looker/queries";
import type { CompetenceCounts } from "../types";

/** How many people whoever looks may find by each competence (rules A2, PV1), as kept for everybody. One statement. */
export async function countByCompetence(viewer: Viewer): Promise<CompetenceCounts> {
  const rows = await db.$queryRaw<{ kind: string; slug: string; n: number }[]>`
    SELECT d."kind", d."slug", sum(c."n")::int AS n FROM "DirectoryCount" c JOIN "DirectoryName" d ON d."token" = c."other"
     WHERE c."viewer" = ${classOf(viewer)} AND c."list" = 0 GROUP BY 1, 2 HAVING sum(c."n") > 0`;
  const ofKind = (kind: string) =>
    Object.fromEntries(rows.filter((row) => row.kind === kind).map(({ slug, n }) => [slug, n]));
  return { competences: ofKind("competences"), areas: ofKind("areas") };
}
