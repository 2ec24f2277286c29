import "server-only";
import { type Actor, writingRefusal } from "@/lib/auth/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { ATTACHMENT_BYTES_MAX, isPicture } from "@/lib/files/attachment";
import { drawPicture, type Picture, type PictureRefusal } from "@/lib/files/picture";
import { enterProject, recordInProject, type Standing } from "../commands";
import { mayManageProject, mayReadProject } from "../policy";
import { findWork } from "../work/queries";
import { canHang, freePlace, type HangRefusal } from "./rules";
import type { AddPictureInput, PictureRefInput } from "./schema";

const SIDE_MAX = 1600;

type Hung = { slug: string };
type BytesRefusal =
  | PictureRefusal
  | "work.fileTooLarge"
  | "project.notAPicture"
  | "project.pictureGone"
  | "project.pictureWhich";
export type AddPictureRefusal = HangRefusal | BytesRefusal | Standing;

/**
 * Puts a picture with the result, drawn again: one of the files of the project, copied, or a new one. By whoever leads it.
 * Everybody who reads the result sees it, once it is published.
 */
export async function addPicture(
  actor: Actor,
  { slug, file, fileId, alt }: AddPictureInput,
  now = new Date(),
): Promise<Result<Hung, AddPictureRefusal>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  // Nobody else has us read a file.
  const work = await findWork(actor, slug, now);
  if (!work) return refuse("common.notFound");
  if (!work.project.viewer?.isOwner) return refuse("common.notAllowed");
  const given = Number(file !== null) + Number(fileId !== null);
  const read = given === 1 ? await readGiven({ file, fileId, projectId: work.project.id }) : null;
  if (read && !read.ok) return read;
  return inTransaction<Hung, AddPictureRefusal>(actor, async (tx) => {
    const entered = await enterProject(tx, actor, { slug, may: mayManageProject, now });
    if (!entered.ok) return entered;
    const project = entered.value;
    const where = { projectId: project.id };
    const there = await tx.resultPicture.findMany({ where, select: { position: true } });
    const verdict = canHang(project.state, { count: there.length, given });
    if (!verdict.ok || !read) return verdict.ok ? refuse("project.pictureWhich", { field: "file" }) : verdict;
    const { broughtById, width, height, bytes } = read.value;
    const position = freePlace(there.map((one) => one.position));
    const { id } = await tx.resultPicture.create({
      data: { ...where, position, alt, width, height, bytes, broughtById: broughtById ?? actor.memberId, at: now },
      select: { id: true },
    });
    await recordInProject(tx, { kind: "project.pictureAdded", actor, project, subjectId: id, now });
    return ok({ slug });
  });
}

type Given = { file: File | null; fileId: string | null; projectId: string };
type Read = Result<Picture & { readonly broughtById: string | null }, BytesRefusal>;

async function readGiven({ file, fileId, projectId }: Given): Promise<Read> {
  const field = fileId ? "fileId" : "file";
  const found = fileId ? await readKept(fileId, projectId) : await readNew(file);
  if (!found.ok) return found;
  const { bytes, broughtById } = found.value;
  if (!isPicture(bytes)) return refuse("project.notAPicture", { field });
  const drawn = await drawPicture(bytes, SIDE_MAX);
  return drawn.ok ? ok({ ...drawn.value, broughtById }) : drawn;
}

type Found = Result<{ bytes: Uint8Array; broughtById: string | null }, BytesRefusal>;

async function readKept(id: string, projectId: string): Promise<Found> {
  const select = { bytes: true, uploadedById: true };
  const kept = await db.projectFile.findUnique({ where: { id, projectId }, select });
  if (!kept) return refuse("project.pictureGone", { field: "fileId" });
  return ok({ bytes: kept.bytes, broughtById: kept.uploadedById });
}

async function readNew(file: File | null): Promise<Found> {
  if (!file) return refuse("project.pictureWhich", { field: "file" });
  if (file.size > ATTACHMENT_BYTES_MAX) return refuse("work.fileTooLarge", { field: "file" });
  return ok({ bytes: new Uint8Array(await file.arrayBuffer()), broughtById: null });
}

/** Takes a picture of a result away: nothing of it stays. By whoever brought it, or leads the project. */
export async function removePicture(
  actor: Actor,
  { slug, pictureId }: PictureRefInput,
  now = new Date(),
): Promise<Result<Hung, Standing>> {
  const barred = writingRefusal(actor);
  if (barred) return refuse(barred);
  return inTransaction<Hung, Standing>(actor, async (tx) => {
    const entered = await enterProject(tx, actor, { slug, may: mayReadProject, now });
    if (!entered.ok) return entered;
    const project = entered.value;
    const where = { id: pictureId, projectId: project.id };
    const picture = await tx.resultPicture.findUnique({ where, select: { broughtById: true } });
    const mayRemove = [picture?.broughtById, project.ownerId].includes(actor.memberId);
    if (!picture || (!mayRemove && project.state !== "COMPLETED")) return refuse("common.notFound");
    if (!mayRemove) return refuse("common.notAllowed");
    await tx.resultPicture.delete({ where, select: { id: true } });
    await recordInProject(tx, { kind: "project.pictureRemoved", actor, project, subjectId: pictureId, now });
    return ok({ slug });
  });
}
