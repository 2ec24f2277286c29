"use server";

import { getLocale } from "next-intl/server";
import { confirmContribution, declareContribution } from "@/lib/contribution/commands";
import { closeCommitment } from "@/lib/contribution/commitment/commands";
import { closeInput } from "@/lib/contribution/commitment/schema";
import { confirmInput, declareInput } from "@/lib/contribution/schema";
import { redirect } from "@/lib/i18n/navigation";
import { formAction } from "./form-action";

/** Back to the contributions of the project, which say what was done. */
async function goToDeeds(slug: string, done: string): Promise<never> {
  const href = { pathname: "/projects/[slug]/contributions", params: { slug }, query: { done } } as const;
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
  onDone: ({ slug }) => goToDeeds(slug, "confirmed"),
});

export const closeCommitmentAction = formAction({
  name: "app/_actions/contribution.ts#closeCommitmentAction",
  schema: closeInput,
  command: closeCommitment,
  onDone: ({ slug }) => goToDeeds(slug, "closed"),
});
