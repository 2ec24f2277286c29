"use server";

import { refresh } from "next/cache";
import { chooseMails, markNotificationsRead } from "@/lib/notification/commands";
import { chooseMailsSchema, markReadSchema } from "@/lib/notification/schema";
import { formAction } from "./form-action";

export const chooseMailsAction = formAction({
  name: "app/_actions/notification.ts#chooseMailsAction",
  schema: chooseMailsSchema,
  lists: ["wanted"],
  command: chooseMails,
  onDone: () => {
    refresh();
    return "notification.settings.saved";
  },
});

export const markReadAction = formAction({
  name: "app/_actions/notification.ts#markReadAction",
  schema: markReadSchema,
  command: markNotificationsRead,
  onDone: () => {
    refresh();
    return undefined;
  },
});
