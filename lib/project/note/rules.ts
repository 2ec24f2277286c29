import { ok, type Result, refuse } from "@/lib/core/result";

export const NOTES_MAX = 100;
/** Of all notes of a project, those put away included. */
export const NOTES_KEPT_MAX = 500;
export const VERSIONS_MAX = 500;

export type NoteRefusal =
  | "work.tooManyNotes"
  | "work.tooManyNotesKept"
  | "work.tooManyVersions"
  | "work.noteChanged"
  | "work.noSuchVersion"
  | "work.othersNote"
  | "work.notePutAway"
  | "common.notFound";

type Notes = {
  /** How many are not put away. */
  readonly standing: number;
  /** How many there are in all. */
  readonly kept: number;
};

/** Whether a project takes a new note beside those it has. */
export function canWriteNote({ standing, kept }: Notes): Result<null, NoteRefusal> {
  const verdict = canBringBack(standing);
  if (!verdict.ok) return verdict;
  return kept < NOTES_KEPT_MAX ? ok(null) : refuse("work.tooManyNotesKept", { params: { max: NOTES_KEPT_MAX } });
}

/** Whether a project takes a note back beside those that are not put away. */
export function canBringBack(standing: number): Result<null, NoteRefusal> {
  return standing < NOTES_MAX ? ok(null) : refuse("work.tooManyNotes", { params: { max: NOTES_MAX } });
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
