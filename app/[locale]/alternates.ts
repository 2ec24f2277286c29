import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { pathTo, type Target } from "@/lib/i18n/path-to";
import { routing } from "@/lib/i18n/routing";

/** Where a public page is in each language, and which of its addresses counts. */
export async function alternatesOf(target: Target): Promise<Metadata> {
  const locale = await getLocale();
  const languages = Object.fromEntries(routing.locales.map((language) => [language, pathTo(target, language)]));
  return {
    alternates: {
      canonical: pathTo(target, locale),
      languages: { ...languages, "x-default": pathTo(target, routing.defaultLocale) },
    },
  };
}
