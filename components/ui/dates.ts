import { createFormatter, useLocale, useTimeZone } from "next-intl";

type Dates = ReturnType<typeof createFormatter>;

/** One for each language and zone: what they format with costs more to make than to use. */
const made = new Map<string, Dates>();

function datesOf(locale: string, timeZone: string | undefined): Dates {
  const key = `${locale} ${timeZone}`;
  // The type knows only the languages of the addresses; any tag will do to format.
  const dates = made.get(key) ?? createFormatter({ locale: locale as "it", ...(timeZone && { timeZone }) });
  made.set(key, dates);
  return dates;
}

/** Writes days and hours: in English too the day comes before the month and hours go up to 24, as in Italian. */
export function useDates(): Dates {
  const locale = useLocale();
  return datesOf(locale === "en" ? "en-GB" : locale, useTimeZone());
}
