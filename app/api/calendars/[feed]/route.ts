import { secondsLeft, takeTurn } from "@/lib/account/throttle/commands";
import { readOrigin } from "@/lib/auth/request";
import { findAbsent } from "@/lib/auth/standing";
import { calendarOf } from "@/lib/core/ical";
import { env } from "@/lib/env";
import { markedAnswer } from "@/lib/http/marked-answer";
import { pathTo } from "@/lib/i18n/path-to";
import type { Locale } from "@/lib/i18n/routing";
import { translatorFor } from "@/lib/i18n/translator";
import { listCalendar, readHolder } from "@/lib/project/calendar/queries";
import { eventOf } from "@/lib/project/calendar/rules";
import type { CalendarLine } from "@/lib/project/calendar/types";

const HEADERS = { "x-content-type-options": "nosniff", "x-robots-tag": "noindex", "referrer-policy": "no-referrer" };
const EVERY_HOURS = 6;

/**
 * Somebody's own calendar, for whatever knows its address, with the rights they have at that moment (rules A1, A2). An address
 * that never was, is no more, or is of somebody suspended answers with the same bytes.
 */
export async function GET(request: Request, { params }: RouteContext<"/api/calendars/[feed]">): Promise<Response> {
  const holder = await readHolder((await params).feed);
  const actor = holder && (await findAbsent(holder.memberId));
  const limit = { name: "api/calendars", max: env.API_PER_MINUTE, windowSeconds: 60 };
  if (!(await takeTurn(limit, actor?.accountId ?? (await readOrigin()).network)))
    return refused(429, { "retry-after": String(secondsLeft(limit)) });
  if (!actor) return refused(404);
  const locale: Locale = holder.locale === "en" ? "en" : "it";
  const t = translatorFor(locale);
  const say = ({ kind, title }: CalendarLine) => t(`work.calendar.event.${kind}`, { title });
  const events = (await listCalendar(actor)).map((line) => eventOf(line, { say, addressOf: addressIn(locale) }));
  const text = calendarOf(events, { product: "Tessera", name: t("work.calendar.name"), everyHours: EVERY_HOURS });
  return markedAnswer(request, text, { ...HEADERS, "content-type": "text/calendar" });
}

const refused = (status: 404 | 429, headers: Readonly<Record<string, string>> = {}) =>
  new Response(null, { status, headers: { ...HEADERS, "cache-control": "private, no-store", ...headers } });

const PATHS = {
  meeting: "/projects/[slug]/work/meetings",
  task: "/projects/[slug]/work",
  deliverable: "/projects/[slug]",
  commitment: "/projects/[slug]",
} as const;

const addressIn =
  (locale: Locale) =>
  ({ kind, of: { slug, isProject } }: CalendarLine) =>
    env.APP_URL +
    pathTo({ pathname: isProject ? PATHS[kind] : "/associations/[slug]/commitments", params: { slug } }, locale);
