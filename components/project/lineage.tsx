import { useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import { LinkButton } from "@/components/ui/button";
import { Link } from "@/lib/i18n/navigation";
import type { ProjectRef, ProjectView } from "@/lib/project/page/types";
import { isOver } from "@/lib/project/rules";

/** What a project takes up again, and what takes it up: both ways, as far as whoever looks may see each. */
export function Lineage({ project: { continues, continuedBy } }: { project: ProjectView }) {
  const t = useTranslations("project.result");
  if (!continues && continuedBy.length === 0) return null;
  return (
    <Section id="lineage" title={t("lineage")}>
      <ul>
        {continues ? <li>{t.rich("continues", { link: () => <To project={continues} /> })}</li> : null}
        {continuedBy.map((one) => (
          <li key={one.slug}>{t.rich("continuedBy", { link: () => <To project={one} /> })}</li>
        ))}
      </ul>
    </Section>
  );
}

function To({ project: { slug, title, locale } }: { project: ProjectRef }) {
  return (
    <Link className="lone-link" lang={locale} href={{ pathname: "/projects/[slug]", params: { slug } }}>
      {title}
    </Link>
  );
}

/** The way to take up again what has ended, for whoever had a part in it. */
export function Again({ project: { slug, state, viewer } }: { project: ProjectView }) {
  const t = useTranslations("project.result");
  if (!isOver(state) || !viewer?.hadPart) return null;
  return (
    <div className="no-print">
      <p className="meta mb-4">{t("againNote")}</p>
      <LinkButton href={{ pathname: "/projects/new", query: { from: slug } }}>{t("again")}</LinkButton>
    </div>
  );
}
