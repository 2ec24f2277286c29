import type { Refusal } from "@/lib/core/result";

/** What the browser sent, kept so that a refused form comes back filled in. */
export type FormValues = Readonly<Record<string, readonly string[]>>;

/** A refusal with its sentence in the reader's language: the browser needs no catalogue. */
export type FormRefusal = Refusal & { readonly text: string };

/** State of one form between submissions. Isomorphic: shared by app/_actions and components/. */
export type FormState = {
  /** Grows by one per answer. Used as React key: React 19 resets uncontrolled fields after an action. */
  readonly attempt: number;
  readonly values: FormValues;
  readonly refusals: readonly FormRefusal[];
  /** The sentence that says what succeeded, for forms that stay on their page. */
  readonly done?: string;
  /** What the form below this one starts from, when this one was sent to fill it. */
  readonly start?: FormValues;
  /** One-time key of the next submission: a new one after a success, the same after a refusal. */
  readonly nextKey?: string;
};

export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

export const UNTOUCHED: FormState = { attempt: 0, values: {}, refusals: [] };

export function refusalsFor(state: FormState, field: string | undefined): readonly FormRefusal[] {
  return state.refusals.filter((refusal) => refusal.field === field);
}
