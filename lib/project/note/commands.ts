import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/transaction";
import { recordInProject } from "../commands";
import { atWork, type Standing } from "../work/commands";
import type { WorkRefusal } from "../work/rules";
import { canBringBack, canSaveNote, canWriteNote, mayPutAway, type NoteRefusal } from "./rules";
import type { NoteRefInput, RestoreNoteInput, SaveNoteInput, WriteNoteInput } from "./schema";

type Written = { slug: string; noteId: string };
type Answer = Promise<Result<Written, NoteRefusal | WorkRefusal | Standing>>;

/** Begins a note, with its first version. By anybody who takes part. */
export async function writeNote(actor: Actor, { slug, ...words }: WriteNoteInput, now = new Date()): Answer {
  return atWork<Written, NoteRefusal>(actor, { slug, now }, async (tx, { project }) => {
    const kept = await tx.projectNote.count({ where: { projectId: project.id } });
    const verdict = canWriteNote({ standing: await countStanding(tx, project.id), kept });
    if (!verdict.ok) return verdict;
    const first = { number: 1, ...words, authorId: actor.memberId, at: now };
    const data = { projectId: project.id, createdAt: now, versions: { create: first } };
    const { id } = await tx.projectNote.create({ data, select: { id: true } });
    await recordInProject(tx, { kind: "project.noteWritten", actor, project, subjectId: id, now });
    return ok({ slug, noteId: id });
  });
}

/**
 * Saves a note as a new version; what was before is kept (rule A6). Whoever wrote on an older one is told, and nothing is
 * written over. What says the same as the last is no new version.
 */
export async function saveNote(
  actor: Actor,
  { slug, noteId, base, ...words }: SaveNoteInput,
  now = new Date(),
): Answer {
  return atWork<Written, NoteRefusal>(actor, { slug, now }, async (tx, { project }) => {
    const last = await readLast(tx, { projectId: project.id, noteId });
    if (!last) return refuse("common.notFound");
    const isPutAway = last.note.putAwayAt !== null;
    if (!isPutAway && last.title === words.title && last.text === words.text) return ok({ slug, noteId });
    const verdict = canSaveNote({ base, last, isPutAway });
    if (!verdict.ok) return verdict;
    const next = { noteId, number: last.number + 1, ...words, authorId: actor.memberId, at: now };
    await tx.noteVersion.create({ data: next, select: { number: true } });
    await recordInProject(tx, { kind: "project.noteSaved", actor, project, subjectId: noteId, now });
    return ok({ slug, noteId });
  });
}

/** Puts an earlier version back, as a new one that says which it was. */
export async function restoreNote(
  actor: Actor,
  { slug, noteId, base, number }: RestoreNoteInput,
  now = new Date(),
): Answer {
  return atWork<Written, NoteRefusal>(actor, { slug, now }, async (tx, { project }) => {
    const last = await readLast(tx, { projectId: project.id, noteId });
    if (!last) return refuse("common.notFound");
    const verdict = canSaveNote({ base, last, isPutAway: last.note.putAwayAt !== null });
    if (!verdict.ok) return verdict;
    const where = { noteId_number: { noteId, number } };
    const earlier = await tx.noteVersion.findUnique({ where, select: { title: true, text: true } });
    if (!earlier) return refuse("work.noSuchVersion");
    if (last.title === earlier.title && last.text === earlier.text) return ok({ slug, noteId });
    const next = { noteId, number: last.number + 1, ...earlier, restores: number, authorId: actor.memberId, at: now };
    await tx.noteVersion.create({ data: next, select: { number: true } });
    await recordInProject(tx, { kind: "project.noteSaved", actor, project, subjectId: noteId, now });
    return ok({ slug, noteId });
  });
}

/**
 * Puts a note away: it leaves the list, is read with every version it had, and takes no more (rule A6). By whoever began it, or leads
 * the project.
 */
export async function putNoteAway(actor: Actor, { slug, noteId }: NoteRefInput, now = new Date()): Answer {
  return atWork<Written, NoteRefusal>(actor, { slug, now }, async (tx, { project }) => {
    const found = await readLast(tx, { projectId: project.id, noteId });
    if (!found) return refuse("common.notFound");
    const where = { noteId_number: { noteId, number: 1 } };
    const first = await tx.noteVersion.findUnique({ where, select: { authorId: true } });
    const { memberId } = actor;
    if (!mayPutAway({ isBeginner: first?.authorId === memberId, isOwner: project.ownerId === memberId }))
      return refuse("work.othersNote");
    if (found.note.putAwayAt) return ok({ slug, noteId });
    const data = { putAwayAt: now, putAwayById: memberId };
    await tx.projectNote.update({ where: { id: noteId }, data, select: { id: true } });
    await recordInProject(tx, { kind: "project.notePutAway", actor, project, subjectId: noteId, now });
    return ok({ slug, noteId });
  });
}

/** Brings a note back among the others, as it was. By anybody who takes part. */
export async function bringNoteBack(actor: Actor, { slug, noteId }: NoteRefInput, now = new Date()): Answer {
  return atWork<Written, NoteRefusal>(actor, { slug, now }, async (tx, { project }) => {
    const found = await readLast(tx, { projectId: project.id, noteId });
    if (!found) return refuse("common.notFound");
    if (!found.note.putAwayAt) return ok({ slug, noteId });
    const verdict = canBringBack(await countStanding(tx, project.id));
    if (!verdict.ok) return verdict;
    const data = { putAwayAt: null, putAwayById: null };
    await tx.projectNote.update({ where: { id: noteId }, data, select: { id: true } });
    await recordInProject(tx, { kind: "project.noteBroughtBack", actor, project, subjectId: noteId, now });
    return ok({ slug, noteId });
  });
}

/** How many notes of a project are not put away. The caller holds its lock. */
const countStanding = (tx: Tx, projectId: string) => tx.projectNote.count({ where: { projectId, putAwayAt: null } });

/** The newest version of a note of a project. The caller holds the project's lock. */
function readLast(tx: Tx, { projectId, noteId }: { projectId: string; noteId: string }) {
  return tx.noteVersion.findFirst({
    where: { noteId, note: { projectId } },
    orderBy: { number: "desc" },
    select: { number: true, title: true, text: true, note: { select: { putAwayAt: true } } },
  });
}
