"use server";

import { hasLocale } from "next-intl";
import { getLocale } from "next-intl/server";
import { redirect } from "@/lib/i18n/navigation";
import { routing } from "@/lib/i18n/routing";
import { translatorFor } from "@/lib/i18n/translator";
import { answerCase, appealCase, type CaseAt, chooseExclusionWay, openCase } from "@/lib/moderation/exclusion/commands";
import type { Quoting } from "@/lib/moderation/exclusion/rules";
import {
  answerCaseInput,
  appealInput,
  caseVoteInput,
  openCaseInput,
  ruleInput,
  wayInput,
} from "@/lib/moderation/exclusion/schema";
import { takeMeasure } from "@/lib/moderation/measure/commands";
import { answerReport, appealMeasure, type ReportAt, reportToModerators } from "@/lib/moderation/report/commands";
import { measureInput, reportInput, reportWordsInput } from "@/lib/moderation/report/schema";
import { openCaseVote, ruleOnCase } from "@/lib/moderation/ruling/commands";
import { formAction } from "./form-action";

/** Back to the case, which says what has just been done. */
async function goTo({ caseId: id, associationSlug: slug }: CaseAt, done: string): Promise<never> {
  const href = { pathname: "/associations/[slug]/cases/[id]", params: { slug, id }, query: { done } } as const;
  return redirect({ href, locale: await getLocale() });
}

export const openCaseAction = formAction({
  name: "app/_actions/moderation.ts#openCaseAction",
  schema: openCaseInput,
  command: openCase,
  onDone: (at) => goTo(at, "opened"),
});

export const answerCaseAction = formAction({
  name: "app/_actions/moderation.ts#answerCaseAction",
  schema: answerCaseInput,
  command: answerCase,
  onDone: (at) => goTo(at, "answered"),
});

export const ruleOnCaseAction = formAction({
  name: "app/_actions/moderation.ts#ruleOnCaseAction",
  schema: ruleInput,
  command: ruleOnCase,
  onDone: (at) => goTo(at, "ruled"),
});

/** In the language of the case, whoever puts it to the vote. */
const quote: Quoting = (part, { text, number = 0 }, locale) => {
  const say = translatorFor(hasLocale(routing.locales, locale) ? locale : routing.defaultLocale);
  return say(`moderation.neutral.${part}`, { text, number });
};

export const openCaseVoteAction = formAction({
  name: "app/_actions/moderation.ts#openCaseVoteAction",
  schema: caseVoteInput,
  command: (actor, input) => openCaseVote(actor, input, new Date(), quote),
  onDone: (at) => goTo(at, "voteOpened"),
});

export const appealCaseAction = formAction({
  name: "app/_actions/moderation.ts#appealCaseAction",
  schema: appealInput,
  command: appealCase,
  onDone: (at) => goTo(at, "appealed"),
});

export const chooseExclusionWayAction = formAction({
  name: "app/_actions/moderation.ts#chooseExclusionWayAction",
  schema: wayInput,
  command: chooseExclusionWay,
  onDone: async ({ associationSlug: slug }) => {
    const at = { pathname: "/associations/[slug]/manage/exclusions", params: { slug } } as const;
    return redirect({ href: { ...at, query: { done: "wayChosen" } }, locale: await getLocale() });
  },
});

async function goToReport({ reportId: id, associationSlug: slug }: ReportAt, done: string): Promise<never> {
  const href = { pathname: "/associations/[slug]/reports/[id]", params: { slug, id }, query: { done } } as const;
  return redirect({ href, locale: await getLocale() });
}

export const reportAction = formAction({
  name: "app/_actions/moderation.ts#reportAction",
  schema: reportInput,
  command: reportToModerators,
  onDone: async ({ associationSlug: slug }) => {
    const at = { pathname: "/associations/[slug]/report", params: { slug } } as const;
    return redirect({ href: { ...at, query: { done: "reported" } }, locale: await getLocale() });
  },
});

export const answerReportAction = formAction({
  name: "app/_actions/moderation.ts#answerReportAction",
  schema: reportWordsInput,
  command: answerReport,
  onDone: (at) => goToReport(at, "answered"),
});

export const appealMeasureAction = formAction({
  name: "app/_actions/moderation.ts#appealMeasureAction",
  schema: reportWordsInput,
  command: appealMeasure,
  onDone: (at) => goToReport(at, "appealed"),
});

export const takeMeasureAction = formAction({
  name: "app/_actions/moderation.ts#takeMeasureAction",
  schema: measureInput,
  command: takeMeasure,
  onDone: (at) => goToReport(at, "measured"),
});
