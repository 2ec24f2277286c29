import { type Locale, routing } from "./routing";

type Page = { readonly names: Readonly<Record<Locale, string>>; readonly patterns: Readonly<Record<Locale, RegExp>> };

const patternOf = (name: string) => new RegExp(`^${name.replace(/\[(\w+)\]/g, "(?<$1>[^/]+)")}$`);

function pageOf(names: string | Readonly<Record<Locale, string>>): Page {
  const both = typeof names === "string" ? { it: names, en: names } : names;
  return { names: both, patterns: { it: patternOf(both.it), en: patternOf(both.en) } };
}

/** Made once: next-intl puts all routes in order and makes their expressions anew for each link that asks. */
const PAGES: readonly Page[] = Object.values(routing.pathnames)
  .map(pageOf)
  // A fixed word («/associations/new») comes before a name in the same place.
  .sort((a, b) => Number(a.names.en.includes("[")) - Number(b.names.en.includes("[")));

/** The address of the page at `path` in another language; an address that is no page keeps its words. */
export function samePage(path: string, to: Locale): string {
  const written = routing.locales.find((locale) => path === `/${locale}` || path.startsWith(`/${locale}/`));
  const local = written ? path.slice(written.length + 1) || "/" : path;
  const found = translated(local, written ?? routing.defaultLocale, to) ?? local;
  if (to === routing.defaultLocale) return found;
  return found === "/" ? `/${to}` : `/${to}${found}`;
}

function translated(path: string, from: Locale, to: Locale): string | undefined {
  for (const { names, patterns } of PAGES) {
    const found = patterns[from].exec(path);
    if (found) return names[to].replace(/\[(\w+)\]/g, (_, name: string) => found.groups?.[name] ?? "");
  }
}
