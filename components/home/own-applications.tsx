import { useTranslations } from "next-intl";
import { Emblem } from "@/components/ui/emblem";
import { Day } from "@/components/ui/moment";
import { Panel } from "@/components/ui/panel";
import { Who } from "@/components/ui/who";
import { Link } from "@/lib/i18n/navigation";
import type { OwnApplication } from "@/lib/notification/home/types";

/** What one asked and others will answer, with their last day. */
export function OwnApplications({ applications }: { applications: readonly OwnApplication[] }) {
  const t = useTranslations("home.applications");
  return (
    <Panel title={t("title")}>
      <ul className="stack stack--tight">
        {applications.map(({ id, association, answerBy }) => (
          <li key={id}>
            <Who
              tile={<Emblem slug={association.slug} values={association.values} />}
              name={<Link href={{ pathname: "/applications/[id]", params: { id } }}>{association.name}</Link>}
              lines={answerBy ? [t.rich("by", { day: () => <Day key="day" on={answerBy} look="short" /> })] : []}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
