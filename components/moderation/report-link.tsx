import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/lib/i18n/navigation";

/** From a project to telling those who moderate, for fellow members alone. */
export function ReportLink({ association, project }: { association: string; project: string }) {
  const t = useTranslations("project.page");
  const query = { about: "PROJECT", target: project };
  return (
    <p className="meta">
      <Link
        className="lone-link"
        href={{ pathname: "/associations/[slug]/report", params: { slug: association }, query }}
      >
        {t("report")}
      </Link>
    </p>
  );
}

/** The same, from what somebody did. */
export function ReportDeedLink({ association, deed }: { association: string; deed: { id: string; title: string } }) {
  const t = useTranslations("moderation.report");
  const query = { about: "CONTRIBUTION", target: deed.id };
  return (
    <p className="meta">
      <Link
        className="lone-link"
        href={{ pathname: "/associations/[slug]/report", params: { slug: association }, query }}
        aria-label={t("deedOf", { title: deed.title })}
      >
        {t("deed")}
      </Link>
    </p>
  );
}

type WithheldProps = { association: string; reportId: string; what: "withheldProject" | "withheldDeed" };

/** Hidden by a measure, for whom it is not: with the way to why, and to an appeal (rule MO4). */
export function Withheld({ association: slug, reportId: id, what }: WithheldProps) {
  const t = useTranslations("moderation.report");
  const href = { pathname: "/associations/[slug]/reports/[id]", params: { slug, id } } as const;
  return t.rich(what, { why: (text: ReactNode) => <Link href={href}>{text}</Link> });
}
