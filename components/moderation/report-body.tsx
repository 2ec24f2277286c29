import { useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import { Instant } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { Prose } from "@/components/ui/prose";
import { Link } from "@/lib/i18n/navigation";
import type { MeasureView, ReportView } from "@/lib/moderation/report/types";
import { lastMoment } from "./case-rail";
import { Cited } from "./cited";

/** What was told, answered and decided, in that order. */
export function ReportBody({ view }: { view: ReportView }) {
  const t = useTranslations("moderation");
  const { clause, clauseText, text, locale, answer, appeal, measures, reporter } = view;
  return (
    <>
      <Waits view={view} />
      <Section id="said" title={t("report.said")}>
        <div className="stack">
          <Cited number={clause} text={clauseText} />
          <Prose text={text} lang={locale} />
          {reporter ? <p className="meta">{t("report.by", { name: reporter })}</p> : null}
          {view.project ? (
            <p className="meta">
              <Link href={{ pathname: "/projects/[slug]", params: { slug: view.project } }}>
                {t("report.toProject")}
              </Link>
            </p>
          ) : null}
        </div>
      </Section>
      <Section id="answer" title={t("report.answer")}>
        {answer ? <Prose text={answer} lang={locale} /> : <p className="meta">{t("report.noAnswer")}</p>}
      </Section>
      {measures.slice(0, 1).map((measure) => (
        <Measure key={measure.at} measure={measure} locale={locale} />
      ))}
      {appeal ? (
        <Section id="appealed" title={t("report.appeal")}>
          <Prose text={appeal} lang={locale} />
        </Section>
      ) : null}
      {measures.slice(1).map((measure) => (
        <Measure key={measure.at} measure={measure} locale={locale} />
      ))}
    </>
  );
}

function Measure({ measure, locale }: { measure: MeasureView; locale: string }) {
  const t = useTranslations("moderation");
  const { isAppeal, kind, clause, reason, decider, at, isLapsed } = measure;
  const day = () => <Instant at={at} look="dated" />;
  const id = isAppeal ? "on-appeal" : "measure";
  if (isLapsed)
    return (
      <Section id={id} title={t("report.lapsedTitle")}>
        <p>{t.rich("report.lapsed", { day })}</p>
      </Section>
    );
  return (
    <Section id={id} title={t(`measure.${kind}`)}>
      <div className="stack">
        <Effect measure={measure} />
        <Prose text={reason} lang={locale} />
        <p className="meta">
          {t("case.cites", { number: clause })}
          {decider ? <> · {t.rich(isAppeal ? "report.onAppeal" : "report.decided", { name: decider, day })}</> : null}
        </p>
      </div>
    </Section>
  );
}

/** What a measure does beside its words. */
function Effect({ measure: { kind, role, until } }: { measure: MeasureView }) {
  const t = useTranslations();
  if (kind === "HIDE") return <p>{t("moderation.report.hidden")}</p>;
  if (kind !== "PAUSE" || !until) return null;
  const name = role?.role ? t(`membership.role.${role.role}`) : (role?.own ?? t("moderation.measure.PAUSE"));
  const day = () => <Instant at={lastMoment(until)} />;
  return <p>{t.rich("moderation.report.paused", { role: name, day })}</p>;
}

/** Why it waits, and until when (rule MO3). */
function Waits({ view: { until, isOrphan, state } }: { view: ReportView }) {
  const t = useTranslations("moderation.report");
  if (!until) return null;
  const day = () => <Instant at={lastMoment(until)} />;
  return (
    <Notice tone={isOrphan ? "wait" : "info"}>
      {isOrphan ? <p>{t("orphan")}</p> : null}
      <p>{t.rich(state === "APPEALED" ? "waitsAppeal" : "waits", { day })}</p>
    </Notice>
  );
}
