/** A page to go on from; the path in a language is lib/i18n's. */
export type NotificationTarget =
  | { readonly pathname: "/people/searches" | "/applications" }
  | { readonly pathname: "/applications/[id]"; readonly params: { readonly id: string } }
  | {
      readonly pathname: "/associations/[slug]/manage/applications/[id]";
      readonly params: { readonly slug: string; readonly id: string };
    }
  | {
      readonly pathname:
        | "/projects/[slug]/needs/[id]"
        | "/associations/[slug]/decisions/[id]"
        | "/associations/[slug]/cases/[id]"
        | "/associations/[slug]/reports/[id]";
      readonly params: { readonly slug: string; readonly id: string };
    }
  | {
      readonly pathname:
        | "/associations/[slug]"
        | "/associations/[slug]/members"
        | "/associations/[slug]/report"
        | "/associations/[slug]/pledge"
        | "/associations/[slug]/contributions"
        | "/associations/[slug]/commitments"
        | "/associations/[slug]/standing"
        | "/associations/[slug]/manage/care"
        | "/associations/[slug]/manage/projects"
        | "/associations/[slug]/manage/charter"
        | "/projects/[slug]"
        | "/projects/[slug]/result"
        | "/projects/[slug]/manage"
        | "/projects/[slug]/work"
        | "/projects/[slug]/work/talk"
        | "/projects/[slug]/work/log"
        | "/projects/[slug]/work/meetings"
        | "/projects/[slug]/contributions";
      readonly params: { readonly slug: string };
    };
