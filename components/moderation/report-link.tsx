import { useTranslations } from "next-intl";
import { Link } from "@/lib/i18n/navigation";

/** From a project to telling those who moderate, for fellow members alone. */
export function ReportLink({ association, project }: { association: string; project: string }) {
  const t = useTranslations("project.page");
  const query = { about: "PROJECT", target: project };
  return (
    <p className="meta">
      <Link href={{ pathname: "/associations/[slug]/report", params: { slug: association }, query }}>
        {t("report")}
      </Link>
    </p>
  );
}
