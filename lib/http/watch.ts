import "server-only";
import { channel } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { logResponse, noteStart } from "./request-log";
import { keepResponse } from "./response";
import { noteSocketAddress } from "./socket-address";

type Exchange = { request: IncomingMessage; response: ServerResponse };

/** Listens to Node's own announcements of requests begun and answered. Once a process. */
export function watchRequests(): void {
  channel("http.server.request.start").subscribe((message) => {
    const { request, response } = message as Exchange;
    noteSocketAddress(request);
    noteStart(request);
    keepResponse(response);
  });
  channel("http.server.response.finish").subscribe((message) => {
    const { request, response } = message as Exchange;
    logResponse(request, response);
  });
}
