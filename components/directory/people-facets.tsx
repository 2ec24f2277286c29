import { useLocale, useTranslations } from "next-intl";
import { CountedChoices } from "@/components/layout/counted-choices";
import { FacetChoice, Facets } from "@/components/layout/facets";
import { Fold } from "@/components/ui/fold";
import { pack } from "@/components/ui/packed";
import { countChosen } from "@/lib/directory/filter/rules";
import { WINDOW } from "@/lib/directory/ranking/rules";
import { type Filters, type PeoplePage, SIDES } from "@/lib/directory/types";
import { Link } from "@/lib/i18n/navigation";
import { areaLabel, competenceLabel, findCompetence } from "@/lib/taxonomy/rules";
import { choicesOf } from "./choices";
import { KeptFields } from "./kept-fields";
import { PeopleChoices } from "./people-choices";
import { PlaceSelect } from "./place-select";
import { TownFields } from "./town-fields";

/** Beyond these, a competence is searched for by name or found in the taxonomy: all of them would outweigh the people. */
const FOLDED_COMPETENCES = 18;

const CHOSEN_HERE = ["c", "area", "place", "within", "association", "side", "ready", "language", "level"];

type PeopleFacetsProps = { filters: Filters; page: PeoplePage; action: string; isVisitor: boolean };

/** Everything that narrows the list without words, each with how many people it would leave. */
export function PeopleFacets({ filters, page, action, isVisitor }: PeopleFacetsProps) {
  const t = useTranslations("directory");
  const language = useLocale();
  const { facets, associations } = page;
  const areas = choicesOf({
    counts: facets.areas,
    chosen: filters.areas,
    labelOf: (slug) => areaLabel(slug, language),
  });
  const competences = choicesOf({
    counts: within(facets.competences, filters.areas),
    chosen: filters.competences,
    labelOf: (slug) => competenceLabel(slug, language),
    foldedMax: FOLDED_COMPETENCES,
  });
  const sides = SIDES.filter((side) => !isVisitor || side === "offers" || side === "asks");
  return (
    <Facets action={action} activeCount={countChosen(filters)} submit={t("apply")}>
      <KeptFields filters={filters} except={CHOSEN_HERE} />
      {page.isCounted ? null : <p className="meta mb-4">{t("facet.part", { max: WINDOW })}</p>}
      {areas.shown.length > 0 ? (
        <Fold title={t("facet.areas")} isOpen>
          <CountedChoices
            name="area"
            legend={t("facet.areas")}
            more={t("facet.more", { count: areas.folded.length })}
            choices={pack(areas)}
          />
        </Fold>
      ) : null}
      <Fold title={t("facet.competences")} isOpen={filters.competences.length > 0 || filters.areas.length > 0}>
        <CountedChoices
          name="c"
          legend={t("facet.competences")}
          more={t("facet.moreCompetences", { count: competences.folded.length })}
          choices={pack(competences)}
        />
        <Link className="meta" href="/competences">
          {t("facet.browse")}
        </Link>
      </Fold>
      <Fold title={t("facet.place")} isOpen>
        <div className="stack stack--tight">
          <PlaceSelect place={filters.place} page={page} />
          <TownFields filters={filters} />
        </div>
      </Fold>
      <Fold title={t("facet.sides")} isOpen>
        <fieldset>
          <legend className="vh">{t("facet.sides")}</legend>
          {sides.map((side) => (
            <FacetChoice
              key={side}
              name="side"
              value={side}
              label={t(`side.${side}`)}
              count={facets.sides[side] ?? undefined}
              isOn={filters.sides.includes(side)}
            />
          ))}
        </fieldset>
      </Fold>
      <Fold title={t("facet.level")} isOpen={filters.level !== null}>
        <label className="vh" htmlFor="facet-level">
          {t("facet.level")}
        </label>
        <select id="facet-level" name="level" defaultValue={filters.level ?? ""}>
          <option value="">{t("facet.anyLevel")}</option>
          {([2, 3, 4] as const).map((level) => (
            <option key={level} value={level}>
              {t(`minLevel.${level}`)}
            </option>
          ))}
        </select>
      </Fold>
      <PeopleChoices filters={filters} />
      {associations.length > 0 ? (
        <Fold title={t("facet.association")} isOpen={filters.association !== null}>
          <label className="vh" htmlFor="facet-association">
            {t("facet.association")}
          </label>
          <select id="facet-association" name="association" defaultValue={filters.association ?? ""}>
            <option value="">{t("facet.anyAssociation")}</option>
            {associations.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        </Fold>
      ) : null}
    </Facets>
  );
}

/** The counts of the competences of some areas; of all, where none is chosen. */
function within(counts: Readonly<Record<string, number>>, areas: readonly string[]) {
  if (areas.length === 0) return counts;
  return Object.fromEntries(
    Object.entries(counts).filter(([slug]) => areas.includes(findCompetence(slug)?.area ?? "")),
  );
}
