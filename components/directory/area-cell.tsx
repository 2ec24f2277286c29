import { useTranslations } from "next-intl";
import { Fold } from "@/components/ui/fold";
import type { CompetenceCounts } from "@/lib/directory/types";
import { Link } from "@/lib/i18n/navigation";
import type { AreaView, CompetenceView } from "@/lib/taxonomy/types";

type AreaCellProps = { area: AreaView; counts: CompetenceCounts };

/** One area: its first competences, the others folded, and everyone in it. */
export function AreaCell({ area, counts }: AreaCellProps) {
  const t = useTranslations("directory.competences");
  const people = counts.areas[area.slug] ?? 0;
  const roots = area.competences.filter(({ parent }) => parent === null);
  return (
    <li>
      <h3 className="h-small">
        {people > 0 ? <Link href={{ pathname: "/people", query: { area: area.slug } }}>{area.label}</Link> : area.label}
      </h3>
      <p className="meta">{t("people", { count: people })}</p>
      <CompetenceLinks competences={roots} counts={counts} />
      {area.competences.length > roots.length ? (
        <Fold title={t("all", { count: area.competences.length })}>
          <CompetenceLinks competences={area.competences.filter(({ parent }) => parent !== null)} counts={counts} />
        </Fold>
      ) : null}
    </li>
  );
}

type CompetenceLinksProps = { competences: readonly CompetenceView[]; counts: CompetenceCounts };

/** Competences as links, each with how many people it leads to. */
export function CompetenceLinks({ competences, counts }: CompetenceLinksProps) {
  return (
    <ul className="competences">
      {competences.map(({ slug, label }) => (
        <li key={slug}>
          <Link href={{ pathname: "/competences/[slug]", params: { slug } }}>{label}</Link>
          {counts.competences[slug] ? <span className="n"> {counts.competences[slug]}</span> : null}
        </li>
      ))}
    </ul>
  );
}
