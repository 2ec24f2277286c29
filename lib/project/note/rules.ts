import { ok, type Result, refuse } from "@/lib/core/result";

export const NOTES_MAX = 100;
export const VERSIONS_MAX = 500;

export type NoteRefusal =
  | "work.tooManyNotes"
  | "work.tooManyVersions"
  | "work.noteChanged"
  | "work.noSuchVersion"
  | "common.notFound";

/** Whether a project takes one note more. */
export function canWriteNote(count: number): Result<null, NoteRefusal> {
  return count < NOTES_MAX ? ok(null) : refuse("work.tooManyNotes", { params: { max: NOTES_MAX } });
}

type Saving = {
  /** The version whoever saves had before them. */
  readonly base: number;
  readonly last: { readonly number: number };
};

/**
 * Whether a new version may follow: what whoever saves had before them is still the last. Else they are told which came between,
 * and nothing is written over.
 */
export function canSaveNote({ base, last }: Saving): Result<null, NoteRefusal> {
  if (base !== last.number) return refuse("work.noteChanged", { params: { version: last.number } });
  return last.number < VERSIONS_MAX ? ok(null) : refuse("work.tooManyVersions", { params: { max: VERSIONS_MAX } });
}
