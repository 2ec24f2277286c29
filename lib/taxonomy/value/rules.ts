import file from "../data/values.json";
import { byLabel } from "../rules";
import type { Language, Option, Value } from "../types";

export const VALUES: readonly Value[] = file.values;

const bySlug = new Map(VALUES.map((value) => [value.slug, value]));

/** The value of a slug, or null when the vocabulary does not know it. */
export function findValue(slug: string): Value | null {
  return bySlug.get(slug) ?? null;
}

/** Label of a value; an unknown slug stands for itself. */
export function valueLabel(slug: string, language: Language): string {
  return bySlug.get(slug)?.label[language] ?? slug;
}

/** What a value means to most; empty for an unknown slug. */
export function valueMeaning(slug: string, language: Language): string {
  return bySlug.get(slug)?.meaning[language] ?? "";
}

/** Every value by label, for a select or a list of checkboxes. */
export function valueOptions(language: Language): readonly Option[] {
  return byLabel(
    VALUES.map(({ slug, label }) => ({ value: slug, label: label[language] })),
    language,
  );
}
