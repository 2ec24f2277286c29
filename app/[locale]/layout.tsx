import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { hasLocale, NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { fontVariables } from "@/app/fonts/fonts";
import { SoftLinks } from "@/components/layout/soft-links";
import { THEME_COOKIE, themeOf } from "@/lib/core/theme";
import { env } from "@/lib/env";
import { browserMessages } from "@/lib/i18n/browser-messages";
import { routing } from "@/lib/i18n/routing";
import "@/app/globals.css";

export const viewport: Viewport = {
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#111615" },
  ],
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("seo");
  return {
    metadataBase: new URL(env.APP_URL),
    title: { default: t("title"), template: t("template") },
    description: t("description"),
    applicationName: "Tessera",
    openGraph: { siteName: "Tessera", type: "website" },
  };
}

/** The page itself: language, typefaces, theme. What stands around the content is the frame's. */
export default async function Layout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html lang={locale} className={fontVariables} data-theme={theme === "system" ? undefined : theme}>
      <body>
        <SoftLinks />
        <NextIntlClientProvider messages={browserMessages(await getMessages())}>{children}</NextIntlClientProvider>
      </body>
    </html>
  );
}
