import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import en from "@/lib/i18n/messages/en";
import it from "@/lib/i18n/messages/it";
import type { CalendarRefusal } from "../calendar/rules";
import type { UploadRefusal } from "../file/commands";
import type { MeetingRefusal } from "../meeting/rules";
import type { NoteRefusal } from "../note/rules";
import type { LogRefusal, TalkRefusal } from "../talk/rules";
import type { AnswerRefusal, AskRefusal, TakeRefusal } from "../task/rules";
import type { WorkRefusal } from "./rules";

type Bare<Code, Room extends string> = Code extends `${Room}.${infer Rest}` ? Rest : never;
type Codes =
  | WorkRefusal
  | AskRefusal
  | AnswerRefusal
  | TakeRefusal
  | UploadRefusal
  | MeetingRefusal
  | CalendarRefusal
  | NoteRefusal
  | LogRefusal
  | TalkRefusal
  | "work.tooManyTasks"
  | "work.dueBefore"
  | "work.noSuchDeliverable"
  | "work.othersTask";

// Checked by the compiler: a refusal without a sentence does not build, and no sentence is left over.
it.work.refusal satisfies Record<Bare<Codes, "work">, string>;
({}) as Record<Bare<Codes, "work">, string> satisfies Record<keyof typeof it.work.refusal, string>;

test("every refusal of the work has its sentence in both languages", () => {
  expect(Object.keys(en.work.refusal)).toEqual(Object.keys(it.work.refusal));
});

test("how far a project is counts what there is to count, and nothing else", () => {
  const t = createTranslator({ locale: "it", messages: it, namespace: "work" });
  const told = (tasks: number, deliverables: number) =>
    t("progress", { tasks, tasksDone: 1, deliverables, deliverablesDone: 1 });
  expect([told(2, 1), told(1, 0), told(0, 3)]).toEqual([
    "1 di 2 attività, 1 di 1 consegna",
    "1 di 1 attività",
    "1 di 3 consegne",
  ]);
});
