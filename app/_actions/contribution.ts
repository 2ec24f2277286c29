"use server";

import { getLocale } from "next-intl/server";
import { confirmContribution, declareContribution, rejectContribution } from "@/lib/contribution/commands";
import { closeCommitment } from "@/lib/contribution/commitment/commands";
import { closeInput } from "@/lib/contribution/commitment/schema";
import { declareOutside } from "@/lib/contribution/outside/commands";
import { declareOutsideInput } from "@/lib/contribution/outside/schema";
import {
  closeOwnCommitment,
  confirmCommitment,
  declareCommitment,
  noteCommitment,
} from "@/lib/contribution/promise/commands";
import { attestInput, closeOwnInput, noteInput, promiseInput } from "@/lib/contribution/promise/schema";
import { reverseContribution } from "@/lib/contribution/reversal/commands";
import { confirmInput, declareInput, reasonedInput } from "@/lib/contribution/schema";
import { redirect } from "@/lib/i18n/navigation";
import { formAction } from "./form-action";

/** Back to the contributions of the project, which say what was done. */
async function goToDeeds(slug: string, done: string): Promise<never> {
  const href = { pathname: "/projects/[slug]/contributions", params: { slug }, query: { done } } as const;
  return redirect({ href, locale: await getLocale() });
}

type Place = { slug: string; isInProject: boolean };

/** Back to the contributions of the project or of the association. */
async function goToPlace({ slug, isInProject }: Place, done: string): Promise<never> {
  if (isInProject) return goToDeeds(slug, done);
  const href = { pathname: "/associations/[slug]/contributions", params: { slug }, query: { done } } as const;
  return redirect({ href, locale: await getLocale() });
}

export const declareContributionAction = formAction({
  name: "app/_actions/contribution.ts#declareContributionAction",
  schema: declareInput,
  command: declareContribution,
  onDone: ({ slug }) => goToDeeds(slug, "declared"),
});

export const confirmContributionAction = formAction({
  name: "app/_actions/contribution.ts#confirmContributionAction",
  schema: confirmInput,
  command: confirmContribution,
  onDone: (place) => goToPlace(place, "confirmed"),
});

export const declareOutsideAction = formAction({
  name: "app/_actions/contribution.ts#declareOutsideAction",
  schema: declareOutsideInput,
  limit: { name: "declareOutside", max: 60, windowSeconds: 86_400 },
  command: declareOutside,
  onDone: ({ associationSlug: slug }) => goToPlace({ slug, isInProject: false }, "declared"),
});

export const rejectContributionAction = formAction({
  name: "app/_actions/contribution.ts#rejectContributionAction",
  schema: reasonedInput,
  command: rejectContribution,
  onDone: (place) => goToPlace(place, "rejected"),
});

export const reverseContributionAction = formAction({
  name: "app/_actions/contribution.ts#reverseContributionAction",
  schema: reasonedInput,
  command: reverseContribution,
  onDone: (place) => goToPlace(place, "reversed"),
});

export const closeCommitmentAction = formAction({
  name: "app/_actions/contribution.ts#closeCommitmentAction",
  schema: closeInput,
  command: closeCommitment,
  onDone: ({ slug }) => goToDeeds(slug, "closed"),
});

/** Back to what was said in the association. */
const toPromises =
  (done: string) =>
  async ({ associationSlug: slug }: { associationSlug: string }): Promise<never> => {
    const href = { pathname: "/associations/[slug]/commitments", params: { slug }, query: { done } } as const;
    return redirect({ href, locale: await getLocale() });
  };

export const declareCommitmentAction = formAction({
  name: "app/_actions/contribution.ts#declareCommitmentAction",
  schema: promiseInput,
  limit: { name: "declareCommitment", max: 60, windowSeconds: 86_400 },
  command: declareCommitment,
  onDone: toPromises("promised"),
});

export const closeOwnCommitmentAction = formAction({
  name: "app/_actions/contribution.ts#closeOwnCommitmentAction",
  schema: closeOwnInput,
  command: closeOwnCommitment,
  onDone: toPromises("closed"),
});

export const confirmCommitmentAction = formAction({
  name: "app/_actions/contribution.ts#confirmCommitmentAction",
  schema: attestInput,
  command: confirmCommitment,
  onDone: toPromises("confirmed"),
});

export const noteCommitmentAction = formAction({
  name: "app/_actions/contribution.ts#noteCommitmentAction",
  schema: noteInput,
  command: noteCommitment,
  onDone: toPromises("noted"),
});
