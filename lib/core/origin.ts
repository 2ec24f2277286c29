/** Whether a request that changes something comes from our own pages: an Origin there must be, and it must be ours. */
export function isSameOrigin(origin: string | null, appUrl: string): boolean {
  return origin !== null && origin === new URL(appUrl).origin;
}

/** The path when it is one of ours («/bacheca?x=1»), else the fallback: redirects never leave the site. */
export function ownPath(path: string | null | undefined, fallback: string): string {
  if (!path?.startsWith("/") || path.includes("\\")) return fallback;
  const url = URL.parse(path, "http://own.invalid");
  // Also «/.//elsewhere», which is ours until its dots are resolved.
  return url?.host === "own.invalid" && !url.pathname.startsWith("//") ? url.pathname + url.search : fallback;
}
