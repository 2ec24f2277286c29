import { useTranslations } from "next-intl";
import { ProjectEmblem } from "@/components/ui/emblem";
import { Ledger, ProjectRow } from "@/components/ui/ledger";
import { Panel } from "@/components/ui/panel";
import { Square, State } from "@/components/ui/tiles";
import { Link } from "@/lib/i18n/navigation";
import type { ProjectCard } from "@/lib/project/listing/types";
import { coverageOf, isOpenToOffers, shareCovered } from "@/lib/project/rules";
import { TONES, valuesOf } from "./project-line";

/** Its projects in ruled rows: what for, how far, how many seats are taken. */
export function AssociationProjects({ projects }: { projects: readonly ProjectCard[] }) {
  const t = useTranslations();
  if (projects.length === 0) return <p className="meta">{t("association.page.noProjects")}</p>;
  return (
    <Ledger look="projects">
      {projects.map((project) => {
        const { slug, title, purpose, state, needs, locale, association, coHosts } = project;
        const coverage = coverageOf(needs);
        const seats = coverage.critical + coverage.useful;
        const taken = coverage.criticalTaken + coverage.usefulTaken;
        return (
          <ProjectRow
            key={slug}
            emblem={<ProjectEmblem slug={slug} values={valuesOf(project)} covered={shareCovered(coverage)} side={64} />}
            name={<Link href={{ pathname: "/projects/[slug]", params: { slug } }}>{title}</Link>}
            line={
              <>
                <span lang={locale}>{purpose}</span>
                {association && coHosts.length > 0 ? (
                  <span className="meta"> {[association.name, ...coHosts].join(" · ")}</span>
                ) : null}
              </>
            }
            state={<State tone={TONES[state]}>{t(`project.state.${state}`)}</State>}
            note={seats > 0 ? t("association.page.seats", { taken, seats }) : null}
          />
        );
      })}
    </Ledger>
  );
}

const SEEKS_SHOWN = 4;

/** The seats its projects look for, the indispensable first. */
export function AssociationSeeks({ projects }: { projects: readonly ProjectCard[] }) {
  const t = useTranslations("association.page");
  const open = projects
    .filter(({ state }) => isOpenToOffers(state))
    .flatMap(({ slug, title, needs }) => needs.map((need) => ({ ...need, slug, project: title })))
    .filter(({ accepted, seats }) => accepted < seats)
    .sort((a, b) => Number(b.isCritical) - Number(a.isCritical));
  if (open.length === 0) return null;
  return (
    <Panel title={t("seeks")}>
      <ul className="ask-list">
        {open.slice(0, SEEKS_SHOWN).map(({ id, title, slug, project }) => (
          <li key={id}>
            <Square glyph="empty" />
            <span>
              <Link href={{ pathname: "/projects/[slug]/needs/[id]", params: { slug, id } }}>{title}</Link>
              <span className="meta">{project}</span>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
