import type { Instrumentation } from "next";

// biome-ignore lint/style/noProcessEnv: Next replaces this word when it builds; that is how code for Node alone is left out elsewhere
const isNode = process.env.NEXT_RUNTIME === "nodejs";

/** Once, before the first request. */
export async function register(): Promise<void> {
  if (!isNode) return;
  const { watchRequests } = await import("@/lib/http/watch");
  watchRequests();
  const { env } = await import("@/lib/env");
  if (env.WORKER === "off") return;
  const { startWork } = await import("@/lib/jobs/worker");
  const { endWorkOnSignals } = await import("@/lib/jobs/ending");
  startWork();
  endWorkOnSignals();
}

/** Faults that no page or action caught: logged under the code that the person was shown. */
export const onRequestError: Instrumentation.onRequestError = async (error, _request, { routePath, routeType }) => {
  if (!isNode) return;
  const { logUncaught } = await import("@/lib/log/logger");
  logUncaught(`${routeType} ${routePath}`, error);
};
