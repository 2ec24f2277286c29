"use server";

import { refresh } from "next/cache";
import { getLocale } from "next-intl/server";
import { redirect } from "@/lib/i18n/navigation";
import { editPrivacy } from "@/lib/member/audience/commands";
import { editTies, editTrust, editValue, editWho } from "@/lib/member/commands";
import { addExchange, editExchange, withdrawExchange } from "@/lib/member/exchange/commands";
import { removePhoto, setPhoto } from "@/lib/member/photo/commands";
import * as schema from "@/lib/member/schema";
import { answerTies, answerTrust, answerValue, answerWho, skipStep } from "@/lib/member/welcome/commands";
import { formAction } from "./form-action";

/** Photographs cost work: fewer of them an hour than of other forms. */
const PHOTOS = { name: "photo", max: 30, windowSeconds: 3600 };

/** The page shows what is now true, and says that it was done. */
const shown = (message: string) => () => {
  refresh();
  return message;
};

/** On to the next question, or to the board. */
async function goOn({ next }: { next: number | null }): Promise<undefined> {
  const locale = await getLocale();
  if (next === null) return redirect({ href: "/home", locale });
  return redirect({ href: { pathname: "/welcome/[step]", params: { step: String(next) } }, locale });
}

export const editWhoAction = formAction({
  name: "app/_actions/member.ts#editWhoAction",
  schema: schema.whoInput,
  lists: ["languages"],
  command: editWho,
  onDone: shown("member.edit.saved"),
});

export const editValueAction = formAction({
  name: "app/_actions/member.ts#editValueAction",
  schema: schema.valueInput,
  command: editValue,
  onDone: shown("member.edit.saved"),
});

export const editTiesAction = formAction({
  name: "app/_actions/member.ts#editTiesAction",
  schema: schema.tiesInput,
  lists: ["shown"],
  command: editTies,
  onDone: shown("member.edit.saved"),
});

export const editTrustAction = formAction({
  name: "app/_actions/member.ts#editTrustAction",
  schema: schema.trustInput,
  command: editTrust,
  onDone: shown("member.edit.saved"),
});

export const addExchangeAction = formAction({
  name: "app/_actions/member.ts#addExchangeAction",
  schema: schema.exchangeInput,
  command: addExchange,
  onDone: shown("member.exchange.added"),
});

export const editExchangeAction = formAction({
  name: "app/_actions/member.ts#editExchangeAction",
  schema: schema.exchangeEditInput,
  command: editExchange,
  onDone: shown("member.exchange.saved"),
});

export const withdrawExchangeAction = formAction({
  name: "app/_actions/member.ts#withdrawExchangeAction",
  schema: schema.exchangeIdInput,
  command: withdrawExchange,
  onDone: shown("member.exchange.withdrawn"),
});

export const setPhotoAction = formAction({
  name: "app/_actions/member.ts#setPhotoAction",
  schema: schema.photoInput,
  limit: PHOTOS,
  command: setPhoto,
  onDone: shown("member.photo.saved"),
});

export const removePhotoAction = formAction({
  name: "app/_actions/member.ts#removePhotoAction",
  schema: schema.nothingInput,
  command: removePhoto,
  onDone: shown("member.photo.removed"),
});

export const editPrivacyAction = formAction({
  name: "app/_actions/member.ts#editPrivacyAction",
  schema: schema.privacyInput,
  command: editPrivacy,
  onDone: shown("member.privacy.saved"),
});

export const answerWhoAction = formAction({
  name: "app/_actions/member.ts#answerWhoAction",
  schema: schema.welcomeInputs.who,
  command: answerWho,
  onDone: goOn,
});

export const answerValueAction = formAction({
  name: "app/_actions/member.ts#answerValueAction",
  schema: schema.welcomeInputs.value,
  command: answerValue,
  onDone: goOn,
});

export const answerTiesAction = formAction({
  name: "app/_actions/member.ts#answerTiesAction",
  schema: schema.welcomeInputs.ties,
  command: answerTies,
  onDone: goOn,
});

export const answerTrustAction = formAction({
  name: "app/_actions/member.ts#answerTrustAction",
  schema: schema.welcomeInputs.trust,
  command: answerTrust,
  onDone: goOn,
});

export const skipStepAction = formAction({
  name: "app/_actions/member.ts#skipStepAction",
  schema: schema.stepInput,
  command: skipStep,
  onDone: goOn,
});
