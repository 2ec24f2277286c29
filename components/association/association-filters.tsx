import { useLocale, useTranslations } from "next-intl";
import { FacetChoice, FacetSelect, Facets } from "@/components/layout/facets";
import { Fold } from "@/components/ui/fold";
import { activeCount } from "@/lib/association/listing/rules";
import type { Filters } from "@/lib/association/listing/types";
import { ENTRY_MODES } from "@/lib/association/types";
import { regionOptions } from "@/lib/taxonomy/place/rules";
import { valueOptions } from "@/lib/taxonomy/value/rules";

type AssociationFiltersProps = { filters: Filters; action: string };

/** A GET form: which value, where, how one comes in. */
export function AssociationFilters({ filters, action }: AssociationFiltersProps) {
  const t = useTranslations("association");
  const locale = useLocale();
  const { q, value, region, entry } = filters;
  return (
    <Facets action={action} activeCount={activeCount(filters)} submit={t("list.submit")}>
      {q ? <input type="hidden" name="q" value={q} /> : null}
      <Fold title={t("list.value")} isOpen>
        <FacetSelect
          id="facet-value"
          name="value"
          label={t("list.value")}
          none={t("list.anyValue")}
          options={valueOptions(locale)}
          value={value ?? ""}
        />
      </Fold>
      <Fold title={t("list.region")} isOpen>
        <FacetSelect
          id="facet-region"
          name="region"
          label={t("list.region")}
          none={t("list.anyRegion")}
          options={regionOptions(locale)}
          value={region ?? ""}
        />
      </Fold>
      <Fold title={t("list.entry")} isOpen>
        <fieldset>
          <legend className="vh">{t("list.entry")}</legend>
          <FacetChoice type="radio" name="entry" value="" label={t("list.anyEntry")} isOn={entry === null} />
          {ENTRY_MODES.map((mode) => (
            <FacetChoice
              key={mode}
              type="radio"
              name="entry"
              value={mode}
              label={t(`entry.${mode}`)}
              isOn={mode === entry}
            />
          ))}
        </fieldset>
      </Fold>
    </Facets>
  );
}
