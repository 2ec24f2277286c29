import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import { readProject, readScope } from "../facts";
import { mayReadProject } from "../policy";

/** Words that are pages of ours below /projects and /progetti. */
const TAKEN = ["mine", "miei", "new", "nuovo"];

/**
 * A free slug for a title: the title's own, else with the next number. Others who ask for the same one wait until the
 * transaction ends.
 */
export async function freeSlug(tx: Tx, wanted: string): Promise<string> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('project-slug'), hashtext(${wanted}))`;
  const rows = await tx.$queryRaw<{ slug: string }[]>`
    SELECT "slug" FROM "Project" WHERE "slug" = ${wanted} OR "slug" ~ ('^' || ${wanted} || '-[0-9]+$')`;
  const taken = new Set([...TAKEN, ...rows.map(({ slug }) => slug)]);
  let number = 2;
  let slug = wanted;
  while (taken.has(slug)) slug = `${wanted}-${number++}`;
  return slug;
}

/** A project to take up again, as the member may read it and had a part in it; null for any other (rule A2). */
export async function readEnded(tx: Tx, actor: Actor, { slug, now }: { slug: string; now: Date }) {
  const project = await readProject(tx, slug);
  if (!project || !mayReadProject(actor, await readScope(tx, actor.memberId, project, now))) return null;
  const [row] = await tx.$queryRaw<{ hadPart: boolean }[]>`
    SELECT had_part(${project.id}::uuid, ${actor.memberId}::uuid) AS "hadPart"`;
  return { id: project.id, state: project.state, hadPart: row?.hadPart ?? false };
}

/** Ids of competences by slug. */
export async function readCompetenceIds(tx: Tx, slugs: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (slugs.length === 0) return new Map();
  const rows = await tx.competence.findMany({ where: { slug: { in: [...slugs] } }, select: { id: true, slug: true } });
  return new Map(rows.map(({ id, slug }) => [slug, id]));
}

/** The id of one competence; null for none. */
export async function readCompetenceId(tx: Tx, slug: string | null): Promise<number | null> {
  return slug ? ((await readCompetenceIds(tx, [slug])).get(slug) ?? null) : null;
}

type Serving = { associationId: string | null; memberId: string };

/** Values a project may serve here: those of the association's charter in force, and the member's own. */
export async function readValues(tx: Pick<Tx, "$queryRaw">, { associationId, memberId }: Serving): Promise<string[]> {
  const rows = await tx.$queryRaw<{ word: string }[]>`
    SELECT COALESCE(v."valueSlug", v."name") AS "word" FROM "CharterValue" v
     WHERE v."charterId" = (SELECT c."id" FROM "Charter" c WHERE c."associationId" = ${associationId}::uuid ORDER BY c."version" DESC LIMIT 1)
    UNION SELECT unnest(m."values") FROM "Member" m WHERE m."id" = ${memberId}::uuid`;
  return rows.map(({ word }) => word);
}
