import { ok, type Result, refuse } from "@/lib/core/result";

export const NOTES_MAX = 100;
export const VERSIONS_MAX = 500;

export type NoteRefusal =
  | "work.tooManyNotes"
  | "work.tooManyVersions"
  | "work.noteChanged"
  | "work.noSuchVersion"
  | "work.othersNote"
  | "work.notePutAway"
  | "common.notFound";

/** Whether a project takes one note more beside those that are not put away. */
export function canWriteNote(count: number): Result<null, NoteRefusal> {
  return count < NOTES_MAX ? ok(null) : refuse("work.tooManyNotes", { params: { max: NOTES_MAX } });
}

type Saving = {
  /** The version whoever saves had before them. */
  readonly base: number;
  readonly last: { readonly number: number };
  readonly isPutAway: boolean;
};

/**
 * Whether a new version may follow: the note is not put away, and what whoever saves had before them is still the last. Else they
 * are told which came between, and nothing is written over.
 */
export function canSaveNote({ base, last, isPutAway }: Saving): Result<null, NoteRefusal> {
  if (isPutAway) return refuse("work.notePutAway");
  if (base !== last.number) return refuse("work.noteChanged", { params: { version: last.number } });
  return last.number < VERSIONS_MAX ? ok(null) : refuse("work.tooManyVersions", { params: { max: VERSIONS_MAX } });
}

type PuttingAway = {
  /** Whether whoever puts it away wrote its first version. */
  readonly isBeginner: boolean;
  /** Whether they lead the project. */
  readonly isOwner: boolean;
};

/** Whether somebody may put a note away: who began it, and who leads the project; anybody who takes part brings it back. */
export const mayPutAway = ({ isBeginner, isOwner }: PuttingAway): boolean => isBeginner || isOwner;
