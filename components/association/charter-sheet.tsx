import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import { Day, Instant } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { Prose } from "@/components/ui/prose";
import { ValuesList } from "@/components/ui/values-list";
import type { VersionView } from "@/lib/association/charter/types";
import { Link } from "@/lib/i18n/navigation";
import { Clauses } from "./charter";
import { Rule } from "./rule";
import { labelOf } from "./values";

type CharterSheetProps = {
  view: VersionView;
  /** How many hold each value, by its id, for those who belong; null for anybody else. */
  held: Readonly<Record<string, number>> | null;
  today: string;
};

/** One version of a charter, from values to fingerprint. */
export function CharterSheet({ view, held, today }: CharterSheetProps) {
  const t = useTranslations("charter");
  const { association, charter, locale, isInForce } = view;
  const lang = useLocale() === locale ? undefined : locale;
  const params = { slug: association.slug };
  return (
    <div className="sections charter-sheet mt-6 max-w-[46rem]">
      {isInForce ? null : (
        <Notice>
          {t("page.old")}{" "}
          <Link href={{ pathname: "/associations/[slug]/charter", params }}>{t("page.seeInForce")}</Link>
        </Notice>
      )}
      {charter.changeNote ? (
        <Section id="changed" title={t("page.changed")}>
          <Prose text={charter.changeNote} lang={lang} />
        </Section>
      ) : null}
      <Held view={view} held={held} />
      <Section id="clauses" title={t("page.clauses")}>
        <Clauses charter={charter} locale={locale} />
      </Section>
      <Section id="rule" title={t("rule.title")}>
        <Rule rule={charter} locale={locale} />
        {charter.reviewOn ? (
          <p className="meta">
            {t.rich(today >= charter.reviewOn ? "page.reviewPassed" : "page.reviewOn", {
              day: () => <Day on={charter.reviewOn ?? ""} />,
            })}
          </p>
        ) : null}
      </Section>
      <Section id="hash" title={t("page.hash")}>
        <p>{t.rich("page.note", { version: charter.version, day: () => <Instant at={charter.publishedAt} /> })}</p>
        <p className="break-all">{charter.hash}</p>
        <p className="meta">{t("page.hashNote")}</p>
        <p className="meta print:hidden">
          <Link href={{ pathname: "/associations/[slug]/pledge/versions", params }}>{t("page.versions")}</Link>.{" "}
          {t("page.print")}
        </p>
      </Section>
    </div>
  );
}

function Held({ view: { charter, locale }, held }: Pick<CharterSheetProps, "view" | "held">) {
  const t = useTranslations("charter.page");
  const reading = useLocale();
  const lang = reading === locale ? undefined : locale;
  return (
    <Section id="values" title={t("values")}>
      <ValuesList
        values={charter.values.map((value) => ({
          slug: value.valueSlug ?? value.name,
          label: labelOf(value, reading),
          meaning: (
            <span lang={lang}>
              {value.meaning} <span className="meta">{t("shownBy", { shownBy: value.shownBy })}</span>
            </span>
          ),
          end: held?.[value.id] ? (
            <span className="print:hidden">{t("held", { count: held[value.id] ?? 0 })}</span>
          ) : null,
        }))}
      />
      {held && Object.keys(held).length > 0 ? <p className="meta print:hidden">{t("heldNote")}</p> : null}
    </Section>
  );
}
