import type { SuggestionItem } from "./suggestion-asker";

/** Somebody of a name: the username, and the name with what tells them from others who bear it. */
export type NamedPerson = { readonly handle: string; readonly words: string };

/** The people among what is suggested; none where there is no answer. */
export function peopleAmong(items: readonly SuggestionItem[] | undefined): NamedPerson[] {
  return (items ?? []).flatMap(({ handle, label, detail }) =>
    handle === null ? [] : { handle, words: detail ? `${label} · ${detail}` : label },
  );
}

/** How a browser is to call somebody in a list that it filters by what is typed: a name found by other letters says those as well. */
export function calledBy({ words }: NamedPerson, typed: string): string {
  const said = typed.trim();
  return words.toLowerCase().includes(said.toLowerCase()) ? words : `${words} («${said}»)`;
}
