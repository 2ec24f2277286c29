import "server-only";
import type { Actor, Viewer } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { sql } from "@/lib/db/sql";
import { personOf } from "../sight/queries";
import { findWork } from "../work/queries";
import type { FileLine, FilesView, ProjectFileBytes } from "./types";

/** The files of a project, newest first; null for anybody who does not take part. */
export async function findFiles(actor: Actor, slug: string): Promise<FilesView | null> {
  const work = await findWork(actor, slug);
  if (!work) return null;
  const files = await db.$queryRaw<FileLine[]>`
    SELECT f."id"::text, f."name", f."mime", f."size", to_char(f."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "at",
           ${personOf(actor, sql`f."uploadedById"`)} AS "uploadedBy",
           (f."uploadedById" IS NOT DISTINCT FROM ${actor.memberId}::uuid OR ${work.project.viewer?.isOwner ?? false}) AS "mayRemove"
      FROM "ProjectFile" f WHERE f."projectId" = ${work.project.id}::uuid ORDER BY f."id" DESC`;
  return { ...work, files, used: files.reduce((sum, { size }) => sum + size, 0) };
}

/** The file behind an id, for those who take part in its project; null otherwise, whatever the reason (rule A2). */
export async function findProjectFile(viewer: Viewer, fileId: string): Promise<ProjectFileBytes | null> {
  const select = { name: true, mime: true, project: { select: { slug: true } } };
  const file = viewer && (await db.projectFile.findUnique({ where: { id: fileId }, select }));
  if (!file || !(await findWork(viewer, file.project.slug))) return null;
  const { name, mime } = file;
  const row = await db.projectFile.findUnique({ where: { id: fileId }, select: { bytes: true } });
  return row && { name, mime, bytes: row.bytes };
}
