import { useTranslations } from "next-intl";
import { ProjectEmblem } from "@/components/ui/emblem";
import { Ledger, ProjectRow } from "@/components/ui/ledger";
import { State, type Tone } from "@/components/ui/tiles";
import { Link } from "@/lib/i18n/navigation";
import type { ProjectCard } from "@/lib/project/listing/types";
import { coverageOf, shareCovered } from "@/lib/project/rules";
import type { ProjectState } from "@/lib/project/types";

const TONES: Readonly<Record<ProjectState, Tone>> = {
  IDEA: "soft",
  PROPOSED: "ask",
  FEASIBILITY: "ask",
  ACTIVE: "done",
  SUSPENDED: "wait",
  COMPLETED: "done",
  ABANDONED: "soft",
};

type AssociationProjectsProps = { projects: readonly ProjectCard[]; values: readonly string[] };

/** Its projects in ruled rows: what for, how far, how many seats are taken. */
export function AssociationProjects({ projects, values }: AssociationProjectsProps) {
  const t = useTranslations();
  if (projects.length === 0) return <p className="meta">{t("association.page.noProjects")}</p>;
  return (
    <Ledger look="projects">
      {projects.map(({ slug, title, purpose, state, needs, locale }) => {
        const coverage = coverageOf(needs);
        const seats = coverage.critical + coverage.useful;
        const taken = coverage.criticalTaken + coverage.usefulTaken;
        return (
          <ProjectRow
            key={slug}
            emblem={<ProjectEmblem slug={slug} values={values} covered={shareCovered(coverage)} side={64} />}
            name={<Link href={{ pathname: "/projects/[slug]", params: { slug } }}>{title}</Link>}
            line={<span lang={locale}>{purpose}</span>}
            state={<State tone={TONES[state]}>{t(`project.state.${state}`)}</State>}
            note={seats > 0 ? t("association.page.seats", { taken, seats }) : null}
          />
        );
      })}
    </Ledger>
  );
}
