import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

const kept = globalThis as typeof globalThis & { tesseraSocketAddress?: true };

/**
 * Appends the address at the other end of the socket to X-Forwarded-For, as a proxy would. Next fills that header only
 * where it is missing, so that without this a client could write down any address for its own.
 */
export function noteSocketAddresses(): void {
  if (kept.tesseraSocketAddress) return;
  kept.tesseraSocketAddress = true;
  subscribe("http.server.request.start", (message) => append((message as { request: IncomingMessage }).request));
}

export function append({ headers, socket }: Pick<IncomingMessage, "headers" | "socket">): void {
  const hops = [headers["x-forwarded-for"], socket.remoteAddress ?? "unknown"].flat().filter(Boolean);
  headers["x-forwarded-for"] = hops.join(", ");
}
