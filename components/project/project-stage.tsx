import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Day, Instant } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { Stage, type StageName } from "@/components/ui/stage";
import { Link } from "@/lib/i18n/navigation";
import type { ProjectView } from "@/lib/project/page/types";
import { coverageOf } from "@/lib/project/rules";
import type { ProjectState } from "@/lib/project/types";

/** The five stages, and a notice where the project stands still or has ended. */
export function ProjectStage({ project }: { project: ProjectView }) {
  return (
    <>
      <Stage current={stageOf(project)} notes={useNotes(project)} />
      <Halt project={project} />
    </>
  );
}

/** A suspended project stays in «in corso»; one let go stays where it stopped. */
function stageOf({ state, transitions }: ProjectView): StageName {
  const last = state === "ABANDONED" ? (transitions.find(({ to }) => to === "ABANDONED")?.from ?? "PROPOSED") : state;
  return last === "SUSPENDED" || last === "ABANDONED" ? "ACTIVE" : last;
}

function useNotes(project: ProjectView): Partial<Record<StageName, ReactNode>> {
  const t = useTranslations("project.page.stage");
  const { critical, criticalTaken } = coverageOf(project.needs);
  const { startedAt, concludedAt, deliverables, state } = project;
  const expected = deliverables
    .flatMap(({ due }) => due ?? [])
    .sort()
    .at(-1);
  const proposedAt = project.transitions.findLast(({ to }) => to === "PROPOSED")?.at ?? project.createdAt;
  const { dream } = project;
  const opened =
    dream && t.rich("dreamt", { day: () => <Instant at={dream.openedAt} look="dated" />, count: dream.people });
  if (state === "IDEA") return { IDEA: opened };
  return {
    ...(opened && { IDEA: opened }),
    PROPOSED: t.rich("on", { day: () => <Instant at={proposedAt} look="dated" /> }),
    ...(critical > 0 && { FEASIBILITY: t("covered", { taken: criticalTaken, seats: critical }) }),
    ...(startedAt && { ACTIVE: t.rich("since", { day: () => <Instant at={startedAt} look="dated" /> }) }),
    ...(state === "COMPLETED" && concludedAt
      ? { COMPLETED: t.rich("on", { day: () => <Instant at={concludedAt} look="dated" /> }) }
      : state !== "ABANDONED" &&
        expected && { COMPLETED: t.rich("expected", { day: () => <Day on={expected} look="dated" /> }) }),
  };
}

const HALTS: Partial<Record<ProjectState, "suspended" | "abandoned" | "completed">> = {
  SUSPENDED: "suspended",
  ABANDONED: "abandoned",
  COMPLETED: "completed",
};

function Halt({ project: { state, slug } }: { project: ProjectView }) {
  const t = useTranslations("project.page");
  const halt = HALTS[state];
  if (!halt) return null;
  return (
    <Notice tone={halt === "suspended" ? "wait" : halt === "completed" ? "done" : "info"} className="mt-4">
      {t.rich(halt, {
        b: (text) => <b>{text}</b>,
        link: (text) => <Link href={{ pathname: "/projects/[slug]/result", params: { slug } }}>{text}</Link>,
      })}
    </Notice>
  );
}
