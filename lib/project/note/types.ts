import type { Piece } from "@/lib/association/difference/types";
import type { Person } from "../types";
import type { WorkView } from "../work/types";

/** Who saved a version, and when. */
export type VersionLine = {
  readonly number: number;
  readonly author: Person;
  readonly at: string;
  /** The earlier version it put back. */
  readonly restores: number | null;
};

export type NoteLine = {
  readonly id: string;
  readonly title: string;
  readonly last: VersionLine;
  /** By whom and when it was put away; null while it is among the others. */
  readonly away: { readonly by: Person; readonly at: string } | null;
};

export type WholeNote = NoteLine & { readonly text: string };

/** One version against the one before it. */
export type VersionChange = {
  readonly number: number;
  readonly title: readonly Piece[];
  readonly text: readonly Piece[];
};

export type NotesView = WorkView & { readonly notes: readonly NoteLine[] };

export type NoteView = WorkView & {
  readonly note: WholeNote;
  /** Whether whoever looks began it or leads the project. */
  readonly mayPutAway: boolean;
  /** Newest first. */
  readonly versions: readonly VersionLine[];
  /** The version one asks to see; null when there is no such. */
  readonly change: VersionChange | null;
};
