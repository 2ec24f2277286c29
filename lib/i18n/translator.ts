import { createTranslator } from "next-intl";
import en from "./messages/en";
import it from "./messages/it";
import type { Locale } from "./routing";

const CATALOGUES = { it, en };

/** Sentences where there is no request to ask for its language: mails. */
export function translatorFor(locale: Locale) {
  return createTranslator({ locale, messages: CATALOGUES[locale] as typeof it, timeZone: "Europe/Rome" });
}
