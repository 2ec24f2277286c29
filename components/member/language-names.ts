import { useLocale } from "next-intl";
import { listOf } from "@/lib/core/text";

const NAMES = {
  it: new Intl.DisplayNames("it", { type: "language" }),
  en: new Intl.DisplayNames("en", { type: "language" }),
};

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
