import "server-only";
import { createHash } from "node:crypto";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/transaction";
import { ATTACHMENT_BYTES_MAX, type AttachmentRefusal, readAttachment } from "@/lib/files/attachment";
import { recordInProject } from "../commands";
import { atWork, type Standing } from "../work/commands";
import { findWork } from "../work/queries";
import type { WorkRefusal } from "../work/rules";
import { canKeep, type KeepRefusal } from "./rules";
import type { FileRefInput, UploadInput } from "./schema";

type Filed = { slug: string };
export type UploadRefusal = AttachmentRefusal | KeepRefusal | WorkRefusal | Standing;

/**
 * Keeps a file with the project: pictures redrawn, the rest for download alone. By anybody who takes part. What is refused
 * leaves nothing behind.
 */
export async function uploadFile(
  actor: Actor,
  { slug, file }: UploadInput,
  now = new Date(),
): Promise<Result<Filed, UploadRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  // Nobody from outside has us read a file.
  if (!(await findWork(actor, slug, now))) return refuse("common.notFound");
  const head = file.size > ATTACHMENT_BYTES_MAX ? file.slice(0, ATTACHMENT_BYTES_MAX + 1) : file;
  const read = await readAttachment({ name: file.name, bytes: new Uint8Array(await head.arrayBuffer()) });
  if (!read.ok) return read;
  const { bytes, name, mime } = read.value;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return atWork<Filed, KeepRefusal>(actor, { slug, now }, async (tx, { project }) => {
    const verdict = canKeep({ ...(await readRoom(tx, project.id, sha256)), size: bytes.byteLength });
    if (!verdict.ok) return verdict;
    const kept = { projectId: project.id, uploadedById: actor.memberId, name, mime, bytes, sha256, at: now };
    const { id } = await tx.projectFile.create({ data: { ...kept, size: bytes.byteLength }, select: { id: true } });
    await recordInProject(tx, { kind: "project.fileAdded", actor, project, subjectId: id, now });
    return ok({ slug });
  });
}

async function readRoom(tx: Tx, projectId: string, sha256: string) {
  const { _count, _sum } = await tx.projectFile.aggregate({
    where: { projectId },
    _count: { _all: true },
    _sum: { size: true },
  });
  const isThere = (await tx.projectFile.count({ where: { projectId, sha256 } })) > 0;
  return { count: _count._all, used: _sum.size ?? 0, isThere };
}

/** Takes a file away: nothing of it stays. By who brought it, or who leads the project, whatever became of the project. */
export async function removeFile(
  actor: Actor,
  { slug, fileId }: FileRefInput,
  now = new Date(),
): Promise<Result<Filed, "common.notAllowed" | WorkRefusal | Standing>> {
  const asking = { slug, now, isSteppingBack: true };
  return atWork<Filed, "common.notAllowed" | Standing>(actor, asking, async (tx, { project }) => {
    const where = { id: fileId, projectId: project.id };
    const file = await tx.projectFile.findUnique({ where, select: { uploadedById: true } });
    if (!file) return refuse("common.notFound");
    const mayRemove = file.uploadedById === actor.memberId || project.ownerId === actor.memberId;
    if (!mayRemove) return refuse("common.notAllowed");
    await tx.projectFile.delete({ where, select: { id: true } });
    await recordInProject(tx, { kind: "project.fileRemoved", actor, project, subjectId: fileId, now });
    return ok({ slug });
  });
}
