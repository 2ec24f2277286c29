import "server-only";
import type { Viewer } from "@/lib/auth/actor";
import { readRows } from "@/lib/db/client";
import { sql } from "@/lib/db/sql";
import { narrowingOf } from "../facet/queries";
import { type Counts, facetsFrom } from "../facet/rules";
import { readTokens } from "../token/queries";
import type { CompetenceCounts } from "../types";

/** How many people whoever looks may find by each competence (rules A2, PV1), as kept for everybody. One statement. */
export async function countByCompetence(viewer: Viewer): Promise<CompetenceCounts> {
  const [row] = await readRows<{ counts: Counts[] | null }>(sql`SELECT ${narrowingOf(viewer)} AS counts`);
  const { competences, areas } = facetsFrom(row?.counts ?? [], (await readTokens()).names);
  return { competences, areas };
}
