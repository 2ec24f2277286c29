import { useTranslations } from "next-intl";
import { Day } from "@/components/ui/moment";
import { Panel } from "@/components/ui/panel";
import { Link } from "@/lib/i18n/navigation";
import type { SignedResult } from "@/lib/project/listing/types";

/** The concluded projects somebody signed by name, on their own page. */
export function ResultsPanel({ results }: { results: readonly SignedResult[] }) {
  const t = useTranslations("project.result");
  return (
    <Panel title={t("ofPerson")}>
      <ul className="ledger ledger--tight">
        {results.map(({ slug, title, locale, on }) => (
          <li key={slug}>
            <Link className="lone-link" lang={locale} href={{ pathname: "/projects/[slug]/result", params: { slug } }}>
              {title}
            </Link>
            <span className="meta">
              {" "}
              <Day on={on} look="dated" />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
