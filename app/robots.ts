import type { MetadataRoute } from "next";
import { env } from "@/lib/env";
import { pathTo, type Route } from "@/lib/i18n/path-to";
import { routing } from "@/lib/i18n/routing";

export const dynamic = "force-dynamic";

/** Pages of one person, of one session, of one desk: nothing a search engine could show to anybody else. */
const PRIVATE: readonly Route[] = [
  "/home",
  "/profile",
  "/applications",
  "/notifications",
  "/people/searches",
  "/welcome",
  "/settings",
  "/sign-in",
  "/sign-up",
  "/associations/new",
  "/projects/new",
  "/development/mail",
];

/** Courtesy only: what may be seen is decided by the pages themselves. */
export default function robots(): MetadataRoute.Robots {
  const disallow = PRIVATE.flatMap((pathname) => routing.locales.map((locale) => pathTo({ pathname }, locale)));
  return { rules: { userAgent: "*", disallow: ["/api/", ...disallow] }, sitemap: `${env.APP_URL}/sitemap.xml` };
}
