import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageHead } from "@/components/layout/page-head";
import { ProjectCrumbs } from "@/components/project/project-head";
import { Done } from "@/components/ui/done";
import { Notice } from "@/components/ui/notice";
import { Tabs } from "@/components/ui/tabs";
import type { WorkView } from "@/lib/project/work/types";
import { ProgressLine } from "./progress";

/** The pages of the work of a project, in the order of their tabs. */
const PARTS = ["work", "talk", "notes", "log", "meetings", "files"] as const;
export type Part = (typeof PARTS)[number];

const PATHS = {
  work: "/projects/[slug]/work",
  talk: "/projects/[slug]/work/talk",
  notes: "/projects/[slug]/work/notes",
  log: "/projects/[slug]/work/log",
  meetings: "/projects/[slug]/work/meetings",
  files: "/projects/[slug]/work/files",
} as const satisfies Record<Part, string>;

type WorkFrameProps = {
  work: WorkView;
  part: Part;
  done: string | string[] | undefined;
  /** The name of the page within its part; else the part's own. */
  title?: string | undefined;
  children: ReactNode;
};

/** What all of them share: the way back, how far the project is, the tabs, and why one may only read. */
export function WorkFrame({ work, part, done, title, children }: WorkFrameProps) {
  const t = useTranslations("work");
  const { project, progress, barred } = work;
  const { slug } = project;
  const tabs = PARTS.map((one) => ({
    label: t(`part.${one}`),
    href: { pathname: PATHS[one], params: { slug } },
    isCurrent: one === part,
  }));
  return (
    <div className="wrap">
      <ProjectCrumbs project={project} current={title ?? t(`part.${part}`)} />
      <PageHead title={title ?? t("of", { project: project.title })} />
      <Done of="work" done={done} />
      <ProgressLine progress={progress} />
      {tabs.length > 1 ? <Tabs label={t("parts")} tabs={tabs} /> : null}
      {barred ? (
        <Notice tone="wait" className="mt-4">
          {t(
            barred === "project.over" || barred === "work.stopped"
              ? `readOnly.${barred === "project.over" ? "over" : "stopped"}`
              : "readOnly.barred",
          )}
        </Notice>
      ) : null}
      <div className="work">{children}</div>
    </div>
  );
}
