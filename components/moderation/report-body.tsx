import { useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import { Instant } from "@/components/ui/moment";
import { Prose } from "@/components/ui/prose";
import type { MeasureView, ReportView } from "@/lib/moderation/report/types";

/** What was told, answered and decided, in that order. */
export function ReportBody({ view }: { view: ReportView }) {
  const t = useTranslations("moderation");
  const { clause, clauseText, text, locale, answer, appeal, measures, reporter } = view;
  return (
    <>
      <Section id="said" title={t("report.said")}>
        <blockquote className="quote">
          <p className="meta">{t("case.cites", { number: clause })}</p>
          <p>{clauseText}</p>
        </blockquote>
        <Prose text={text} lang={locale} />
        {reporter ? <p className="meta">{t("report.by", { name: reporter })}</p> : null}
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
  const { isAppeal, kind, clause, reason, decider, at } = measure;
  const day = () => <Instant at={at} look="dated" />;
  return (
    <Section id={isAppeal ? "on-appeal" : "measure"} title={t(`measure.${kind}`)}>
      <Prose text={reason} lang={locale} />
      <p className="meta">{t("case.cites", { number: clause })}</p>
      {decider ? (
        <p className="meta">{t.rich(isAppeal ? "report.onAppeal" : "report.decided", { name: decider, day })}</p>
      ) : null}
    </Section>
  );
}
