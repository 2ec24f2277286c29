import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import { CharterList } from "@/components/ui/charter-list";
import { Instant } from "@/components/ui/moment";
import type { CharterView } from "@/lib/association/types";
import { Link } from "@/lib/i18n/navigation";

type CharterProps = { charter: CharterView; locale: string };

/** The clauses, numbered and citable, in the language they were written in (promise P41). */
export function Clauses({ charter, locale, isBoxed }: CharterProps & { isBoxed?: boolean }) {
  const reading = useLocale();
  const lang = locale === reading ? undefined : locale;
  return (
    <CharterList
      isBoxed={isBoxed}
      clauses={charter.clauses.map(({ id, kind, text }) => ({ id, kind, text: <span lang={lang}>{text}</span> }))}
    />
  );
}

/** The charter in force, with its version and the fingerprint acceptances are bound to. */
export function Charter({ slug, ...props }: CharterProps & { slug: string }) {
  const t = useTranslations("association.page");
  const { version, publishedAt, hash } = props.charter;
  const day = () => <Instant at={publishedAt} />;
  return (
    <Section id="charter" title={t("charter")} note={t.rich("charterNote", { version, day })}>
      <Clauses {...props} />
      <p className="meta wrap-anywhere">
        <Asked charter={props.charter} /> {t("hash", { hash })}
      </p>
      <p>
        <Link href={{ pathname: "/associations/[slug]/charter", params: { slug } }}>{t("wholeCharter")}</Link>
      </p>
    </Section>
  );
}

/** What a member is asked to give, in words. */
function Asked({ charter: { minMinutes, minPeriod } }: { charter: CharterView }) {
  const t = useTranslations("association");
  if (minMinutes === null || minPeriod === null) return null;
  return t("page.asks", { hours: t("hours", { hours: minMinutes / 60 }), period: t(`period.${minPeriod}`) });
}
