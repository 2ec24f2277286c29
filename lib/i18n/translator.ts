import { createTranslator } from "next-intl";
import { formats } from "./formats";
import en from "./messages/en";
import it from "./messages/it";
import type { Locale } from "./routing";

const translatorOf = (locale: Locale, messages: typeof it) =>
  createTranslator({ locale, messages, timeZone: "Europe/Rome", formats });

/** One for each language and process: each keeps what it formats with. */
const TRANSLATORS = { it: translatorOf("it", it), en: translatorOf("en", en as typeof it) };

/** Sentences where there is no request to ask for its language: mails, data. */
export const translatorFor = (locale: Locale) => TRANSLATORS[locale];
