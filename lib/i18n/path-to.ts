import { type Locale, routing } from "./routing";

export type Route = keyof typeof routing.pathnames;

export type Target = { readonly pathname: Route; readonly params?: Readonly<Record<string, string>> };

/** The path of a page in a language, where there is no request to ask: mails, feeds, the map of the site. */
export function pathTo({ pathname, params = {} }: Target, locale: Locale): string {
  const names: string | Readonly<Record<Locale, string>> = routing.pathnames[pathname];
  const template = typeof names === "string" ? names : names[locale];
  const path = template.replace(/\[(\w+)\]/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
  if (locale === routing.defaultLocale) return path;
  return path === "/" ? `/${locale}` : `/${locale}${path}`;
}
