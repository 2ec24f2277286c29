import { useTranslations } from "next-intl";
import { Day } from "@/components/ui/moment";
import { Panel } from "@/components/ui/panel";
import { SaidDone } from "@/components/ui/said-done";
import { Square } from "@/components/ui/tiles";
import type { OwnPromise } from "@/lib/notification/home/types";
import type { Ends } from "@/lib/notification/place/types";

type OwnPromisesProps = { promises: readonly OwnPromise[]; counts: Ends };

/** Said and done, one's own; what is still open, the nearest first. */
export function OwnPromises({ promises, counts }: OwnPromisesProps) {
  const t = useTranslations("home.promises");
  return (
    <Panel title={t("title")}>
      <SaidDone counts={counts} />
      {promises.length > 0 ? (
        <>
          <p className="meta">{t("open")}</p>
          <ul className="ask-list">
            {promises.map(({ id, text, locale, dueOn, project }) => (
              <li key={id}>
                <Square glyph="empty" />
                <span>
                  <span lang={locale}>{text}</span>{" "}
                  <span className="meta">
                    {project && dueOn ? `${project.name} · ` : project?.name}
                    {dueOn ? t.rich("by", { day: () => <Day on={dueOn} look="short" /> }) : null}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Panel>
  );
}
