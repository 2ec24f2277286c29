import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import * as actions from "@/app/_actions/task";
import { TaskDetail } from "@/components/work/task-page";
import { WorkFrame } from "@/components/work/work-frame";
import { requireActor } from "@/lib/auth/session";
import { dayOf } from "@/lib/core/duration";
import { findTask } from "@/lib/project/task/queries";
import { metadataOf, page } from "../../../../../page-shape";

type Props = PageProps<"/[locale]/projects/[slug]/work/[id]">;

const read = cache(
  async (slug: string, taskId: string) => (await findTask(await requireActor(), { slug, taskId })) ?? notFound(),
);

export const generateMetadata = metadataOf(async ({ params }: Props): Promise<Metadata> => {
  const { slug, id } = await params;
  const { task } = await read(slug, id);
  return { title: task.title, robots: { index: false } };
});

const ACTIONS = {
  move: actions.moveTaskAction,
  take: actions.takeTaskAction,
  answer: actions.answerTaskAction,
  giveBack: actions.giveTaskBackAction,
  edit: actions.editTaskAction,
  ask: actions.askForTaskAction,
  withdraw: actions.withdrawTaskAskAction,
};

/** One task of a project, for those who take part in it. */
export default page(async function TaskPage({ params, searchParams }: Props) {
  const { slug, id } = await params;
  const view = await read(slug, id);
  return (
    <WorkFrame work={view} part="work" done={(await searchParams).done} title={view.task.title}>
      <TaskDetail view={view} actions={ACTIONS} today={dayOf(new Date())} />
    </WorkFrame>
  );
});
