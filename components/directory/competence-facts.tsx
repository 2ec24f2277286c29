import { useLocale, useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import type { CompetenceCounts } from "@/lib/directory/types";
import { Link } from "@/lib/i18n/navigation";
import { ancestorsOf, areaLabel, byLabel, childrenOf, competenceLabel } from "@/lib/taxonomy/rules";
import type { Competence, Language } from "@/lib/taxonomy/types";
import { CompetenceLinks } from "./area-cell";

type CompetenceFactsProps = { competence: Competence; counts: CompetenceCounts };

/** Where a competence stands in the taxonomy: area, what is broader, what is narrower. */
export function CompetenceFacts({ competence, counts }: CompetenceFactsProps) {
  const t = useTranslations("directory.competences");
  const language = useLocale();
  const broader = viewsOf(ancestorsOf(competence.slug), language);
  const narrower = byLabel(viewsOf(childrenOf(competence.slug), language), language);
  return (
    <>
      <Panel title={t("area")}>
        <p>
          <Link href={{ pathname: "/people", query: { area: competence.area } }}>
            {areaLabel(competence.area, language)}
          </Link>
        </p>
      </Panel>
      {broader.length > 0 ? (
        <Panel title={t("broader")}>
          <CompetenceLinks competences={broader} counts={counts} />
        </Panel>
      ) : null}
      {narrower.length > 0 ? (
        <Panel title={t("narrower")}>
          <CompetenceLinks competences={narrower} counts={counts} />
        </Panel>
      ) : null}
    </>
  );
}

const viewsOf = (slugs: readonly string[], language: Language) =>
  slugs.map((slug) => ({ slug, label: competenceLabel(slug, language), parent: null }));
