import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { makeCalendarAction, removeCalendarAction, renewCalendarAction } from "@/app/_actions/calendar";
import { PageHead } from "@/components/layout/page-head";
import { Done } from "@/components/ui/done";
import { CalendarDesk } from "@/components/work/calendar-desk";
import { requireActor } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { findOwnCalendar } from "@/lib/project/calendar/queries";
import { page } from "../../../page-shape";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("work.calendar");
  return { title: t("title") };
}

const ACTIONS = { make: makeCalendarAction, renew: renewCalendarAction, remove: removeCalendarAction };

type Props = PageProps<"/[locale]/settings/calendar">;

/** The secret address at which the actor's own calendar reads what has a day for them. */
export default page(async function CalendarPage({ searchParams }: Props) {
  const calendar = await findOwnCalendar(await requireActor());
  const t = await getTranslations("work.calendar");
  return (
    <div className="wrap narrow">
      <PageHead title={t("title")} />
      <Done of="work" done={(await searchParams).done} />
      <CalendarDesk
        address={calendar && `${env.APP_URL}/api/calendars/${calendar.token}.ics`}
        since={calendar?.since ?? null}
        actions={ACTIONS}
      />
    </div>
  );
});
