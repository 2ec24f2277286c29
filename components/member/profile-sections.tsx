import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import { useDates } from "@/components/ui/dates";
import { Emblem } from "@/components/ui/emblem";
import { GiveList } from "@/components/ui/exchange-list";
import { Cell, Joined } from "@/components/ui/joined";
import { Ledger } from "@/components/ui/ledger";
import { Prose } from "@/components/ui/prose";
import { Square } from "@/components/ui/tiles";
import { ValuesList } from "@/components/ui/values-list";
import { Who } from "@/components/ui/who";
import { getPathname, Link } from "@/lib/i18n/navigation";
import type { StandingExchange, VisibleProfile } from "@/lib/member/types";
import { competenceLabel } from "@/lib/taxonomy/rules";
import { valueLabel, valueMeaning } from "@/lib/taxonomy/value/rules";
import { HeldCompetences } from "./held-competences";

type Part = { profile: VisibleProfile };

const isAny = (...parts: readonly (string | readonly unknown[])[]) => parts.some((part) => part.length > 0);

/** The language of what the person wrote, where it is not that of the page. */
function useTextLang({ contentLocale }: VisibleProfile): string | undefined {
  return contentLocale === useLocale() ? undefined : contentLocale;
}

/** Chi sono. */
export function WhoSection({ profile }: Part) {
  const t = useTranslations("member");
  const lang = useTextLang(profile);
  const { about, story } = profile;
  if (!isAny(about, story)) return null;
  return (
    <Section id="who" title={t("part.who")}>
      <div className="stack">
        {about ? <Prose text={about} lang={lang} /> : null}
        {story ? <Prose text={story} lang={lang} /> : null}
      </div>
    </Section>
  );
}

/** Il valore che porto. */
export function ValueSection({ profile }: Part) {
  const t = useTranslations("member");
  const lang = useTextLang(profile);
  const { valueBrought, offers, asks, competences } = profile;
  if (!isAny(valueBrought, offers, asks, competences)) return null;
  return (
    <Section id="value" title={t("part.value")}>
      <div className="stack">
        {valueBrought ? <Prose text={valueBrought} lang={lang} /> : null}
        {isAny(offers, asks) ? (
          <Joined>
            {offers.length > 0 ? <Exchanges title={t("profile.offers")} isGiven exchanges={offers} /> : null}
            {asks.length > 0 ? <Exchanges title={t("profile.asks")} exchanges={asks} /> : null}
          </Joined>
        ) : null}
        <Competences profile={profile} />
      </div>
    </Section>
  );
}

type ExchangesProps = { title: string; isGiven?: boolean; exchanges: readonly StandingExchange[] };

function Exchanges({ title, isGiven = false, exchanges }: ExchangesProps) {
  const t = useTranslations("member.profile");
  const format = useDates();
  const language = useLocale();
  const day = (on: string) => format.dateTime(new Date(`${on}T00:00:00Z`), { dateStyle: "long", timeZone: "UTC" });
  const note = ({ competence, untilOn }: StandingExchange) =>
    [competence && competenceLabel(competence, language), untilOn && t("until", { day: day(untilOn) })]
      .filter(Boolean)
      .join(" · ");
  return (
    <Cell title={title} mark={<Square glyph={isGiven ? "full" : "empty"} />}>
      <GiveList
        items={exchanges.map((one) => ({
          id: one.id,
          text: <b lang={one.locale === language ? undefined : one.locale}>{one.title}</b>,
          note: note(one) || undefined,
        }))}
      />
    </Cell>
  );
}

function Competences({ profile: { competences } }: Part) {
  const t = useTranslations("member.profile");
  const language = useLocale();
  if (competences.length === 0) return null;
  const path = getPathname({ href: "/people", locale: language });
  const linkTo = (slug: string) => ({ href: `${path}?c=${slug}`, label: competenceLabel(slug, language) });
  const rows = ([3, 4, 2, 1] as const).flatMap((level) => {
    const links = competences.filter((one) => one.level === level).map(({ slug }) => linkTo(slug));
    return links.length === 0 ? [] : [{ level: t(`level.${level}`), links }];
  });
  return <HeldCompetences title={t("competences")} rows={rows} />;
}

/** A chi mi lego. */
export function TiesSection({ profile }: Part) {
  const t = useTranslations("member");
  const format = useDates();
  const lang = useTextLang(profile);
  const { audience, memberships } = profile;
  if (!isAny(audience, memberships)) return null;
  return (
    <Section id="ties" title={t("part.ties")}>
      <div className="stack">
        {audience ? <Prose text={audience} lang={lang} /> : null}
        {memberships.length > 0 ? (
          <Ledger>
            {memberships.map(({ slug, name, values, since }) => (
              <li key={slug}>
                <Who
                  tile={<Emblem slug={slug} values={values} side={48} />}
                  name={<Link href={{ pathname: "/associations/[slug]", params: { slug } }}>{name}</Link>}
                  lines={[
                    t("profile.memberSince", {
                      month: format.dateTime(new Date(since), { month: "long", year: "numeric" }),
                    }),
                  ]}
                />
              </li>
            ))}
          </Ledger>
        ) : null}
      </div>
    </Section>
  );
}

/** Di chi mi fido. */
export function TrustSection({ profile }: Part) {
  const t = useTranslations("member");
  const lang = useTextLang(profile);
  const language = useLocale();
  const { vision, values } = profile;
  if (!isAny(vision, values)) return null;
  return (
    <Section id="trust" title={t("part.trust")}>
      <div className="stack">
        {vision ? <Prose text={vision} lang={lang} /> : null}
        {values.length > 0 ? (
          <ValuesList
            values={values.map((slug) => ({
              slug,
              label: valueLabel(slug, language),
              meaning: valueMeaning(slug, language),
            }))}
          />
        ) : null}
      </div>
    </Section>
  );
}
