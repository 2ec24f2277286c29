"use server";

import { getLocale } from "next-intl/server";
import { redirect } from "@/lib/i18n/navigation";
import { addTask, editTask, giveTaskBack, moveTask, takeTask } from "@/lib/project/task/commands";
import * as schema from "@/lib/project/task/schema";
import { answerTask, askForTask, withdrawTaskAsk } from "@/lib/project/task-ask/commands";
import { formAction } from "./form-action";

/** Back to the board, which says what was done. */
const toBoard =
  (done: string) =>
  async ({ slug }: { slug: string }): Promise<never> =>
    redirect({
      href: { pathname: "/projects/[slug]/work", params: { slug }, query: { done } },
      locale: await getLocale(),
    });

/** To the task itself. */
const toTask =
  (done: string) =>
  async ({ slug, taskId }: { slug: string; taskId: string }): Promise<never> => {
    const href = { pathname: "/projects/[slug]/work/[id]", params: { slug, id: taskId }, query: { done } } as const;
    return redirect({ href, locale: await getLocale() });
  };

export const addTaskAction = formAction({
  name: "app/_actions/task.ts#addTaskAction",
  schema: schema.addTaskInput,
  command: addTask,
  onDone: toBoard("taskAdded"),
});

export const editTaskAction = formAction({
  name: "app/_actions/task.ts#editTaskAction",
  schema: schema.editTaskInput,
  command: editTask,
  onDone: toTask("taskEdited"),
});

export const moveTaskAction = formAction({
  name: "app/_actions/task.ts#moveTaskAction",
  schema: schema.moveTaskInput,
  command: moveTask,
  onDone: toBoard("taskMoved"),
});

export const takeTaskAction = formAction({
  name: "app/_actions/task.ts#takeTaskAction",
  schema: schema.taskRefInput,
  command: takeTask,
  onDone: toBoard("taskTaken"),
});

export const giveTaskBackAction = formAction({
  name: "app/_actions/task.ts#giveTaskBackAction",
  schema: schema.taskRefInput,
  command: giveTaskBack,
  onDone: toBoard("taskGivenBack"),
});

export const askForTaskAction = formAction({
  name: "app/_actions/task.ts#askForTaskAction",
  schema: schema.askForTaskInput,
  limit: { name: "askForTask", max: 60, windowSeconds: 86_400 },
  command: askForTask,
  onDone: toTask("taskAsked"),
});

export const answerTaskAction = formAction({
  name: "app/_actions/task.ts#answerTaskAction",
  schema: schema.answerTaskInput,
  command: answerTask,
  onDone: (value, { answer }) => toBoard(answer === "ACCEPTED" ? "taskTaken" : "taskRefused")(value),
});

export const withdrawTaskAskAction = formAction({
  name: "app/_actions/task.ts#withdrawTaskAskAction",
  schema: schema.taskAskRefInput,
  command: withdrawTaskAsk,
  onDone: toTask("taskAskWithdrawn"),
});
