import "server-only";

type Headers = Readonly<Record<string, string>>;

/** JSON for whoever asks, with a mark of its bytes; nothing but the mark to those who have them already. */
export async function jsonAnswer(request: Pick<Request, "headers">, body: unknown): Promise<Response> {
  const text = JSON.stringify(body);
  const etag = await markOf(text);
  const headers = { etag, "cache-control": "private, no-cache", vary: "Cookie" };
  return isKnown(request.headers.get("if-none-match"), etag)
    ? new Response(null, { status: 304, headers })
    : new Response(text, { headers: { ...headers, "content-type": "application/json; charset=utf-8" } });
}

/** A refusal as JSON. Never kept. */
export function jsonRefusal(status: 400 | 429, body: unknown, headers: Headers = {}): Response {
  return Response.json(body, { status, headers: { "cache-control": "no-store", vary: "Cookie", ...headers } });
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
