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
