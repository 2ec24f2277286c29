import type { MetadataRoute } from "next";
import { env } from "@/lib/env";
import { pathTo, type Target } from "@/lib/i18n/path-to";
import { routing } from "@/lib/i18n/routing";
import { listPublicNames } from "@/lib/notification/front/queries";

export const dynamic = "force-dynamic";

const FIXED: readonly Target[] = (
  [
    "/",
    "/how-it-works",
    "/people",
    "/competences",
    "/associations",
    "/projects",
    "/privacy",
    "/terms",
    "/accessibility",
    "/code-of-conduct",
    "/credits",
  ] as const
).map((pathname) => ({ pathname }));

/** Everything that everybody may read and search engines may show, in each language. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const { associations, projects, results, people } = await listPublicNames();
  const targets: readonly Target[] = [
    ...FIXED,
    ...associations.map((slug) => ({ pathname: "/associations/[slug]", params: { slug } }) as const),
    ...projects.map((slug) => ({ pathname: "/projects/[slug]", params: { slug } }) as const),
    ...results.map((slug) => ({ pathname: "/projects/[slug]/result", params: { slug } }) as const),
    ...people.map((handle) => ({ pathname: "/people/[handle]", params: { handle } }) as const),
  ];
  return targets.flatMap(inEachLanguage);
}

function inEachLanguage(target: Target): MetadataRoute.Sitemap {
  const languages = Object.fromEntries(
    routing.locales.map((locale) => [locale, env.APP_URL + pathTo(target, locale)] as const),
  );
  return Object.values(languages).map((url) => ({ url, alternates: { languages } }));
}
