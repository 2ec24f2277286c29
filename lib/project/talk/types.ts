import type { Person } from "../types";
import type { WorkView } from "../work/types";

export type Message = {
  readonly id: string;
  readonly author: Person;
  readonly isMine: boolean;
  readonly text: string;
  readonly at: string;
  readonly isWithdrawn: boolean;
};

export type Thread = Message & { readonly title: string; readonly answers: readonly Message[] };

export type LogEntry = {
  readonly id: string;
  readonly author: Person;
  readonly what: string;
  readonly why: string;
  readonly decidedOn: string;
  readonly at: string;
  /** What it sets right, and what set it right. */
  readonly corrects: string | null;
  readonly isCorrected: boolean;
};

export type TalkView = WorkView & { readonly threads: readonly Thread[] };
export type LogView = WorkView & { readonly entries: readonly LogEntry[] };
