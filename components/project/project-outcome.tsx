import { useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import { Cell, Joined } from "@/components/ui/joined";
import { Day } from "@/components/ui/moment";
import { Tiles } from "@/components/ui/tiles";
import { ProgressLine } from "@/components/work/progress";
import { Link } from "@/lib/i18n/navigation";
import type { DeliverableLine, ProjectView } from "@/lib/project/page/types";
import { progressOf } from "@/lib/project/work/rules";
import { ByDay } from "./by-day";

/** What was promised beside what was handed over: Detto / Fatto of one project. */
export function ProjectOutcome({ project, today }: { project: ProjectView; today: string }) {
  const t = useTranslations("project.page");
  const { deliverables, slug, state } = project;
  const done = deliverables.filter((line) => line.done);
  const note =
    state === "COMPLETED" ? (
      <Link href={{ pathname: "/projects/[slug]/result", params: { slug } }}>{t("outcomePublished")}</Link>
    ) : (
      t(state === "ABANDONED" ? "outcomeNone" : "outcomeNote")
    );
  return (
    <Section id="outcome" title={t("outcome")} note={note}>
      <Joined look="two">
        <Cell title={t("promised")}>
          <Promises lines={deliverables} locale={project.locale} today={today} none={t("noDeliverables")} />
        </Cell>
        <Cell title={t("doneSoFar")}>
          <ProgressLine progress={progressOf(project)} />
          {done.length > 0 ? (
            <Deliveries lines={done} locale={project.locale} />
          ) : (
            <p className="meta">{t("nothingDone")}</p>
          )}
        </Cell>
      </Joined>
    </Section>
  );
}

type LinesProps = { lines: readonly DeliverableLine[]; locale: string };

function Promises({ lines, locale, today, none }: LinesProps & { today: string; none: string }) {
  if (lines.length === 0) return <p className="meta">{none}</p>;
  return (
    <ul className="give-list">
      {lines.map(({ id, title, due }) => (
        <li key={id}>
          <span lang={locale}>{title}</span>
          {due ? (
            <span className="meta">
              {" "}
              <ByDay on={due} today={today} />
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Deliveries({ lines, locale }: LinesProps) {
  const t = useTranslations("project.page");
  return (
    <ul className="give-list">
      {lines.map(({ id, title, done, evidence, evidenceUrl }) => (
        <li key={id} className="row row--tight">
          <Tiles glyphs={["full"]} />
          <span lang={locale}>{title}</span>
          {done ? (
            <span className="meta">
              <Day on={done} look="dated" />
            </span>
          ) : null}
          {evidence ? (
            <span className="meta" lang={locale}>
              {evidence}
            </span>
          ) : null}
          {evidenceUrl ? (
            <a className="meta" href={evidenceUrl} rel="nofollow noopener">
              {t("evidence")}
              <span className="vh">: {title}</span>
            </a>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
