import "server-only";
import type { Viewer } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import type { CompetenceCounts } from "../types";

/** How many people whoever looks may find by each competence (rules A2, PV1). One statement. */
export async function countByCompetence(viewer: Viewer): Promise<CompetenceCounts> {
  const [row] = await db.$queryRaw<CompetenceCounts[]>`
    WITH skills AS (
      SELECT c."slug", c."areaSlug", e."memberId" FROM "DirectoryEntry" e, unnest(e."competenceIds") AS u (id) JOIN "Competence" c ON c."id" = u.id
       WHERE e."viewer" = ${viewer ? "MEMBER" : "VISITOR"}::"DirectoryClass")
    SELECT (SELECT COALESCE(jsonb_object_agg("slug", n), '{}') FROM (SELECT "slug", count(*) FROM skills GROUP BY 1) a ("slug", n)) AS "competences",
           (SELECT COALESCE(jsonb_object_agg("areaSlug", n), '{}')
              FROM (SELECT "areaSlug", count(DISTINCT "memberId") FROM skills GROUP BY 1) b ("areaSlug", n)) AS "areas"`;
  return row ?? { competences: {}, areas: {} };
}
