import "server-only";
import type { IncomingMessage } from "node:http";

/**
 * Appends the address at the other end of the socket to X-Forwarded-For, as a proxy would. Next fills that header only
 * where it is missing, so that without this a client could write down any address for its own.
 */
export function noteSocketAddress({ headers, socket }: Pick<IncomingMessage, "headers" | "socket">): void {
  const hops = [headers["x-forwarded-for"], socket.remoteAddress ?? "unknown"].flat().filter(Boolean);
  headers["x-forwarded-for"] = hops.join(", ");
}
