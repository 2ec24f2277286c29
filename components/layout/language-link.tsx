"use client";

import { useParams, useSearchParams } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { Suspense } from "react";
import { getPathname, usePathname } from "@/lib/i18n/navigation";

type LanguageLinkProps = { className?: string | undefined; isShort?: boolean | undefined };

/** The same page, with the same filters, in the other language. */
export function LanguageLink(props: LanguageLinkProps) {
  return (
    <Suspense>
      <OtherLanguage {...props} />
    </Suspense>
  );
}

function OtherLanguage({ className, isShort = false }: LanguageLinkProps) {
  const t = useTranslations("layout.language");
  const pathname = usePathname();
  const params = useParams();
  const query = queryOf(useSearchParams());
  const other = useLocale() === "it" ? "en" : "it";
  // The path one is on is always one of the routes: the type cannot know that its parameters match.
  const href = { pathname, params, ...(query && { query }) } as unknown as Parameters<typeof getPathname>[0]["href"];
  return (
    <a className={className} href={getPathname({ href, locale: other })} lang={other} hrefLang={other}>
      {isShort ? (
        <>
          {other.toUpperCase()}
          <span className="vh">{t("inOther")}</span>
        </>
      ) : (
        t("other")
      )}
    </a>
  );
}

function queryOf(search: URLSearchParams): Record<string, string[]> | null {
  const names = [...new Set(search.keys())];
  return names.length > 0 ? Object.fromEntries(names.map((name) => [name, search.getAll(name)])) : null;
}
