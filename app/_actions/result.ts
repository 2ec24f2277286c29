"use server";

import { getLocale } from "next-intl/server";
import { redirect } from "@/lib/i18n/navigation";
import { addPicture, removePicture } from "@/lib/project/picture/commands";
import { addPictureInput, pictureRefInput } from "@/lib/project/picture/schema";
import { signResult } from "@/lib/project/signature/commands";
import { signInput } from "@/lib/project/signature/schema";
import { openThanks, takeBackThanks, thank } from "@/lib/project/thanks/commands";
import { openThanksInput, thankInput, thanksRefInput } from "@/lib/project/thanks/schema";
import { formAction } from "./form-action";

/** Back to the result, which says what was done. */
const toResult =
  (done: string) =>
  async ({ slug }: { slug: string }): Promise<never> => {
    const href = { pathname: "/projects/[slug]/result", params: { slug }, query: { done } } as const;
    return redirect({ href, locale: await getLocale() });
  };

export const signResultAction = formAction({
  name: "app/_actions/result.ts#signResultAction",
  schema: signInput,
  command: signResult,
  onDone: toResult("signed"),
});

export const addPictureAction = formAction({
  name: "app/_actions/result.ts#addPictureAction",
  schema: addPictureInput,
  limit: { name: "addPicture", max: 40, windowSeconds: 3600 },
  command: addPicture,
  onDone: toResult("pictureAdded"),
});

export const removePictureAction = formAction({
  name: "app/_actions/result.ts#removePictureAction",
  schema: pictureRefInput,
  command: removePicture,
  onDone: toResult("pictureRemoved"),
});

export const thankAction = formAction({
  name: "app/_actions/result.ts#thankAction",
  schema: thankInput,
  limit: { name: "thank", max: 40, windowSeconds: 86_400 },
  command: thank,
  onDone: toResult("thanked"),
});

export const openThanksAction = formAction({
  name: "app/_actions/result.ts#openThanksAction",
  schema: openThanksInput,
  command: openThanks,
  onDone: (value, { answer }) => toResult(answer === "SHOW" ? "thanksOpened" : "thanksKept")(value),
});

export const takeBackThanksAction = formAction({
  name: "app/_actions/result.ts#takeBackThanksAction",
  schema: thanksRefInput,
  command: takeBackThanks,
  onDone: toResult("thanksTakenBack"),
});
