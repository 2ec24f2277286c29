import { useLocale, useTranslations } from "next-intl";
import { CountedChoices } from "@/components/layout/counted-choices";
import { Facets, Unknown } from "@/components/layout/facets";
import { Fold } from "@/components/ui/fold";
import { pack } from "@/components/ui/packed";
import { getPathname } from "@/lib/i18n/navigation";
import { activeCount } from "@/lib/project/listing/rules";
import type { Filters, ProjectsPage } from "@/lib/project/listing/types";
import { PROJECT_KINDS, PROJECT_STATES } from "@/lib/project/types";
import { competenceLabel } from "@/lib/taxonomy/rules";
import { CompetenceInput } from "./competence-input";

type ProjectFiltersProps = { filters: Filters; page: ProjectsPage };

const HINT_ID = "competence-hint";
const UNKNOWN_COMPETENCE_ID = "unknown-competence";

/** What was written names no competence. */
export function UnknownCompetence({ filters: { unknownCompetence } }: { filters: Filters }) {
  const t = useTranslations("project.list");
  return unknownCompetence === null ? null : (
    <Unknown id={UNKNOWN_COMPETENCE_ID}>{t("competenceUnknown", { text: unknownCompetence })}</Unknown>
  );
}

/** A GET form: at what point, of which kind, which competence is sought. */
export function ProjectFilters({ filters, page }: ProjectFiltersProps) {
  const t = useTranslations("project");
  const locale = useLocale();
  const { q, association, sort, competence, unknownCompetence } = filters;
  const states = PROJECT_STATES.filter((state) => page.states[state] || filters.states.includes(state));
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
          <CompetenceInput
            id="competence"
            name="competence"
            value={competence ? competenceLabel(competence, locale) : (unknownCompetence ?? "")}
            locale={locale}
            describedBy={unknownCompetence ? UNKNOWN_COMPETENCE_ID : HINT_ID}
            isInvalid={unknownCompetence !== null}
          />
          <p className="hint" id={HINT_ID}>
            {t("list.competenceHint")}
          </p>
        </div>
      </Fold>
      {states.length > 0 ? (
        <Fold title={t("list.states")} isOpen>
          <CountedChoices
            name="state"
            legend={t("list.states")}
            choices={pack({
              shown: states.map((state) => ({
                ...{ slug: state.toLowerCase(), label: t(`state.${state}`) },
                ...{ count: page.states[state] ?? 0, isOn: filters.states.includes(state) },
              })),
            })}
          />
        </Fold>
      ) : null}
      <Fold title={t("list.kinds")} isOpen>
        <CountedChoices
          name="kind"
          legend={t("list.kinds")}
          choices={pack({
            shown: PROJECT_KINDS.map((kind) => ({
              ...{ slug: kind.toLowerCase(), label: t(`kind.${kind}`) },
              ...{ count: page.kinds[kind] ?? 0, isOn: filters.kinds.includes(kind) },
            })),
          })}
        />
      </Fold>
    </Facets>
  );
}
