import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import { Day } from "@/components/ui/moment";
import { ValuesList } from "@/components/ui/values-list";
import type { AssociationView, CharterValueView } from "@/lib/association/types";
import { valueLabel } from "@/lib/taxonomy/value/rules";

/** What a value is called: by the vocabulary in the reader's language, or by the association's own word. */
export function labelOf(
  { valueSlug, name }: Pick<CharterValueView, "valueSlug" | "name">,
  locale: "it" | "en",
): string {
  return valueSlug ? valueLabel(valueSlug, locale) : name;
}

/** Each value with what it means here, how it shows, and the deeds that show it (promise P44). */
export function Values({ association }: { association: AssociationView }) {
  const t = useTranslations("association.page");
  const locale = useLocale();
  const lang = association.locale === locale ? undefined : association.locale;
  return (
    <Section id="values" title={t("valuesTitle")} note={t("valuesNote")}>
      <ValuesList
        values={association.charter.values.map((value) => {
          const deeds = association.deeds.find(({ word }) => word === value.valueSlug);
          return {
            slug: value.valueSlug ?? value.name,
            label: labelOf(value, locale),
            meaning: (
              <span lang={lang}>
                {value.meaning} <span className="meta">{t("shownBy", { shownBy: value.shownBy })}</span>
              </span>
            ),
            deeds: (deeds?.latest ?? []).map(({ title, locale: written, doneOn }) => ({
              text: <span lang={written === locale ? undefined : written}>{title}</span>,
              when: <Day on={doneOn} look="month" />,
            })),
            end: deeds ? t("deeds", { count: deeds.count }) : null,
          };
        })}
      />
    </Section>
  );
}
