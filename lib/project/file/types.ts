import type { Person } from "../types";
import type { WorkView } from "../work/types";

export type FileLine = {
  readonly id: string;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
  readonly at: string;
  readonly uploadedBy: Person;
  /** Whether whoever looks may take it away: who brought it, who leads the project. */
  readonly mayRemove: boolean;
};

export type FilesView = WorkView & { readonly files: readonly FileLine[]; readonly used: number };
export type ProjectFileBytes = {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
};
