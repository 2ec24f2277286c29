import "server-only";
import { markedAnswer } from "./marked-answer";

type Headers = Readonly<Record<string, string>>;

/** JSON for whoever asks, with a mark of its bytes; nothing but the mark to those who have them already. */
export function jsonAnswer(request: Pick<Request, "headers">, body: unknown): Promise<Response> {
  return markedAnswer(request, JSON.stringify(body), { "content-type": "application/json", vary: "Cookie" });
}

/** A refusal as JSON. Never kept. */
export function jsonRefusal(status: 400 | 429, body: unknown, headers: Headers = {}): Response {
  return Response.json(body, { status, headers: { "cache-control": "no-store", vary: "Cookie", ...headers } });
}
