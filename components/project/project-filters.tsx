import { useLocale, useTranslations } from "next-intl";
import { FacetChoice, Facets } from "@/components/layout/facets";
import { Fold } from "@/components/ui/fold";
import { getPathname } from "@/lib/i18n/navigation";
import { activeCount } from "@/lib/project/listing/rules";
import type { Filters, ProjectsPage } from "@/lib/project/listing/types";
import { PROJECT_KINDS, PROJECT_STATES } from "@/lib/project/types";
import { competenceLabel } from "@/lib/taxonomy/rules";
import { OptionsList } from "./options-list";

type ProjectFiltersProps = { filters: Filters; page: ProjectsPage; competences: readonly string[] };

/** A GET form: at what point, of which kind, which competence is sought. */
export function ProjectFilters({ filters, page, competences }: ProjectFiltersProps) {
  const t = useTranslations("project");
  const locale = useLocale();
  const { q, association, sort, competence } = filters;
  return (
    <Facets
      action={getPathname({ href: "/projects", locale })}
      activeCount={activeCount(filters)}
      submit={t("list.show")}
    >
      {q ? <input type="hidden" name="q" value={q} /> : null}
      {association ? <input type="hidden" name="association" value={association} /> : null}
      {sort === "newest" ? null : <input type="hidden" name="sort" value={sort} />}
      <Fold title={t("list.competence")} isOpen>
        <div className="field">
          <label className="vh" htmlFor="competence">
            {t("list.competence")}
          </label>
          <input
            id="competence"
            name="competence"
            type="text"
            list="competences"
            defaultValue={competence ? competenceLabel(competence, locale) : ""}
            aria-describedby="competence-hint"
          />
          <p className="hint" id="competence-hint">
            {t("list.competenceHint")}
          </p>
          <OptionsList id="competences" labels={competences} />
        </div>
      </Fold>
      <Fold title={t("list.states")} isOpen>
        <fieldset>
          <legend className="vh">{t("list.states")}</legend>
          {PROJECT_STATES.filter((state) => page.states[state] || filters.states.includes(state)).map((state) => (
            <FacetChoice
              key={state}
              name="state"
              value={state.toLowerCase()}
              label={t(`state.${state}`)}
              count={page.states[state] ?? 0}
              isOn={filters.states.includes(state)}
            />
          ))}
        </fieldset>
      </Fold>
      <Fold title={t("list.kinds")} isOpen>
        <fieldset>
          <legend className="vh">{t("list.kinds")}</legend>
          {PROJECT_KINDS.map((kind) => (
            <FacetChoice
              key={kind}
              name="kind"
              value={kind.toLowerCase()}
              label={t(`kind.${kind}`)}
              count={page.kinds[kind] ?? 0}
              isOn={filters.kinds.includes(kind)}
            />
          ))}
        </fieldset>
      </Fold>
    </Facets>
  );
}
