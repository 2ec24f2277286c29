import { useLocale, useTranslations } from "next-intl";
import { getPathname } from "@/lib/i18n/navigation";
import type { OwnProject } from "@/lib/project/listing/types";
import { TONES } from "./project-line";
import { ProjectRows } from "./project-rows";

/** The projects one leads, sits in, waits to sit in, or dreams. */
export function OwnProjects({ projects }: { projects: readonly OwnProject[] }) {
  const t = useTranslations("project");
  const rows = projects.map(({ slug, title, state, part, values, covered }) => ({
    ...{ slug, title, values, covered, tone: TONES[state] },
    ...{ line: t(`own.${part}`), state: t(`state.${state}`) },
  }));
  return <ProjectRows projects={rows} path={getPathname({ href: "/projects", locale: useLocale() })} />;
}
