import "server-only";
import type { Actor, Viewer } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { type Sql, sql } from "@/lib/db/sql";
import { findProject } from "../page/queries";
import type { ProjectView } from "../page/types";
import { isHung, listChoices } from "../picture/queries";
import { ASSOCIATION, day, isOpenDeed, isVisible, leadingOf, personOf, publishedOf } from "../sight/queries";
import type { OwnSignature } from "../signature/types";
import { readThanks } from "../thanks/queries";
import type { AssociationRef } from "../types";
import { type HandRow, handsOf } from "./rules";
import type { ResultView } from "./types";

type Row = Pick<ResultView, "lessons" | "links" | "pictures"> & { readonly hands: readonly HandRow[] };

/**
 * A result as its page shows it, before it is published to those who prepare it; null when there is no such project for this
 * viewer (rule A2). Everybody reads the same names under it, those who had a part in it too.
 */
export async function findResult(viewer: Viewer, slug: string, now = new Date()): Promise<ResultView | null> {
  const project = await findProject(viewer, slug, now);
  if (!project) return null;
  const [row] = await db.$queryRaw<{ result: Row }[]>`
    SELECT json_build_object('lessons', p."lessons", 'links', ${LINKS}, 'pictures', ${pictures(viewer)},
                              'hands', ${hands(viewer)}) AS "result"
      FROM "Project" p WHERE p."id" = ${project.id}::uuid`;
  if (!row) return null;
  const { hands: rows, ...rest } = row.result;
  return {
    ...{ project, ...rest, ...handsOf(project.state === "COMPLETED" ? rows : []) },
    own: viewer && project.state === "COMPLETED" ? await findOwn(viewer, project) : null,
    thanks: await readThanks(viewer, project),
    choices: project.viewer?.isOwner ? await listChoices(project.id) : [],
  };
}

const LINKS: Sql = sql`(
  SELECT COALESCE(json_agg(json_build_object('label', l."label", 'url', l."url") ORDER BY l."position"), '[]')
    FROM "ResultLink" l WHERE l."projectId" = p."id")`;

const pictures = (viewer: Viewer): Sql => sql`(
  SELECT COALESCE(json_agg(json_build_object('id', f."id", 'alt', f."alt", 'width', f."width", 'height', f."height",
           'mayRemove', COALESCE(${viewer?.memberId ?? null}::uuid IN (p."ownerId", f."broughtById"), false)) ORDER BY f."position"), '[]')
    FROM "ResultPicture" f WHERE f."projectId" = p."id" AND ${isHung(viewer)})`;

/** What counts as done in p. */
const isDone: Sql = sql`k."projectId" = p."id" AND k."state" = 'CONFIRMED' AND NOT k."isWithheld"
  AND NOT EXISTS (SELECT 1 FROM "ContributionReversal" r WHERE r."contributionId" = k."id")`;

/** Whoever leads p, sits in it, did something in it: each once, with what they may be named as, a HandRow. */
function hands(viewer: Viewer): Sql {
  const id = sql`w."memberId"`;
  const isLead = sql`w."memberId" IS NOT DISTINCT FROM p."ownerId"`;
  const signature = sql`SELECT 1 FROM "ProjectSignature" g WHERE g."projectId" = p."id" AND g."memberId" = ${id}`;
  const isSeated = sql`EXISTS (SELECT 1 FROM "NeedOffer" o JOIN "Need" n ON n."id" = o."needId"
    WHERE n."projectId" = p."id" AND o."memberId" = ${id} AND o."state" = 'ACCEPTED')`;
  const unsaid = sql`CASE WHEN ${isLead} AND NOT ${isSeated} THEN ${leadingOf(viewer, id)} ELSE ${personOf(viewer, id)} END`;
  return sql`(
    SELECT COALESCE(json_agg(json_build_object(
             'person', ${publishedOf(viewer, id, unsaid)},
             'isSigned', EXISTS (${signature} AND g."look" <> 'UNSIGNED'),
             'isLead', ${isLead} AND (EXISTS (${signature}) OR ${leadingOf(viewer, id)} IS NOT NULL),
             'seats', (SELECT COALESCE(json_agg(n."title" ORDER BY n."position"), '[]') FROM "NeedOffer" o JOIN "Need" n ON n."id" = o."needId"
                        WHERE n."projectId" = p."id" AND o."memberId" = ${id} AND o."state" = 'ACCEPTED'),
             'deeds', (SELECT COALESCE(json_agg(json_build_object('id', k."id", 'title', k."title", 'kind', k."kind", 'minutes', k."minutes",
                               'doneOn', ${day(sql`k."doneOn"`)}, 'evidenceUrl', k."evidenceUrl") ORDER BY k."doneOn" DESC, k."id" DESC), '[]')
                         FROM "Contribution" k WHERE k."memberId" = ${id} AND ${isDone} AND ${isOpenDeed(viewer)}))), '[]')
      FROM (SELECT p."ownerId" AS "memberId" WHERE p."ownerId" IS NOT NULL
            UNION SELECT o."memberId" FROM "NeedOffer" o JOIN "Need" n ON n."id" = o."needId"
                   WHERE n."projectId" = p."id" AND o."state" = 'ACCEPTED'
            UNION SELECT k."memberId" FROM "Contribution" k WHERE ${isDone} AND ${isOpenDeed(viewer)}) w)`;
}

/** What one chose, and what one may choose among; null for whoever had no part in it. */
async function findOwn({ memberId }: Actor, { id }: ProjectView): Promise<OwnSignature | null> {
  const [row] = await db.$queryRaw<OwnSignature[]>`
    SELECT m."name", g."look"::text, c."slug" AS "competence", ARRAY(
             SELECT x."slug" FROM "Competence" x WHERE x."id" IN (
               SELECT h."competenceId" FROM competences_held(m."competences") h
               UNION SELECT o."competenceId" FROM "NeedOffer" o JOIN "Need" n ON n."id" = o."needId"
                      WHERE n."projectId" = ${id}::uuid AND o."memberId" = m."id" AND o."state" = 'ACCEPTED')
              ORDER BY x."slug") AS "competences"
      FROM "Member" m LEFT JOIN "ProjectSignature" g ON g."memberId" = m."id" AND g."projectId" = ${id}::uuid
      LEFT JOIN "Competence" c ON c."id" = g."competenceId"
     WHERE m."id" = ${memberId}::uuid AND had_part(${id}::uuid, m."id")`;
  return row ?? null;
}

type Card = { readonly values: readonly string[]; readonly picture: Uint8Array<ArrayBuffer> | null };

/** What is drawn beside a link to a result that anybody may read; null for any other (rule A2). It names nobody. */
export async function findCard(slug: string): Promise<Card | null> {
  const [row] = await db.$queryRaw<{ association: AssociationRef | null; picture: Card["picture"] }[]>`
    SELECT ${ASSOCIATION} AS "association",
           (SELECT f."bytes" FROM "ResultPicture" f WHERE f."projectId" = p."id" ORDER BY f."position" LIMIT 1) AS "picture"
      FROM "Project" p WHERE p."slug" = ${slug} AND p."state" = 'COMPLETED' AND ${isVisible(null)}`;
  return row ? { values: row.association?.values ?? [], picture: row.picture } : null;
}
