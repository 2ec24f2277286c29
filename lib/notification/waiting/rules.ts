import type { WaitingItem } from "./types";

/** How long an association without stewards calls its members to look after it (rule M7). */
export const CUSTODY_CALL_DAYS = 14;

/** A page where the act can be done. */
export type WaitingTarget =
  | { readonly pathname: "/applications" | "/welcome" | "/profile" | "/settings/account" }
  | {
      readonly pathname: "/projects/[slug]/needs/[id]";
      readonly params: { readonly slug: string; readonly id: string };
    }
  | {
      readonly pathname:
        | "/associations/[slug]"
        | "/associations/[slug]/pledge"
        | "/associations/[slug]/decisions"
        | "/associations/[slug]/contributions"
        | "/associations/[slug]/manage/applications"
        | "/associations/[slug]/manage/projects"
        | "/projects/[slug]"
        | "/projects/[slug]/manage"
        | "/projects/[slug]/work"
        | "/projects/[slug]/contributions";
      readonly params: { readonly slug: string };
    };

/** Where one goes to do what waits. */
export function waitingTarget({ kind, association, project, detail }: WaitingItem): WaitingTarget {
  const params = { slug: (project ?? association)?.slug ?? "" };
  switch (kind) {
    case "documents":
      return { pathname: "/settings/account" };
    case "charter":
    case "pledge":
      return { pathname: "/associations/[slug]/pledge", params };
    case "applications":
      return { pathname: "/associations/[slug]/manage/applications", params };
    case "votes":
    case "charge":
      return { pathname: "/associations/[slug]/decisions", params };
    case "invitation":
    case "vouch":
      return { pathname: "/applications" };
    case "role":
    case "custody":
      return { pathname: "/associations/[slug]", params };
    case "idea":
    case "offers":
      return { pathname: "/projects/[slug]/manage", params };
    case "coHosting":
    case "approvals":
      return { pathname: "/associations/[slug]/manage/projects", params };
    case "needAsk":
    case "seatEnding":
      return { pathname: "/projects/[slug]/needs/[id]", params: { ...params, id: detail } };
    case "dream":
    case "seat":
    case "handover":
      return { pathname: "/projects/[slug]", params };
    case "task":
      return { pathname: "/projects/[slug]/work", params };
    case "contributions":
      return { pathname: "/projects/[slug]/contributions", params };
    case "deeds":
      return { pathname: "/associations/[slug]/contributions", params };
    case "welcome":
      return { pathname: "/welcome" };
    case "profile":
      return { pathname: "/profile" };
  }
}

/** From how many days before its end something is shown as near: earlier would be nagging. */
const NEAR_DAYS = 10;

/** How a last day reads today: near enough to be marked, with the days left, or simply a date. */
export function duenessOf(dueOn: string, today: string): { readonly isNear: boolean; readonly days: number } {
  const days = Math.round((Date.parse(dueOn) - Date.parse(today)) / 86_400_000);
  return { isNear: days <= NEAR_DAYS, days: Math.max(0, days) };
}
