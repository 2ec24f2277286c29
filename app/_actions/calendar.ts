"use server";

import { getLocale } from "next-intl/server";
import { redirect } from "@/lib/i18n/navigation";
import { makeCalendar, removeCalendar, renewCalendar } from "@/lib/project/calendar/commands";
import { calendarInput } from "@/lib/project/calendar/schema";
import { formAction } from "./form-action";

/** Back to the page, which says what was done. */
const to = (done: string) => async (): Promise<never> =>
  redirect({ href: { pathname: "/settings/calendar", query: { done } }, locale: await getLocale() });

export const makeCalendarAction = formAction({
  name: "app/_actions/calendar.ts#makeCalendarAction",
  schema: calendarInput,
  command: makeCalendar,
  onDone: to("calendarMade"),
});

export const renewCalendarAction = formAction({
  name: "app/_actions/calendar.ts#renewCalendarAction",
  schema: calendarInput,
  command: renewCalendar,
  onDone: to("calendarRenewed"),
});

export const removeCalendarAction = formAction({
  name: "app/_actions/calendar.ts#removeCalendarAction",
  schema: calendarInput,
  command: removeCalendar,
  onDone: to("calendarRemoved"),
});
