import { useLocale, useTranslations } from "next-intl";
import { labelOf } from "@/components/association/values";
import { Section } from "@/components/layout/section";
import { ValueTile } from "@/components/ui/emblem";
import { type Glyph, State, type Tone } from "@/components/ui/tiles";
import type { StanceView } from "@/lib/membership/application/types";
import type { Stance } from "@/lib/membership/papers/types";

const LOOKS: Readonly<Record<Stance, readonly [Tone, Glyph]>> = {
  SHARED: ["done", "full"],
  ADOPTED: ["ask", "half"],
  NOT_MINE: ["soft", "empty"],
};

type StancesTableProps = {
  stances: readonly StanceView[];
  /** Language the notes are written in. */
  locale: string;
  /** Read by whoever took them. */
  isOwn: boolean;
};

/** Where somebody stands on each value, with the sentence they added. */
export function StancesTable({ stances, locale, isOwn }: StancesTableProps) {
  const t = useTranslations("membership");
  const reading = useLocale();
  const lang = reading === locale ? undefined : locale;
  return (
    <table className="table desk-values">
      <thead className="vh">
        <tr>
          <th scope="col">{t("papers.value")}</th>
          <th scope="col">{t("papers.answer")}</th>
        </tr>
      </thead>
      <tbody>
        {stances.map((taken) => (
          <tr key={taken.id}>
            <th scope="row">
              <span className="row row--near">
                <ValueTile value={taken.valueSlug ?? taken.name} side={24} />
                {labelOf(taken, reading)}
              </span>
            </th>
            <td>
              <State tone={LOOKS[taken.stance][0]} glyph={LOOKS[taken.stance][1]}>
                {t(`${isOwn ? "stance" : "theirStance"}.${taken.stance}`)}
              </State>
              {taken.note ? (
                <span className="quote" lang={lang}>
                  {t("papers.quote", { text: taken.note })}
                </span>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One's own stances, as a part of the receipt. */
export function Stances({ stances, locale, title }: Omit<StancesTableProps, "isOwn"> & { title: string }) {
  if (stances.length === 0) return null;
  return (
    <Section id="stances" title={title}>
      <StancesTable stances={stances} locale={locale} isOwn />
    </Section>
  );
}
