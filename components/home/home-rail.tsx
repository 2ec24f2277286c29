import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import type { HomeView } from "@/lib/notification/home/types";
import { OwnApplications } from "./own-applications";
import { OwnPromises } from "./own-promises";

/** One's own promises and questions, and what one was told. */
export function HomeRail({ home }: { home: HomeView }) {
  const t = useTranslations("home.told");
  const { promises, counts, applications } = home;
  const hasPromises = promises.length + counts.kept + counts.partly + counts.released + counts.missed > 0;
  return (
    <>
      {hasPromises ? <OwnPromises promises={promises} counts={counts} /> : null}
      {applications.length > 0 ? <OwnApplications applications={applications} /> : null}
      <Panel title={t("title")}>
        <p className="meta">{t("text")}</p>
        <p className="rail-act">
          <LinkButton size="small" href="/notifications">
            {t("act")}
          </LinkButton>
        </p>
      </Panel>
    </>
  );
}
