import { useLocale } from "next-intl";
import { listOf } from "@/lib/core/text";
import { LANGUAGE_CODES } from "@/lib/taxonomy/types";

const NAMES = {
  it: new Intl.DisplayNames("it", { type: "language" }),
  en: new Intl.DisplayNames("en", { type: "language" }),
};

/** All languages as [code, name], in the order of their names: the same for every page in one language. */
const BY_NAME = { it: byName("it"), en: byName("en") };

function byName(locale: keyof typeof NAMES): readonly (readonly [string, string])[] {
  const { compare } = new Intl.Collator(locale);
  return LANGUAGE_CODES.map((code) => [code, NAMES[locale].of(code) ?? code] as const).toSorted(([, a], [, b]) =>
    compare(a, b),
  );
}

/** «Italiano, inglese e arabo»: languages by their code, in the language of the page. */
export function useLanguageNames(codes: readonly string[]): string {
  const nameOf = useLanguageName();
  const list = listOf(codes.map(nameOf), useLocale());
  return list.charAt(0).toUpperCase() + list.slice(1);
}

export function useLanguageName(): (code: string) => string {
  const names = NAMES[useLocale()];
  return (code) => names.of(code) ?? code;
}

export const useLanguagesByName = () => BY_NAME[useLocale()];
