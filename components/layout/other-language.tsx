"use client";

import { useParams, useSearchParams } from "next/navigation";
import { type ReactNode, Suspense } from "react";
import { getPathname, usePathname } from "@/lib/i18n/navigation";
import type { Locale } from "@/lib/i18n/routing";

type OtherLanguageProps = { to: Locale; className?: string | undefined; children: ReactNode };

/** The address of the page one is on, with the same filters, in another language. */
export function OtherLanguage(props: OtherLanguageProps) {
  return (
    <Suspense>
      <SamePage {...props} />
    </Suspense>
  );
}

function SamePage({ to, className, children }: OtherLanguageProps) {
  const pathname = usePathname();
  const params = useParams();
  const query = queryOf(useSearchParams());
  // The path one is on is always one of the routes: the type cannot know that its parameters match.
  const href = { pathname, params, ...(query && { query }) } as unknown as Parameters<typeof getPathname>[0]["href"];
  return (
    <a className={className} href={getPathname({ href, locale: to })} lang={to} hrefLang={to}>
      {children}
    </a>
  );
}

function queryOf(search: URLSearchParams): Record<string, string[]> | null {
  const names = [...new Set(search.keys())];
  return names.length > 0 ? Object.fromEntries(names.map((name) => [name, search.getAll(name)])) : null;
}
