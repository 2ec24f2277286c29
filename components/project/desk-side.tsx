import { useTranslations } from "next-intl";
import { Actions, LinkButton } from "@/components/ui/button";
import { ProjectEmblem } from "@/components/ui/emblem";
import { Panel } from "@/components/ui/panel";
import { glyphsOf, Tiles } from "@/components/ui/tiles";
import type { ProjectView } from "@/lib/project/page/types";
import { coverageOf, shareCovered } from "@/lib/project/rules";
import { valuesOf } from "./project-line";

type DeskSideProps = { project: ProjectView; isDeeds?: boolean; hasWork?: boolean };

/** The project as it stands: its emblem so far, and the ways to its pages. */
export function DeskSide({ project, isDeeds = false, hasWork = false }: DeskSideProps) {
  const t = useTranslations("project");
  const { slug, title, needs } = project;
  const coverage = coverageOf(needs);
  const { critical, criticalTaken } = coverage;
  return (
    <Panel title={title} isBand className="preview">
      <div className="preview-em">
        <ProjectEmblem slug={slug} values={valuesOf(project)} covered={shareCovered(coverage)} side={128} />
      </div>
      {project.state === "IDEA" ? null : (
        <p className="row row--tight meta">
          <Tiles glyphs={glyphsOf({ full: criticalTaken, empty: critical - criticalTaken })} />
          <span>
            {critical === 0 ? t("list.noCritical") : t("list.covered", { taken: criticalTaken, seats: critical })}
          </span>
        </p>
      )}
      <Actions className="mt-4">
        <LinkButton size="small" href={{ pathname: "/projects/[slug]", params: { slug } }}>
          {t("manage.toPage")}
        </LinkButton>
        {hasWork ? (
          <LinkButton size="small" look="quiet" href={{ pathname: "/projects/[slug]/work", params: { slug } }}>
            {t("page.work")}
          </LinkButton>
        ) : null}
        {isDeeds ? null : (
          <LinkButton size="small" look="quiet" href={{ pathname: "/projects/[slug]/contributions", params: { slug } }}>
            {t("page.deeds")}
          </LinkButton>
        )}
      </Actions>
    </Panel>
  );
}
