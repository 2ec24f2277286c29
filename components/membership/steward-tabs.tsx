import { useTranslations } from "next-intl";
import { PageHead } from "@/components/layout/page-head";
import { Crumbs } from "@/components/ui/crumbs";
import { Tabs } from "@/components/ui/tabs";
import type { AssociationRef } from "@/lib/association/types";
import type { Responsibility } from "@/lib/membership/role/types";

/** The parts of the desk, and what one answers for to have each (rule R1). */
const PARTS = [
  ["applications", "ADMIT"],
  ["invitations", "INVITE"],
  ["import", "EDIT"],
  ["roles", "GRANT"],
  ["care", "GRANT"],
  ["projects", "EDIT"],
  ["reports", "MODERATE"],
  ["exclusions", "MODERATE"],
  ["entry", "EDIT"],
  ["identity", "EDIT"],
  ["charter", "EDIT"],
] as const satisfies readonly (readonly [string, Responsibility])[];

/** What every member reads; at the desk too. */
const SHARED = { members: "/associations/[slug]/members", log: "/associations/[slug]/manage/log" } as const;

type Shared = keyof typeof SHARED;

type StewardHeadProps = {
  association: AssociationRef;
  current: (typeof PARTS)[number][0] | Shared;
  /** What whoever looks answers for: it decides which parts of the desk they have. */
  holds: readonly Responsibility[];
  note: string;
  waiting?: number | undefined;
};

/** The head of the stewards' desk: whose it is, and its parts. */
export function StewardHead({ association: { slug, name }, current, holds, note, waiting }: StewardHeadProps) {
  const t = useTranslations("membership.desk");
  const params = { slug };
  const own = PARTS.filter(([, needs]) => holds.includes(needs)).map(([part]) => ({
    href: { pathname: `/associations/[slug]/manage/${part}`, params } as const,
    label: part === "applications" && waiting ? t("applicationsCount", { count: waiting }) : t(part),
    isCurrent: current === part,
  }));
  const shared = (["members", "log"] as const).map((part) => ({
    href: { pathname: SHARED[part], params },
    label: t(part),
    isCurrent: current === part,
  }));
  return (
    <>
      <Crumbs path={[{ label: name, href: { pathname: "/associations/[slug]", params } }]} current={t("title")} />
      <PageHead title={t(current)} note={note} />
      <Tabs label={t("tabs")} tabs={[...own, ...shared]} />
    </>
  );
}

type MemberHeadProps = Pick<StewardHeadProps, "association" | "holds" | "note"> & { current: Shared; title: string };

/** The head of what every member reads: whoever has a part of the desk stays at it. */
export function MemberHead({ title, ...desk }: MemberHeadProps) {
  const t = useTranslations("membership.desk");
  const { association, current, holds, note } = desk;
  const params = { slug: association.slug };
  if (PARTS.some(([, needs]) => holds.includes(needs)))
    return (
      <div className="mb-6">
        <StewardHead {...desk} />
      </div>
    );
  return (
    <>
      <Crumbs
        path={[{ label: association.name, href: { pathname: "/associations/[slug]", params } }]}
        current={t(current)}
      />
      <PageHead title={title} note={note} />
    </>
  );
}
