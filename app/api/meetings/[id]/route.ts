import { getViewer } from "@/lib/auth/session";
import { calendarOf } from "@/lib/core/ical";
import { findMeetingEvent } from "@/lib/project/meeting/queries";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const HEADERS = { "x-content-type-options": "nosniff", "cache-control": "private, no-store" };

/** One meeting as a file for a calendar, for those who take part in its project; for anybody else there is none (rules A2, E7). */
export async function GET(_request: Request, { params }: RouteContext<"/api/meetings/[id]">): Promise<Response> {
  const { id } = await params;
  const viewer = await getViewer();
  const event = viewer && UUID.test(id) ? await findMeetingEvent(viewer, id) : null;
  if (!event) return new Response(null, { status: 404, headers: HEADERS });
  return new Response(calendarOf([event], { product: "Tessera" }), {
    headers: {
      ...HEADERS,
      "content-type": "text/calendar; charset=utf-8; method=PUBLISH",
      "content-disposition": `attachment; filename="${event.slug}-${event.startsAt.toISOString().slice(0, 10)}.ics"`,
    },
  });
}
