"use server";

import { getLocale } from "next-intl/server";
import { redirect } from "@/lib/i18n/navigation";
import { removeFile, uploadFile } from "@/lib/project/file/commands";
import { fileRefInput, uploadInput } from "@/lib/project/file/schema";
import { logDecision } from "@/lib/project/log/commands";
import { answerMeeting, callMeeting, cancelMeeting, changeMeeting } from "@/lib/project/meeting/commands";
import * as meeting from "@/lib/project/meeting/schema";
import { answerThread, openThread, withdrawMessage } from "@/lib/project/talk/commands";
import * as talk from "@/lib/project/talk/schema";
import { formAction } from "./form-action";

type Part = "talk" | "log" | "meetings" | "files";

/** Back to a part of the work, which says what was done. */
const to =
  (part: Part, done: string) =>
  async ({ slug }: { slug: string }): Promise<never> => {
    const href = { pathname: `/projects/[slug]/work/${part}`, params: { slug }, query: { done } } as const;
    return redirect({ href, locale: await getLocale() });
  };

export const openThreadAction = formAction({
  name: "app/_actions/work.ts#openThreadAction",
  schema: talk.openThreadInput,
  limit: { name: "openThread", max: 30, windowSeconds: 86_400 },
  command: openThread,
  onDone: to("talk", "threadOpened"),
});

export const answerThreadAction = formAction({
  name: "app/_actions/work.ts#answerThreadAction",
  schema: talk.answerThreadInput,
  command: answerThread,
  onDone: to("talk", "threadAnswered"),
});

export const withdrawMessageAction = formAction({
  name: "app/_actions/work.ts#withdrawMessageAction",
  schema: talk.messageRefInput,
  command: withdrawMessage,
  onDone: to("talk", "messageWithdrawn"),
});

export const logDecisionAction = formAction({
  name: "app/_actions/work.ts#logDecisionAction",
  schema: talk.logDecisionInput,
  command: logDecision,
  onDone: to("log", "decisionLogged"),
});

export const callMeetingAction = formAction({
  name: "app/_actions/work.ts#callMeetingAction",
  schema: meeting.callMeetingInput,
  limit: { name: "callMeeting", max: 20, windowSeconds: 86_400 },
  command: callMeeting,
  onDone: to("meetings", "meetingCalled"),
});

export const changeMeetingAction = formAction({
  name: "app/_actions/work.ts#changeMeetingAction",
  schema: meeting.changeMeetingInput,
  command: changeMeeting,
  onDone: to("meetings", "meetingChanged"),
});

export const cancelMeetingAction = formAction({
  name: "app/_actions/work.ts#cancelMeetingAction",
  schema: meeting.meetingRefInput,
  command: cancelMeeting,
  onDone: to("meetings", "meetingCancelled"),
});

export const answerMeetingAction = formAction({
  name: "app/_actions/work.ts#answerMeetingAction",
  schema: meeting.answerMeetingInput,
  command: answerMeeting,
  onDone: (value, { answer }) => to("meetings", answer === "YES" ? "coming" : "notComing")(value),
});

export const uploadFileAction = formAction({
  name: "app/_actions/work.ts#uploadFileAction",
  schema: uploadInput,
  limit: { name: "uploadFile", max: 40, windowSeconds: 3600 },
  command: uploadFile,
  onDone: to("files", "fileAdded"),
});

export const removeFileAction = formAction({
  name: "app/_actions/work.ts#removeFileAction",
  schema: fileRefInput,
  command: removeFile,
  onDone: to("files", "fileRemoved"),
});
