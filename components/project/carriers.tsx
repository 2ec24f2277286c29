import { useTranslations } from "next-intl";
import { Emblem } from "@/components/ui/emblem";
import { Instant } from "@/components/ui/moment";
import { Panel } from "@/components/ui/panel";
import { Link } from "@/lib/i18n/navigation";
import type { ProjectView } from "@/lib/project/page/types";
import type { AssociationRef } from "@/lib/project/types";

/** The associations that carry a project together: who leads, and who carries it since when. Nothing where it is one. */
export function Carriers({ project: { association, coHosts } }: { project: ProjectView }) {
  const t = useTranslations("project.joint");
  if (!association || coHosts.length === 0) return null;
  return (
    <Panel title={t("title")}>
      <ul className="ledger ledger--tight">
        <li>
          <AssociationLink association={association} />
          <p className="meta">{t("lead")}</p>
        </li>
        {coHosts.map((coHost) => (
          <li key={coHost.slug}>
            <AssociationLink association={coHost} />
            <p className="meta">{t.rich("since", { day: () => <Instant at={coHost.since} look="dated" /> })}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** An association by its emblem and name, with the way to its page. */
export function AssociationLink({ association: { slug, name, values } }: { association: AssociationRef }) {
  return (
    <span className="row row--tight">
      <Emblem slug={slug} values={values} side={20} />
      <Link href={{ pathname: "/associations/[slug]", params: { slug } }}>{name}</Link>
    </span>
  );
}
