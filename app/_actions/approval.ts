"use server";

import { getLocale } from "next-intl/server";
import { redirect } from "@/lib/i18n/navigation";
import { answerApproval, askApproval } from "@/lib/project/approval/commands";
import { answerApprovalInput, askApprovalInput } from "@/lib/project/approval/schema";
import { formAction } from "./form-action";

export const askApprovalAction = formAction({
  name: "app/_actions/approval.ts#askApprovalAction",
  schema: askApprovalInput,
  limit: { name: "askApproval", max: 10, windowSeconds: 86_400 },
  command: askApproval,
  onDone: async ({ slug }) => {
    const href = { pathname: "/projects/[slug]/manage", params: { slug }, query: { done: "approvalAsked" } } as const;
    return redirect({ href, locale: await getLocale() });
  },
});

export const answerApprovalAction = formAction({
  name: "app/_actions/approval.ts#answerApprovalAction",
  schema: answerApprovalInput,
  command: answerApproval,
  onDone: async ({ association, state }) => {
    const query = { done: state === "APPROVED" ? "approved" : "notApproved" };
    const href = { pathname: "/associations/[slug]/manage/projects", params: { slug: association }, query } as const;
    return redirect({ href, locale: await getLocale() });
  },
});
