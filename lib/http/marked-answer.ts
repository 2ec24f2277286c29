import "server-only";

type Headers = Readonly<Record<string, string>>;

/** A text for whoever asks, with a mark of its bytes; nothing but the mark to those who have them already. */
export async function markedAnswer(
  request: Pick<Request, "headers">,
  text: string,
  { "content-type": type = "text/plain", ...headers }: Headers,
): Promise<Response> {
  const etag = await markOf(text);
  const all = { etag, "cache-control": "private, no-cache", ...headers };
  return isKnown(request.headers.get("if-none-match"), etag)
    ? new Response(null, { status: 304, headers: all })
    : new Response(text, { headers: { ...all, "content-type": `${type}; charset=utf-8` } });
}

async function markOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `"${Buffer.from(digest).toString("base64url")}"`;
}

/** Whether one of the marks named is this one. Ours hold no comma; «W/» makes no difference when asking for a page again. */
function isKnown(named: string | null, etag: string): boolean {
  const marks = (named ?? "").split(",").map((mark) => mark.trim().replace(/^W\//, ""));
  return marks.includes("*") || marks.includes(etag);
}
