import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import * as actions from "@/app/_actions/task";
import { Section } from "@/components/layout/section";
import { Fold } from "@/components/ui/fold";
import { type BoardChoice, BoardChoices, TaskBoard } from "@/components/work/task-board";
import { TaskForm } from "@/components/work/task-form";
import { WorkFrame } from "@/components/work/work-frame";
import { requireActor } from "@/lib/auth/session";
import { dayOf } from "@/lib/core/duration";
import { findBoard } from "@/lib/project/task/queries";
import { metadataOf, page } from "../../../../page-shape";

type Props = PageProps<"/[locale]/projects/[slug]/work">;

const read = cache(async (slug: string) => (await findBoard(await requireActor(), slug)) ?? notFound());

export const generateMetadata = metadataOf(async ({ params }: Props): Promise<Metadata> => {
  const { project } = await read((await params).slug);
  const t = await getTranslations("work");
  return { title: t("of", { project: project.title }), robots: { index: false } };
});

/** The tasks of a project, for those who take part in it. */
export default page(async function WorkPage({ params, searchParams }: Props) {
  const board = await read((await params).slug);
  const { done, view, whose } = await searchParams;
  const t = await getTranslations("work.task");
  const choice: BoardChoice = {
    view: view === "list" ? "list" : "board",
    whose: whose === "mine" ? "mine" : "all",
  };
  const { project, tasks, barred } = board;
  const { slug, locale, deliverables } = project;
  const today = dayOf(new Date());
  const shown = tasks.filter((task) => choice.whose === "all" || task.isMine || task.askedBy.length > 0);
  const acts = { move: actions.moveTaskAction, take: actions.takeTaskAction, answer: actions.answerTaskAction };
  return (
    <WorkFrame work={board} part="work" done={done}>
      <div className="stack stack--sections mt-6">
        {barred ? null : (
          <Fold title={t("new")} isOpen={tasks.length === 0}>
            <TaskForm action={actions.addTaskAction} slug={slug} deliverables={deliverables} today={today} />
          </Fold>
        )}
        <Section id="tasks" title={t("all")} isTitleHidden>
          <BoardChoices slug={slug} choice={choice} />
          <TaskBoard {...{ choice, slug, locale, today }} tasks={shown} actions={barred ? null : acts} />
        </Section>
      </div>
    </WorkFrame>
  );
});
