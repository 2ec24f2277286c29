"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { type ReactNode, Suspense } from "react";
import type { Locale } from "@/lib/i18n/routing";
import { samePage } from "@/lib/i18n/same-page";

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
  const path = samePage(usePathname(), to);
  const query = useSearchParams().toString();
  return (
    <a className={className} href={query ? `${path}?${query}` : path} lang={to} hrefLang={to}>
      {children}
    </a>
  );
}
