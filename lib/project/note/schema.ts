import * as z from "zod";
import { id, line, paragraph, slug, wholeNumber } from "@/lib/form/scalars";

export const NOTE_TITLE_CHARS_MAX = 120;
export const NOTE_CHARS_MAX = 8_000;
const NUMBER_MAX = 100_000;

const words = { title: line(NOTE_TITLE_CHARS_MAX, 3), text: paragraph(NOTE_CHARS_MAX, 1) };
const number = wholeNumber(1, NUMBER_MAX);

export const writeNoteInput = z.strictObject({ slug: slug(), ...words });
export type WriteNoteInput = z.output<typeof writeNoteInput>;

/** What one makes of a note, and the version one had before one's eyes. */
export const saveNoteInput = z.strictObject({ slug: slug(), noteId: id(), base: number, ...words });
export type SaveNoteInput = z.output<typeof saveNoteInput>;

export const noteRefInput = z.strictObject({ slug: slug(), noteId: id() });
export type NoteRefInput = z.output<typeof noteRefInput>;

export const restoreNoteInput = z.strictObject({ slug: slug(), noteId: id(), base: number, number });
export type RestoreNoteInput = z.output<typeof restoreNoteInput>;

/** The version an address asks for; anything else asks for none. */
export const versionAsked = z.coerce.number().int().min(1).max(NUMBER_MAX);
