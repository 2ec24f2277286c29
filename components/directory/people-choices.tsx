import { useTranslations } from "next-intl";
import { FacetChoice } from "@/components/layout/facets";
import { useLanguagesByName } from "@/components/member/language-names";
import { Fold } from "@/components/ui/fold";
import { type Filters, READY } from "@/lib/directory/types";
import { LanguageSelect } from "./language-select";

/** Folds for hours and an ear to give, and for a language spoken. */
export function PeopleChoices({ filters }: { filters: Filters }) {
  const t = useTranslations("directory");
  return (
    <>
      <Fold title={t("facet.ready")} isOpen={filters.ready.length > 0}>
        <fieldset>
          <legend className="vh">{t("facet.ready")}</legend>
          {READY.map((one) => (
            <FacetChoice
              key={one}
              name="ready"
              value={one}
              label={t(`ready.${one}`)}
              isOn={filters.ready.includes(one)}
            />
          ))}
        </fieldset>
      </Fold>
      <Fold title={t("facet.language")} isOpen={filters.language !== null}>
        <LanguageSelect
          label={t("facet.language")}
          none={t("facet.anyLanguage")}
          value={filters.language ?? ""}
          languages={useLanguagesByName()}
        />
      </Fold>
    </>
  );
}
