import { isDatabaseReady } from "@/lib/db/health";

export const dynamic = "force-dynamic";

/** Whether requests can be served: the database answers and its migrations are all applied. */
export async function GET(): Promise<Response> {
  const isReady = await isDatabaseReady();
  return Response.json(
    { status: isReady ? "ready" : "unavailable" },
    { status: isReady ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
