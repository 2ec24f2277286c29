import { useTranslations } from "next-intl";
import { PageHead } from "@/components/layout/page-head";
import { useDates } from "@/components/ui/dates";

/** A greeting for the hour it is here, and the day. */
export function HomeHead({ name, now }: { name: string; now: Date }) {
  const t = useTranslations("home.greeting");
  const format = useDates();
  const hour = Number(format.dateTime(now, { hour: "2-digit", hourCycle: "h23" }).slice(0, 2));
  const part = hour >= 5 && hour < 13 ? "morning" : hour >= 13 && hour < 18 ? "afternoon" : "evening";
  return (
    <PageHead
      title={t(part, { name: name.split(" ")[0] ?? name })}
      note={
        <time dateTime={now.toISOString().slice(0, 10)}>
          {format.dateTime(now, { weekday: "long", day: "numeric", month: "long", year: "numeric" })}
        </time>
      }
    />
  );
}
