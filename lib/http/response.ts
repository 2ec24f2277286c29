import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import type { ServerResponse } from "node:http";

const kept = globalThis as typeof globalThis & { tesseraResponses?: AsyncLocalStorage<ServerResponse> };

/** The response being made for each request; shared by every bundle of this process. */
function responses(): AsyncLocalStorage<ServerResponse> {
  kept.tesseraResponses ??= new AsyncLocalStorage();
  return kept.tesseraResponses;
}

/** From here on, whatever this request causes can reach its response. */
export function keepResponse(response: ServerResponse): void {
  responses().enterWith(response);
}

/**
 * Sets the status a page is sent with, while it still can be; false when it no longer can.
 * Next sets one only for what a page throws, and what a page throws it draws in the browser alone: without script the
 * answer would be an empty page.
 */
export function answerWith(status: 404 | 500): boolean {
  const response = responses().getStore();
  if (!response || response.headersSent) return false;
  response.statusCode = status;
  return true;
}
