import { routing } from "./routing";

type Pattern = readonly [route: string, pattern: RegExp];

const PARAMETER = /\[[^\]]+\]/g;

function patternOf(localized: string, route: string): Pattern {
  return [route, new RegExp(`^${localized.replace(PARAMETER, "[^/]+")}/?$`)];
}

const PATTERNS: readonly Pattern[] = Object.entries(routing.pathnames)
  .flatMap(([route, names]) =>
    typeof names === "string" ? [patternOf(names, route)] : Object.values(names).map((name) => patternOf(name, route)),
  )
  // A fixed word («/associations/new») comes before a name in the same place.
  .sort(([a], [b]) => Number(a.includes("[")) - Number(b.includes("[")));

/** What stands at the root beside the pages. */
const FILES = new Set([
  "/icon.svg",
  "/apple-icon.png",
  "/favicon.ico",
  "/robots.txt",
  "/sitemap.xml",
  "/manifest.webmanifest",
]);

/** The route an address belongs to, without the names in it; «other» for addresses that are not ours. */
export function routeOf(path: string): string {
  if (FILES.has(path)) return path;
  if (path.startsWith("/api/")) return path.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "[id]").slice(0, 80);
  const local = path.replace(/^\/en(?=\/|$)/, "") || "/";
  return PATTERNS.find(([, pattern]) => pattern.test(local))?.[0] ?? "other";
}
