import { useLocale, useTranslations } from "next-intl";
import { TONES } from "@/components/project/project-line";
import { ProjectRows } from "@/components/project/project-rows";
import { Emblem } from "@/components/ui/emblem";
import { Joined } from "@/components/ui/joined";
import { Who } from "@/components/ui/who";
import { getPathname, Link } from "@/lib/i18n/navigation";
import type { OwnAssociation, OwnProject } from "@/lib/notification/home/types";

/** The associations one belongs to, with what one does there. */
export function OwnAssociations({ associations }: { associations: readonly OwnAssociation[] }) {
  const t = useTranslations("home");
  return (
    <Joined>
      {associations.map(({ slug, name, values, isPaused, roles, ownRoles }) => (
        <li key={slug}>
          <Who
            tile={<Emblem slug={slug} values={values} side={48} />}
            name={<Link href={{ pathname: "/associations/[slug]", params: { slug } }}>{name}</Link>}
            level={3}
            lines={[
              isPaused
                ? t("paused")
                : roles.length + ownRoles.length > 0
                  ? [...roles.map((role) => t(`role.${role}`)), ...ownRoles].join(", ")
                  : t("member"),
            ]}
          />
        </li>
      ))}
    </Joined>
  );
}

/** The projects one leads or takes part in, and how far they are. */
export function OwnProjects({ projects }: { projects: readonly OwnProject[] }) {
  const t = useTranslations("home");
  const rows = projects.map(({ slug, name, values, state, isLead, covered }) => ({
    ...{ slug, title: name, values, covered, tone: TONES[state], state: t(`projectState.${state}`) },
    line: t(isLead ? "lead" : state === "IDEA" ? "dreamer" : "participant"),
  }));
  return <ProjectRows projects={rows} path={getPathname({ href: "/projects", locale: useLocale() })} />;
}
