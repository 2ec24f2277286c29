import { useLocale, useTranslations } from "next-intl";
import { Seat } from "@/components/ui/emblem";
import { Joined } from "@/components/ui/joined";
import { Day } from "@/components/ui/moment";
import { Who } from "@/components/ui/who";
import { Why } from "@/components/ui/why";
import { Link } from "@/lib/i18n/navigation";
import type { HelpNeed } from "@/lib/project/helping/types";
import { locative } from "@/lib/taxonomy/place/rules";
import { competenceLabel } from "@/lib/taxonomy/rules";

/** Seats whoever looks could take, each with its reason; and how to have them by mail. */
export function HelpingList({ needs }: { needs: readonly HelpNeed[] }) {
  const t = useTranslations("project.helping");
  return (
    <>
      <Joined>
        {needs.map((need) => (
          <HelpingCell key={need.id} need={need} />
        ))}
      </Joined>
      <p className="meta mt-4">
        {t.rich("weekly", { link: (text) => <Link href="/settings/notifications">{text}</Link> })}
      </p>
    </>
  );
}

function HelpingCell({ need }: { need: HelpNeed }) {
  const t = useTranslations("project");
  const { id, title, kind, isCritical, dueOn, project } = need;
  const params = { slug: project.slug, id };
  return (
    <li>
      <Who
        isTop
        level={3}
        tile={<Seat side={48} />}
        name={<Link href={{ pathname: "/projects/[slug]/needs/[id]", params }}>{title}</Link>}
        lines={[
          <span key="project">
            <span lang={project.locale}>{project.title}</span>
            {project.association ? ` · ${project.association.name}` : null}
          </span>,
          <span key="kind">
            {t(`need.${kind}`)} · {t(isCritical ? "helping.critical" : "helping.useful")}
            {dueOn ? <> · {t.rich("helping.due", { day: () => <Day on={dueOn} /> })}</> : null}
          </span>,
        ]}
      />
      <Reason need={need} />
    </li>
  );
}

function Reason({ need: { held, sought, isNear, project } }: { need: HelpNeed }) {
  const t = useTranslations("project.helping");
  const locale = useLocale();
  const place = project.place && isNear ? locative(project.place, locale) : null;
  const nearby = place ? t("andNear", { place }) : null;
  if (held) return <Why cause={t("held", { competence: competenceLabel(held, locale) })}>{nearby}</Why>;
  if (sought) return <Why cause={t("sought", { competence: competenceLabel(sought, locale) })}>{nearby}</Why>;
  return <Why cause={t("near", { place: place ?? "" })} />;
}
