import { createFormatter, useLocale, useTimeZone } from "next-intl";

/** Writes days and hours: in English too the day comes before the month and hours go up to 24, as in Italian. */
export function useDates() {
  const locale = useLocale();
  // The type knows only the languages of the addresses; any tag will do to format.
  const tag = (locale === "en" ? "en-GB" : locale) as typeof locale;
  const timeZone = useTimeZone();
  return createFormatter({ locale: tag, ...(timeZone && { timeZone }) });
}
