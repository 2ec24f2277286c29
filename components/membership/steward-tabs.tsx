import { useTranslations } from "next-intl";
import { PageHead } from "@/components/layout/page-head";
import { Crumbs } from "@/components/ui/crumbs";
import { Tabs } from "@/components/ui/tabs";
import type { AssociationRef } from "@/lib/association/types";
import type { Responsibility } from "@/lib/membership/role/types";

type StewardHeadProps = {
  association: AssociationRef;
  current:
    | "applications"
    | "invitations"
    | "roles"
    | "care"
    | "import"
    | "entry"
    | "projects"
    | "identity"
    | "charter"
    | "exclusions"
    | "reports";
  /** What whoever looks answers for: it decides which parts of the desk they have (rule R1). */
  holds: readonly Responsibility[];
  note: string;
  waiting?: number | undefined;
};

/** The head of the stewards' desk: whose it is, and its parts. */
export function StewardHead({ association: { slug, name }, current, holds, note, waiting }: StewardHeadProps) {
  const t = useTranslations("membership.desk");
  const params = { slug };
  const parts = [
    {
      needs: "ADMIT",
      tab: {
        href: { pathname: "/associations/[slug]/manage/applications", params },
        label: waiting ? t("applicationsCount", { count: waiting }) : t("applications"),
        isCurrent: current === "applications",
      },
    },
    {
      needs: "INVITE",
      tab: {
        href: { pathname: "/associations/[slug]/manage/invitations", params },
        label: t("invitations"),
        isCurrent: current === "invitations",
      },
    },
    {
      needs: "EDIT",
      tab: {
        href: { pathname: "/associations/[slug]/manage/import", params },
        label: t("import"),
        isCurrent: current === "import",
      },
    },
    {
      needs: "GRANT",
      tab: {
        href: { pathname: "/associations/[slug]/manage/roles", params },
        label: t("roles"),
        isCurrent: current === "roles",
      },
    },
    {
      needs: "GRANT",
      tab: {
        href: { pathname: "/associations/[slug]/manage/care", params },
        label: t("care"),
        isCurrent: current === "care",
      },
    },
    {
      needs: "EDIT",
      tab: {
        href: { pathname: "/associations/[slug]/manage/projects", params },
        label: t("projects"),
        isCurrent: current === "projects",
      },
    },
    {
      needs: "MODERATE",
      tab: {
        href: { pathname: "/associations/[slug]/manage/reports", params },
        label: t("reports"),
        isCurrent: current === "reports",
      },
    },
    {
      needs: "MODERATE",
      tab: {
        href: { pathname: "/associations/[slug]/manage/exclusions", params },
        label: t("exclusions"),
        isCurrent: current === "exclusions",
      },
    },
    {
      needs: "EDIT",
      tab: {
        href: { pathname: "/associations/[slug]/manage/entry", params },
        label: t("entry"),
        isCurrent: current === "entry",
      },
    },
    {
      needs: "EDIT",
      tab: {
        href: { pathname: "/associations/[slug]/manage/identity", params },
        label: t("identity"),
        isCurrent: current === "identity",
      },
    },
    {
      needs: "EDIT",
      tab: {
        href: { pathname: "/associations/[slug]/manage/charter", params },
        label: t("charter"),
        isCurrent: current === "charter",
      },
    },
  ] as const;
  const members = { href: { pathname: "/associations/[slug]/members", params }, label: t("members") } as const;
  const log = { href: { pathname: "/associations/[slug]/manage/log", params }, label: t("log") } as const;
  return (
    <>
      <Crumbs path={[{ label: name, href: { pathname: "/associations/[slug]", params } }]} current={t("title")} />
      <PageHead title={t(current)} note={note} />
      <Tabs
        label={t("tabs")}
        tabs={[...parts.filter(({ needs }) => holds.includes(needs)).map(({ tab }) => tab), members, log]}
      />
    </>
  );
}
