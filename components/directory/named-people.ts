import type { SuggestionItem } from "./suggestion-asker";

/** Somebody of a name: the username, the name, and the name with what tells them from others who bear it. */
export type NamedPerson = { readonly handle: string; readonly name: string; readonly words: string };

/** The people among what is suggested, no two in the same words; none where there is no answer. */
export function peopleAmong(items: readonly SuggestionItem[] | undefined): NamedPerson[] {
  const people = (items ?? []).flatMap(({ handle, label: name, detail }) =>
    handle === null ? [] : { handle, name, words: detail ? `${name} · ${detail}` : name },
  );
  const isAlone = ({ words }: NamedPerson) => people.filter((one) => one.words === words).length === 1;
  return people.map((one) => (isAlone(one) ? one : { ...one, words: `${one.words} · ${one.handle}` }));
}

/**
 * How a browser is to call somebody in a list that it filters by the letters typed, accents and all: a name that others found, as
 * «nicolo ro» finds Nicolò Rossi, says those as well.
 */
export function calledBy({ words }: NamedPerson, typed: string): string {
  const said = typed.trim();
  return words.toLowerCase().includes(said.toLowerCase()) ? words : `${words} («${said}»)`;
}
