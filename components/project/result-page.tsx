import { useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import { AnchorButton } from "@/components/ui/button";
import { Day, Instant } from "@/components/ui/moment";
import { Prose } from "@/components/ui/prose";
import { State } from "@/components/ui/tiles";
import type { ProjectView } from "@/lib/project/page/types";
import { PersonCell } from "./person";
import { ConfirmedTable } from "./project-deeds";

/** A published result: what came of it, what was promised and handed over, who did what. One sheet when printed. */
export function PublishedResult({ project }: { project: ProjectView }) {
  const t = useTranslations("project.result");
  const { result, resultUrl, locale, concludedAt, contributions } = project;
  return (
    <div className="stack stack--sections">
      <Section
        id="result"
        title={t("text")}
        note={concludedAt ? t.rich("published", { day: () => <Instant at={concludedAt} /> }) : null}
      >
        <Prose text={result} lang={locale} />
        {resultUrl ? (
          <p className="mt-4">
            <AnchorButton href={resultUrl} rel="noopener nofollow ugc">
              {t("link")}
            </AnchorButton>
          </p>
        ) : null}
      </Section>
      <Promises project={project} />
      <Section id="thanks" title={t("thanks")} note={t("thanksNote")}>
        <ConfirmedTable lines={contributions} locale={locale} />
      </Section>
      <Team project={project} />
    </div>
  );
}

function Promises({ project: { deliverables, locale } }: { project: ProjectView }) {
  const t = useTranslations("project");
  if (deliverables.length === 0) return null;
  return (
    <Section id="promised" title={t("result.promised")}>
      <ul className="ledger ledger--tight">
        {deliverables.map(({ id, title, due, done }) => (
          <li key={id} className="row row--facts">
            <b lang={locale}>{title}</b>
            {due ? (
              <span className="meta">{t.rich("result.due", { day: () => <Day on={due} look="dated" /> })}</span>
            ) : null}
            {done ? (
              <State tone="done">
                <span>{t.rich("manage.delivered", { day: () => <Day on={done} look="dated" /> })}</span>
              </State>
            ) : (
              <State tone="soft" glyph="empty">
                {t("result.notDelivered")}
              </State>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Team({ project: { needs, owner } }: { project: ProjectView }) {
  const t = useTranslations("project.result");
  const seated = needs.flatMap((need) => need.sitters.flatMap(({ person }) => person ?? []));
  const team = [...new Map([...(owner ? [owner] : []), ...seated].map((person) => [person.memberId, person])).values()];
  if (team.length === 0) return null;
  return (
    <Section id="team" title={t("seats")}>
      <ul className="row row--facts">
        {team.map((person) => (
          <li key={person.memberId}>
            <PersonCell person={person} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
