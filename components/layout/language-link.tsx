"use client";

import { useParams, useSearchParams } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type ComponentProps, Suspense } from "react";
import { Link, usePathname } from "@/lib/i18n/navigation";

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
  // The path one is on is one of the routes, except where nothing is: the type cannot know that its parameters match.
  const href = "rest" in params ? "/" : ({ pathname, params, query } as unknown as ComponentProps<typeof Link>["href"]);
  return (
    <Link className={className} href={href} locale={other} lang={other} hrefLang={other} prefetch={false}>
      {isShort ? (
        <>
          {other.toUpperCase()}
          <span className="vh">{t("inOther")}</span>
        </>
      ) : (
        t("other")
      )}
    </Link>
  );
}

function queryOf(search: URLSearchParams): Record<string, string[]> {
  const names = [...new Set(search.keys())];
  return Object.fromEntries(names.map((name) => [name, search.getAll(name)]));
}
