import { notFound } from "next/navigation";
import { hasLocale, NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { fontVariables } from "@/app/fonts/fonts";
import { routing } from "@/lib/i18n/routing";
import "@/app/globals.css";

export default async function Layout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  const { form, layout, ui } = await getMessages();
  return (
    <html lang={locale} className={fontVariables}>
      <body>
        <NextIntlClientProvider messages={{ form, layout, ui }}>{children}</NextIntlClientProvider>
      </body>
    </html>
  );
}
