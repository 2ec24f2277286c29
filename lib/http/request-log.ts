import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { routeOf } from "@/lib/i18n/route-of";
import { logger } from "@/lib/log/logger";

const startedAt = new WeakMap<IncomingMessage, number>();

export function noteStart(request: IncomingMessage): void {
  startedAt.set(request, performance.now());
}

/** One line a request: the route without its names, never an address or a query. Files of the build and probes are not worth one. */
export function logResponse(request: IncomingMessage, response: ServerResponse): void {
  const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
  if (path.startsWith("/_next/") || path.startsWith("/api/health/")) return;
  const began = startedAt.get(request);
  logger().info({
    event: "request",
    method: request.method,
    route: routeOf(path),
    status: response.statusCode,
    ...(began !== undefined && { ms: Math.round(performance.now() - began) }),
  });
}
