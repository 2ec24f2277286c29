"use client";

import { FacetSelect } from "@/components/layout/facets";

type LanguageSelectProps = {
  label: string;
  none: string;
  value: string;
  languages: readonly (readonly [string, string])[];
};

/** One language of many. An island, so that their names are sent as words and not as a tree of elements besides. */
export function LanguageSelect({ label, none, value, languages }: LanguageSelectProps) {
  const options = languages.map(([code, name]) => ({ value: code, label: name }));
  return <FacetSelect id="facet-language" name="language" label={label} options={options} value={value} none={none} />;
}
