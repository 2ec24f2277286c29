export type Answer = { readonly text: string; readonly headers: Readonly<Record<string, string>> };

/**
 * An answer without what differs between two requests for one and the same page: its nonce, its address, ids made on the
 * way, and the pieces in which React sends what it says a second time, to the script.
 */
export function anonymous({ text, headers }: Answer, path: string): string[] {
  const nonce = headers["content-security-policy"]?.match(/'nonce-([^']+)'/)?.[1] ?? "none";
  const slugs = path.split("/").filter((part) => part.includes("-"));
  const bare = [nonce, ...slugs]
    .reduce((left, part) => left.replaceAll(part, "PART"), `${JSON.stringify(headers)}\n${text}`)
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "UUID")
    .replace(/_[SR]_[0-9a-z]+_/g, "ID");
  const pushed = [...bare.matchAll(/__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)/g)].map(([, part]) =>
    JSON.parse(part ?? ""),
  );
  const strings = pushed.join("").match(/"(?:[^"\\]|\\.)*"/g) ?? [];
  const said = new Set(strings.filter((string) => !string.startsWith('"$')));
  return [bare.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, ""), ...[...said].toSorted()];
}
