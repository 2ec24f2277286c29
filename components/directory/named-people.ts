import type { SuggestionItem } from "./suggestion-asker";

/** Somebody of a name: the username, and the name with what tells them from others who bear it. */
export type NamedPerson = { readonly handle: string; readonly words: string };

/** The people among what is suggested; none where there is no answer. */
export function peopleAmong(items: readonly SuggestionItem[] | undefined): NamedPerson[] {
  return (items ?? []).flatMap(({ kind, label, detail, href }) =>
    kind === "person" ? { handle: href.split("/").at(-1) ?? "", words: detail ? `${label} · ${detail}` : label } : [],
  );
}
