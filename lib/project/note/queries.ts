import "server-only";
import { differenceOf } from "@/lib/association/difference/rules";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { type Sql, sql } from "@/lib/db/sql";
import { personOf } from "../sight/queries";
import { findWork } from "../work/queries";
import { mayPutAway } from "./rules";
import type { NoteLine, NotesView, NoteView, VersionChange, VersionLine, WholeNote } from "./types";

const version = (actor: Actor): Sql => sql`json_build_object(
  'number', v."number", 'author', ${personOf(actor, sql`v."authorId"`)}, 'at', v."at", 'restores', v."restores")`;

const LAST: Sql = sql`v."number" = (SELECT max(l."number") FROM "NoteVersion" l WHERE l."noteId" = v."noteId")`;

/** The notes of a project, the one saved last first; null for anybody who does not take part (rule A2). */
export async function findNotes(actor: Actor, slug: string): Promise<NotesView | null> {
  const work = await findWork(actor, slug);
  return work && { ...work, notes: await readNotes<NoteLine>(lineOf(actor), ofProject(work.project.id)) };
}

/** The notes of a project with what they say. Whoever asks has been found to take part in it. */
export function listWholeNotes(actor: Actor, projectId: string): Promise<WholeNote[]> {
  return readNotes<WholeNote>(wholeOf(actor), ofProject(projectId));
}

type Asking = {
  readonly slug: string;
  readonly noteId: string;
  /** The version to see against the one before it. */
  readonly number: number | null;
};

/** One note with every version it had; null where there is none for them. */
export async function findNote(actor: Actor, { slug, noteId, number }: Asking): Promise<NoteView | null> {
  const work = await findWork(actor, slug);
  const [note] = work
    ? await readNotes<WholeNote>(wholeOf(actor), sql`${ofProject(work.project.id)} AND n."id"::text = ${noteId}`)
    : [];
  if (!work || !note) return null;
  const rows = await db.$queryRaw<{ version: VersionLine }[]>`
    SELECT ${version(actor)} AS "version" FROM "NoteVersion" v WHERE v."noteId" = ${note.id}::uuid ORDER BY v."number" DESC`;
  const change = number === null ? null : await changeAt(note.id, number);
  const versions = rows.map((row) => row.version);
  const isBeginner = (await firstAuthor(note.id)) === actor.memberId;
  return {
    ...work,
    note,
    versions,
    change,
    mayPutAway: mayPutAway({ isBeginner, isOwner: work.project.viewer?.isOwner ?? false }),
  };
}

async function firstAuthor(noteId: string): Promise<string | null> {
  const where = { noteId_number: { noteId, number: 1 } };
  return (await db.noteVersion.findUnique({ where, select: { authorId: true } }))?.authorId ?? null;
}

const ofProject = (projectId: string): Sql => sql`n."projectId" = ${projectId}::uuid`;

const lineOf = (actor: Actor, more: Sql = sql``): Sql => sql`json_build_object(
  'id', n."id", 'title', v."title", 'last', ${version(actor)},
  'away', CASE WHEN n."putAwayAt" IS NOT NULL
               THEN json_build_object('by', ${personOf(actor, sql`n."putAwayById"`)}, 'at', n."putAwayAt") END ${more})`;

const wholeOf = (actor: Actor): Sql => lineOf(actor, sql`, 'text', v."text"`);

async function readNotes<Note extends NoteLine>(shape: Sql, chosen: Sql): Promise<Note[]> {
  const rows = await db.$queryRaw<{ note: Note }[]>`
    SELECT ${shape} AS "note" FROM "ProjectNote" n JOIN "NoteVersion" v ON v."noteId" = n."id" AND ${LAST}
     WHERE ${chosen} ORDER BY v."at" DESC, n."id" DESC`;
  return rows.map(({ note }) => note);
}

async function changeAt(noteId: string, number: number): Promise<VersionChange | null> {
  const rows = await db.noteVersion.findMany({
    where: { noteId, number: { in: [number - 1, number] } },
    orderBy: { number: "desc" },
    select: { number: true, title: true, text: true },
  });
  const [after, before] = rows;
  if (after?.number !== number) return null;
  return {
    number,
    title: differenceOf(before?.title ?? "", after.title),
    text: differenceOf(before?.text ?? "", after.text),
  };
}
