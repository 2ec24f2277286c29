"use server";

import { refresh } from "next/cache";
import { getLocale } from "next-intl/server";
import type { Actor } from "@/lib/auth/actor";
import type { Result } from "@/lib/core/result";
import { redirect } from "@/lib/i18n/navigation";
import { bringNoteBack, putNoteAway, restoreNote, saveNote, writeNote } from "@/lib/project/note/commands";
import * as schema from "@/lib/project/note/schema";
import { formAction } from "./form-action";

/** Back to the note, which says what was done. */
const to =
  (done: string) =>
  async ({ slug, noteId }: { slug: string; noteId: string }): Promise<never> => {
    const href = {
      pathname: "/projects/[slug]/work/notes/[note]",
      params: { slug, note: noteId },
      query: { done },
    } as const;
    return redirect({ href, locale: await getLocale() });
  };

/** Whoever hears that a newer version came between has it before them. */
const shown =
  <Input, T>(command: (actor: Actor, input: Input) => Promise<Result<T>>) =>
  async (actor: Actor, input: Input): Promise<Result<T>> => {
    const answer = await command(actor, input);
    if (!answer.ok && answer.refusal.code === "work.noteChanged") refresh();
    return answer;
  };

export const writeNoteAction = formAction({
  name: "app/_actions/note.ts#writeNoteAction",
  schema: schema.writeNoteInput,
  limit: { name: "writeNote", max: 50, windowSeconds: 86_400 },
  command: writeNote,
  onDone: to("noteWritten"),
});

export const saveNoteAction = formAction({
  name: "app/_actions/note.ts#saveNoteAction",
  schema: schema.saveNoteInput,
  command: shown((actor, input: schema.SaveNoteInput) => saveNote(actor, input)),
  onDone: to("noteSaved"),
});

export const restoreNoteAction = formAction({
  name: "app/_actions/note.ts#restoreNoteAction",
  schema: schema.restoreNoteInput,
  command: shown((actor, input: schema.RestoreNoteInput) => restoreNote(actor, input)),
  onDone: to("noteRestored"),
});

export const putNoteAwayAction = formAction({
  name: "app/_actions/note.ts#putNoteAwayAction",
  schema: schema.noteRefInput,
  command: putNoteAway,
  onDone: to("notePutAway"),
});

export const bringNoteBackAction = formAction({
  name: "app/_actions/note.ts#bringNoteBackAction",
  schema: schema.noteRefInput,
  command: bringNoteBack,
  onDone: to("noteBroughtBack"),
});
