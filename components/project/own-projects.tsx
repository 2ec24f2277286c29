import { useTranslations } from "next-intl";
import { ProjectEmblem } from "@/components/ui/emblem";
import { Fold } from "@/components/ui/fold";
import { Ledger, ProjectRow } from "@/components/ui/ledger";
import { State } from "@/components/ui/tiles";
import { Link } from "@/lib/i18n/navigation";
import type { OwnProject } from "@/lib/project/listing/types";
import { coverageOf, shareCovered } from "@/lib/project/rules";
import { TONES } from "./project-line";

/** The projects one leads, sits in, or waits to sit in. */
export function OwnProjects({ projects }: { projects: readonly OwnProject[] }) {
  const t = useTranslations("project");
  if (projects.length === 0) return null;
  return (
    <Fold title={t("own.title", { count: projects.length })}>
      <Ledger look="projects">
        {projects.map(({ slug, title, state, part, needs, association, owner }) => (
          <ProjectRow
            key={slug}
            emblem={
              <ProjectEmblem
                slug={slug}
                values={association?.values ?? owner?.values ?? []}
                covered={shareCovered(coverageOf(needs))}
                side={48}
              />
            }
            name={<Link href={{ pathname: "/projects/[slug]", params: { slug } }}>{title}</Link>}
            line={t(`own.${part}`)}
            state={<State tone={TONES[state]}>{t(`state.${state}`)}</State>}
          />
        ))}
      </Ledger>
    </Fold>
  );
}
