import * as z from "zod";
import { checkbox, day, id, line, oneOf, optional, paragraph, slug } from "@/lib/form/scalars";
import { TASK_STATES } from "./types";

export const TASK_TITLE_CHARS_MAX = 120;
export const TASK_WORDS_CHARS_MAX = 2_000;

const fields = {
  slug: slug(),
  title: line(TASK_TITLE_CHARS_MAX, 3),
  words: paragraph(TASK_WORDS_CHARS_MAX, 0),
  due: optional(day()),
  deliverableId: optional(id()),
};

export const addTaskInput = z.strictObject({ ...fields, isMine: checkbox() });
export type AddTaskInput = z.output<typeof addTaskInput>;

export const editTaskInput = z.strictObject({ ...fields, taskId: id() });
export type EditTaskInput = z.output<typeof editTaskInput>;

export const taskRefInput = z.strictObject({ slug: slug(), taskId: id() });
export type TaskRefInput = z.output<typeof taskRefInput>;

export const moveTaskInput = z.strictObject({ slug: slug(), taskId: id(), to: oneOf(TASK_STATES) });
export type MoveTaskInput = z.output<typeof moveTaskInput>;

/** Whom one asks to take a task on. */
export const askForTaskInput = z.strictObject({ slug: slug(), taskId: id(), memberId: id() });
export type AskForTaskInput = z.output<typeof askForTaskInput>;

export const answerTaskInput = z.strictObject({ slug: slug(), askId: id(), answer: oneOf(["ACCEPTED", "REFUSED"]) });
export type AnswerTaskInput = z.output<typeof answerTaskInput>;

export const taskAskRefInput = z.strictObject({ slug: slug(), askId: id() });
export type TaskAskRefInput = z.output<typeof taskAskRefInput>;
