import { useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import { Day, Instant } from "@/components/ui/moment";
import { Timeline, type TimelineItem } from "@/components/ui/timeline";
import type { ProjectView, Transition } from "@/lib/project/page/types";
import { isOver } from "@/lib/project/rules";

const STEPS_SHOWN = 30;

type Dated = TimelineItem & { readonly at: string };

/** What happened, newest first; what is promised next on top, hollow. */
export function ProjectStory({ project }: { project: ProjectView }) {
  const t = useTranslations("project.page");
  const items = [...useSteps(project), ...useMoments(project), ...useDeliveries(project)];
  const past = items.sort((a, b) => b.at.localeCompare(a.at)).slice(0, STEPS_SHOWN);
  return (
    <Section id="story" title={t(isOver(project.state) ? "storyOver" : "story")}>
      <Timeline items={[...useNext(project), ...past]} />
    </Section>
  );
}

function useNext(project: ProjectView): TimelineItem[] {
  const t = useTranslations("project.page");
  if (isOver(project.state)) return [];
  const { deliverables, locale } = project;
  const [next] = deliverables
    .filter(({ due, done }) => due && !done)
    .sort((a, b) => (a.due ?? "").localeCompare(b.due ?? ""));
  if (!next?.due) return [];
  const due = next.due;
  const line = t.rich("nextLine", { day: () => <Day on={due} /> });
  return [{ id: next.id, isNext: true, title: <span lang={locale}>{next.title}</span>, line }];
}

function useSteps({ transitions, locale }: ProjectView): Dated[] {
  const t = useTranslations("project.page.moment");
  const nameOf = ({ from, to }: Transition) => t(from === "SUSPENDED" && to === "ACTIVE" ? "resumed" : to);
  return transitions.map((step) => ({
    id: step.id,
    at: step.at,
    title: nameOf(step),
    line: (
      <>
        <Instant at={step.at} />
        {step.note ? (
          <>
            {" · "}
            <span lang={locale}>{step.note}</span>
          </>
        ) : null}
      </>
    ),
  }));
}

function useMoments({ moments }: ProjectView): Dated[] {
  const t = useTranslations("project");
  return moments.map(({ id, kind, at, need, person }) => {
    const name = person?.name ?? t("someone");
    const title =
      kind === "project.handedOver"
        ? t("page.moment.handedOver", { name })
        : t("page.moment.seated", { name, need: need ?? "" });
    return { id, at, title, line: <Instant at={at} /> };
  });
}

function useDeliveries({ deliverables }: ProjectView): Dated[] {
  const t = useTranslations("project.page.moment");
  return deliverables.flatMap(({ id, title, done }) =>
    done ? [{ id, at: done, title: t("delivered", { title }), line: <Day on={done} /> }] : [],
  );
}
